import { fold } from '../common/fold.ts';

/** British endings and their American ones, in order; a word has one of them at most. */
const ENDINGS: [british: RegExp, american: string][] = [
  [/is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1'],
  [/ys(e|ed|es|ing)$/, 'yz$1'],
  [/our(s|ed|ing|able|ite|ites)?$/, 'or$1'],
  [/tre(s)?$/, 'ter$1'],
  [/ogue(s)?$/, 'og$1'],
  [/(def|off|pret|lic)ence(s)?$/, '$1ense$2'],
  [/ll(ed|ing|er|ers)$/, 'l$1'],
];

/** Words that no ending tells. */
const WORDS = new Map([
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['towards', 'toward'],
  ['grey', 'gray'],
  ['cheque', 'check'],
  ['tyre', 'tire'],
  ['tyres', 'tires'],
  ['aluminium', 'aluminum'],
  ['whilst', 'while'],
  ['amongst', 'among'],
]);
const SHORTEST_WITH_ENDING = 5;
/** Longer "words" are noise; the rest of one changes nothing. */
const LONGEST_WORD = 60;

/** The words of a text as every outlet prints them: without case, accents, marks and the difference of British and American spelling. */
export function normalWords(text: string): string[] {
  const folded = fold(text).replace(/\bper cent\b/g, 'percent');
  return folded === '' ? [] : folded.split(' ').map(normalWord);
}

function normalWord(given: string): string {
  const word = given.slice(0, LONGEST_WORD);
  const other = WORDS.get(word);
  if (other !== undefined) return other;
  if (word.length < SHORTEST_WITH_ENDING) return word;
  for (const [british, american] of ENDINGS) if (british.test(word)) return word.replace(british, american);
  return word;
}
