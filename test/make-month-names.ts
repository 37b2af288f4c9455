// Writes lambda/parse/timestamp/names.json from this runtime's Intl: node --import tsx test/make-month-names.ts
import { writeFileSync } from 'node:fs';
import { fold } from '../lambda/common/fold.ts';

const LANGUAGES =
  'ar ar-LB ar-MA ar-TN bg bn ca cs da de el es et fa fi fr he hi hr hu id it lt lv ms nb nl pl pt ro ru sk sl sq sr sv th tr uk ur'.split(
    ' ',
  );
const WIDTHS = ['long', 'short'] as const;

function names(language: string, dates: Date[], part: 'month' | 'weekday'): string {
  const gregorian = `${language}-u-ca-gregory`;
  const formats = WIDTHS.flatMap((width) => [
    new Intl.DateTimeFormat(gregorian, { [part]: width, timeZone: 'UTC' }),
    new Intl.DateTimeFormat(gregorian, { [part]: width, day: 'numeric', year: 'numeric', timeZone: 'UTC' }),
  ]);
  const spell = (date: Date): string => {
    const words = formats.map((format) => format.formatToParts(date).find(({ type }) => type === part)?.value ?? '');
    return [...new Set(words.map((word) => fold(word).replaceAll(' ', '')))]
      .filter((word) => /^\D{2,}$/.test(word))
      .join(' ');
  };
  return dates.map(spell).join(',');
}

const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2023, month, 15)));
const weekdays = Array.from({ length: 7 }, (_, day) => new Date(Date.UTC(2023, 0, 1 + day)));
const table = Object.fromEntries(
  LANGUAGES.map((language) => [
    language,
    { months: names(language, months, 'month'), weekdays: names(language, weekdays, 'weekday') },
  ]),
);
writeFileSync(new URL('../lambda/parse/timestamp/names.json', import.meta.url), `${JSON.stringify(table, null, 2)}\n`);
