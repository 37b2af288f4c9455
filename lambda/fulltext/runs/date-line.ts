import { monthNumber, weekdayNumber } from '../../common/calendar/english.ts';

const WORDS: ReadonlySet<string> = new Set(
  'am pm gmt utc bst est edt cet cest ist gst ast et pt updated published posted modified last on at from date time ago hour hours hrs minute minutes mins min day days read st nd rd th يناير فبراير مارس أبريل ابريل مايو يونيو يوليو أغسطس اغسطس سبتمبر أكتوبر اكتوبر نوفمبر ديسمبر السبت الأحد الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة'.split(
    ' ',
  ),
);
const TOKEN = /\p{L}+|\d+/gu;
const MOST_TOKENS = 24;

const isDateWord = (word: string): boolean =>
  /^\d/.test(word) || WORDS.has(word) || monthNumber(word) !== null || weekdayNumber(word) !== null;

/** Whether a line says nothing but when something was published: `Updated 9:14 PM GMT+1, March 7, 2026`. */
export function isDateLine(text: string): boolean {
  const tokens = text.toLowerCase().match(TOKEN) ?? [];
  return (
    tokens.length > 0 &&
    tokens.length <= MOST_TOKENS &&
    tokens.some((token) => /^\d/.test(token)) &&
    tokens.every(isDateWord)
  );
}
