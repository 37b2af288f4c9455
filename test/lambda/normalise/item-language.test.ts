import { expect, it } from 'vitest';
import { itemLanguage } from '../../../lambda/normalise/item-language.ts';

const ENGLISH = 'The harbour master said that the port is closed and that it will be so for the week.';
const ARABIC = 'يبقى الميناء مغلقا حتى يوم الثلاثاء بحسب ما قالت مديرة الميناء للتجار';

it.each([
  ['the entry’s own', 'en-gb', 'ar', ENGLISH, 'en-GB', []],
  ['the feed’s', null, 'fr', ENGLISH, 'fr', []],
  ['the text’s where none is told', null, null, ENGLISH, 'en', []],
  ['the text’s where its script contradicts', null, 'en-us', ARABIC, 'ar', ['language-contradicted']],
  ['the text’s in Latin letters', 'ar', null, ENGLISH, 'en', ['language-contradicted']],
  [
    'the declared one where the text shows no other',
    'sr',
    null,
    'Luka ostaje zatvorena do utorka, rekla je kapetanica.',
    'sr',
    [],
  ],
])('%s', (_, entry, feed, text, language, codes) => {
  const result = itemLanguage(entry, feed, text);
  expect({ language: result.language, codes: result.warnings.map(({ code }) => code) }).toEqual({ language, codes });
});
