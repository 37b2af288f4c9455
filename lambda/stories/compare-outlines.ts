import type { OutlineSentence } from './outline.ts';

/** `copy`: the same words, but for headline, byline, boilerplate and cuts; `update`: the article goes on, or has other figures. */
export type Likeness = 'copy' | 'update';

/** Less in common is a phrase that many use, or a form that is filled in. */
const FEWEST_WORDS_OF_COPY = 40;
const FEWEST_WORDS_OF_UPDATE = 90;
/** So much of the shorter article stands in the other one word for word; more where it is so short that one quotation is most of it. */
const SHARE_OF_COPY = 0.7;
const SHARE_OF_SHORT_COPY = 0.85;
const SHORT_WORDS = 110;
/** A long sentence is a quotation, which different articles have: it counts as so many words. */
const MOST_WORDS_OF_SENTENCE = 30;
/** Where figures differ, so much does with them, and so much without. */
const SHARE_OF_UPDATE = 0.75;
const PLAIN_SHARE_OF_UPDATE = 0.4;
/** Sentences that differ in figures alone are few in an article that goes on, and most of a bulletin that comes each day. */
const MOST_FIGURES = 0.7;
/** Other figures in so much of what is common, or so many more words: the article went on. */
const FIGURES_OF_COPY = 0.05;
const WORDS_ADDED = 40;
const SHARE_ADDED = 0.1;

/** What two articles have in common, in words. */
interface Common {
  /** In sentences that are the same. */
  plain: number;
  /** In sentences that differ in figures alone. */
  figures: number;
  shorter: number;
}

/**
 * How the later article tells what the earlier one told, `null` where it tells something else. Weather reports, market reports and results of quarters differ
 * in each sentence that says something, and have little else: they are different stories. Whether it is `null` does not depend on the order.
 */
export function compareOutlines(
  earlier: readonly OutlineSentence[],
  later: readonly OutlineSentence[],
): Likeness | null {
  const { plain, figures, shorter } = commonOf(earlier, later);
  const share = shorter < SHORT_WORDS ? SHARE_OF_SHORT_COPY : SHARE_OF_COPY;
  const isCopy = plain >= FEWEST_WORDS_OF_COPY && plain >= share * shorter && figures <= FIGURES_OF_COPY * plain;
  const isUpdate =
    plain >= FEWEST_WORDS_OF_UPDATE &&
    plain >= PLAIN_SHARE_OF_UPDATE * shorter &&
    plain + figures >= SHARE_OF_UPDATE * shorter &&
    figures <= MOST_FIGURES * plain;
  if (!isCopy && !isUpdate) return null;
  const added = sizeOf(later) - plain - figures;
  const wentOn = figures > FIGURES_OF_COPY * plain || added > Math.max(WORDS_ADDED, SHARE_ADDED * sizeOf(earlier));
  return wentOn ? 'update' : 'copy';
}

/**
 * The same of two articles that are known to tell one story: by way of a third, or by their address. One that is too short to be compared is a copy; another
 * goes on from the first.
 */
export function likenessInStory(first: readonly OutlineSentence[], later: readonly OutlineSentence[]): Likeness {
  const isShort = Math.min(sizeOf(first), sizeOf(later)) < FEWEST_WORDS_OF_COPY;
  return compareOutlines(first, later) ?? (isShort ? 'copy' : 'update');
}

const sizeOf = (outline: readonly OutlineSentence[]): number =>
  outline.reduce((sum, sentence) => sum + weightOf(sentence), 0);

const weightOf = ({ words }: OutlineSentence): number => Math.min(words, MOST_WORDS_OF_SENTENCE);

/** Each sentence counts once for each time that it stands in both. */
function commonOf(one: readonly OutlineSentence[], other: readonly OutlineSentence[]): Common {
  const plain = pairedBy('plain', one, other);
  const figures = pairedBy('masked', plain.left, plain.right);
  return { plain: plain.words, figures: figures.words, shorter: Math.min(sizeOf(one), sizeOf(other)) };
}

function pairedBy(field: 'plain' | 'masked', one: readonly OutlineSentence[], other: readonly OutlineSentence[]) {
  const waiting = new Map<number, OutlineSentence[]>();
  for (const sentence of other) waiting.set(sentence[field], [...(waiting.get(sentence[field]) ?? []), sentence]);
  let words = 0;
  const left: OutlineSentence[] = [];
  for (const sentence of one) {
    const found = waiting.get(sentence[field])?.pop();
    if (found) words += weightOf(sentence);
    else left.push(sentence);
  }
  return { words, left, right: [...waiting.values()].flat() };
}
