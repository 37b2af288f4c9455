import { cuesIn, hasTeaser, type RefusalRule } from './page-facts.ts';

const SHORT = 1500;

/** What error pages that are sent with status 200 say. */
const CUES: readonly RegExp[] = [
  /\b(?:error\s*)?(?:404|403|410|500|502|503)\b(?=\W*(?:error|not|page|forbidden|gone|internal|bad|service|$))/i,
  /\b(?:page|article|story|content|document) (?:was |is |has been |could |can)?(?:not|n['’]t) (?:be )?(?:found|available|exist)/i,
  /\bpage (?:doesn['’]t|does not|no longer) exist/i,
  /\bno longer (?:available|exists)\b/i,
  /\bnot found\b/i,
  /\baccess (?:is )?denied\b/i,
  /\b(?:something|an error) (?:went wrong|(?:has )?occurred)/i,
  /\binternal server error\b/i,
  /\b(?:service|temporarily|currently) unavailable\b/i,
  /\bunder maintenance\b/i,
  /\bbad gateway\b/i,
  /\bnot available in your (?:country|region|location)/i,
];

/** A page that says that there is no page. */
export const errorPage = {
  code: 'error-page',
  refuse(facts) {
    if (hasTeaser(facts)) return null;
    const [cue] = cuesIn(
      facts.visibleText.length < SHORT ? `${facts.head.title}\n${facts.visibleText}` : facts.head.title,
      CUES,
    );
    return cue === undefined ? null : `the page reports an error (“${cue}”)`;
  },
} as const satisfies RefusalRule;
