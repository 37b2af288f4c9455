import { cuesIn, type PageFacts, type RefusalRule } from './page-facts.ts';

/** Longer texts are articles, whatever the site sells beside them. */
const SHORT = 1500;
/** Sites that say that an article must be paid for show a few paragraphs of it. */
const SHORT_WHERE_PAID = 3000;
const LANDMARK = 40;

/** What stands where a text breaks off for those who haven't paid or signed in. */
const CUES: readonly RegExp[] = [
  /\b(?:subscribe|register|sign (?:in|up)|log ?in|pay|create (?:a free|an) account)[^.!?]{0,40} to (?:continue|keep|read|unlock|access|view|see)\b/i,
  /\bto (?:continue|keep) reading\b/i,
  /\bto read (?:the|this) (?:full|whole|entire|rest|complete)\b/i,
  /\bcontinue reading (?:with|for|this article)\b/i,
  /\balready (?:a|an?|have an?)[\w\s-]{0,20} (?:subscriber|member|subscription|account)\b/i,
  /\balready (?:subscribed|registered)\b/i,
  /\b(?:for|to) (?:our )?(?:subscribers|members|paying readers)(?: only)?\s*[.!]/i,
  /\b(?:subscribers?|members?)[- ](?:only|exclusive)\b|\bexclusive (?:to|for) (?:our )?(?:subscribers|members)\b/i,
  /\b(?:free articles?|article limit|free stories)\b[^.!?]{0,40}\b(?:left|remaining|this month|reached|limit)\b/i,
  /\breached (?:your|the) (?:monthly |weekly )?(?:limit|quota)\b/i,
  /\bunlock (?:this|the full|unlimited|all)\b/i,
  /\bpremium (?:content|article|subscribers?)\b/i,
  /\bréservé aux abonnés\b|\bnur für abonnenten\b|\bpara suscriptores\b|\bweiterlesen mit\b|\briservato agli abbonati\b/i,
];

/** What a reader sees from the article's beginning on: offers above it stand on every page of a site. */
function fromArticleOn({ text, visibleText }: PageFacts): string {
  const start = visibleText.indexOf(text.slice(0, LANDMARK).split('\n')[0] ?? '');
  return `${visibleText.slice(Math.max(start, 0))}\n${text}`;
}

/** A page that breaks off for those who haven't paid or signed in. */
export const paywall = {
  code: 'paywall',
  refuse(facts) {
    const paid = facts.described?.paid === true;
    if (facts.text.length >= (paid ? SHORT_WHERE_PAID : SHORT)) return null;
    const [cue] = cuesIn(fromArticleOn(facts), CUES);
    if (cue !== undefined) return `the page shows only the beginning to those who haven't paid or signed in (“${cue}”)`;
    return paid && facts.text.length < SHORT
      ? 'the page says that its article must be paid for, and shows little of it'
      : null;
  },
} as const satisfies RefusalRule;
