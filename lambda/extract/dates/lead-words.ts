const PART_OF =
  '(?:(?:the\\s)?(?:early|late|mid)(?:-|\\s)(?:in\\s)?(?:the\\s)?|(?:earlier|later)\\s|(?:the\\s)?(?:end|beginning|start|middle)\\sof\\s(?:the\\s)?)';
const LEAD = new RegExp(`(?<![A-Za-z])${PART_OF}$`, 'i');
const ARTICLE = /(?<![A-Za-z])the\s(?:latest\s|most\srecent\s|recent\s)?$/i;
/** Rules whose dates are nouns that take an article of their own. */
const WITH_ARTICLE = new Set([
  'quarter',
  'same-quarter',
  'decade',
  'century',
  'bare-season',
  'bare-weekend',
  'year-end',
  'far-period',
  'business-year',
  'from-last-named',
  'year-earlier',
  'season-of-year',
  'nth-of-month',
  'month-quarter',
]);
const LONGEST = 24;

/** Where a date begins when the words that narrow it (`early next year`, `the end of June`) and its article count as its own. */
export function startWithLead(text: string, start: number, floor: number, rule: string): number {
  const before = text.slice(Math.max(floor, start - LONGEST), start);
  const lead = LEAD.exec(before) ?? (WITH_ARTICLE.has(rule) ? ARTICLE.exec(before) : null);
  return lead === null ? start : start - lead[0].length;
}
