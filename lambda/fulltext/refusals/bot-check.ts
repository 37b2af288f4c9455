import { cuesIn, hasTeaser, type RefusalRule } from './page-facts.ts';

const SHORT = 2000;

/** What walls against programs say. */
const CUES: readonly RegExp[] = [
  /\bjust a moment\b/i,
  /\bchecking (?:your browser|if the site connection)/i,
  /\b(?:verify|confirm|prove) (?:that )?you(?:['’]re| are)(?: a)? (?:human|not a robot)/i,
  /\bverifying you are human/i,
  /\bare you a (?:robot|human)\b/i,
  /\bi['’]m not a robot\b/i,
  /\benable javascript and cookies to continue/i,
  /\battention required\b/i,
  /\bpardon our interruption\b/i,
  /\bunusual (?:traffic|activity) from your/i,
  /\b(?:complete|solve) the (?:captcha|security check)/i,
  /\byour request (?:has been|was) blocked/i,
  /\bunusual traffic\b/i,
];

/** A page that lets nobody in who may be a program. */
export const botCheck = {
  code: 'bot-check',
  refuse(facts) {
    if (hasTeaser(facts)) return null;
    const [cue] = cuesIn(
      facts.visibleText.length < SHORT ? `${facts.head.title}\n${facts.visibleText}` : facts.head.title,
      CUES,
    );
    return cue === undefined ? null : `the page asks whether its reader is a program (“${cue}”)`;
  },
} as const satisfies RefusalRule;
