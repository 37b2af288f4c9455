const NUMERIC = /(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:19|20)\d\d(?![\d/-])/g;
/** Countries that write the month first. Canada and Liberia write both. Source: CLDR 47, short date patterns. Data. */
const MONTH_FIRST = new Set(['US', 'PH', 'PR', 'GU', 'AS', 'MP', 'VI', 'UM', 'FM', 'MH', 'PW', 'KY', 'PA']);
const EITHER = new Set(['CA', 'LR']);

/** Whether days stand before months in digits, and how far to trust it: other dates of the text, where it comes from, or nothing tells. */
export interface DayFirst {
  value: boolean;
  confidence: number;
}

function byCountry(country: string): DayFirst | null {
  const code = country.toUpperCase();
  return /^[A-Z]{2}$/.test(code) && !EITHER.has(code) ? { value: !MONTH_FIRST.has(code), confidence: 0.8 } : null;
}

function byLanguage(tag: string): DayFirst | null {
  const [language = '', ...more] = tag.split(/[-_]/);
  const region = more.find((part) => /^[A-Za-z]{2}$/.test(part));
  if (region !== undefined) return byCountry(region);
  return /^en$/i.test(language) || language === '' ? null : { value: true, confidence: 0.7 };
}

/**
 * The order of day and month in the text's dates in digits: as other such dates of the text show it that can be read one way
 * only, else as the country of the feed or the region of its language has it, else month first with little trust.
 */
export function dayFirstOf(text: string, language: string | null, country: string | null): DayFirst {
  const votes = { day: 0, month: 0 };
  for (const [, one, , two] of text.matchAll(NUMERIC)) {
    if (Number(one) > 12 && Number(two) <= 12) votes.day += 1;
    if (Number(two) > 12 && Number(one) <= 12) votes.month += 1;
  }
  const told = (country === null ? null : byCountry(country)) ?? (language === null ? null : byLanguage(language));
  if (votes.day > 0 !== votes.month > 0) return { value: votes.day > 0, confidence: 0.85 };
  return told ?? { value: false, confidence: 0.4 };
}
