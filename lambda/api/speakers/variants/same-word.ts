import { isOneFamily, type NameWord, skeleton, withoutGluedArticle } from './name-words.ts';
import { VOWEL_PAIRS } from './spelling-rules.ts';

/** Why two names may be one. */
export type VariantReason =
  | 'transliteration'
  | 'vowels'
  | 'article'
  | 'name-pair'
  | 'initial'
  | 'middle-name'
  | 'same-role';

/** How much alike two words or names are, from 0 to 1, and by what. */
export interface Likeness {
  score: number;
  reasons: VariantReason[];
}

const SHORTEST_FOR_VOWELS = 5;

type Comparison = (one: NameWord, other: NameWord) => Likeness | null;

/** Ordered from the surest on; scores are set by hand, so that the lists read well. */
const COMPARISONS: readonly Comparison[] = [
  (one, other) => (one.text === other.text ? { score: 1, reasons: [] } : null),
  (one, other) => (one.sound === other.sound ? { score: 0.92, reasons: ['transliteration'] } : null),
  (one, other) => (isOneFamily(one.text, other.text) ? { score: 0.85, reasons: ['name-pair'] } : null),
  (one, other) => (differsByVowels(one, other) ? { score: 0.75, reasons: ['vowels'] } : null),
];

/** Whether two words of names may be one; `null` where not. */
export function sameWord(one: NameWord, other: NameWord): Likeness | null {
  const [left, right] = [matching(one, other), matching(other, one)];
  const article = articleFactor(left, right);
  for (const compare of COMPARISONS) {
    const found = compare(left, right);
    if (!found) continue;
    if (article === 1) return found;
    return { score: found.score * article, reasons: [...found.reasons, 'article'] };
  }
  return null;
}

/** Whether one of the words is the other's first letter. */
export function sameInitial(one: NameWord, other: NameWord): Likeness | null {
  const [short, long] = one.text.length < other.text.length ? [one, other] : [other, one];
  return short.text.length === 1 && long.text.startsWith(short.text) ? { score: 0.7, reasons: ['initial'] } : null;
}

/** The word as it is to be compared with one that has an article. */
function matching(word: NameWord, other: NameWord): NameWord {
  return other.article === '' ? word : (withoutGluedArticle(word) ?? word);
}

function articleFactor(one: NameWord, other: NameWord): number {
  if (one.article === other.article) return 1;
  return one.article === '' || other.article === '' ? 0.85 : 0.95;
}

function differsByVowels(one: NameWord, other: NameWord): boolean {
  const [left, right] = [one.sound, other.sound];
  if (left.length !== right.length || left.length < SHORTEST_FOR_VOWELS || skeleton(one) !== skeleton(other))
    return false;
  return [...left].every((letter, index) => letter === right[index] || VOWEL_PAIRS.has(letter + right[index]));
}
