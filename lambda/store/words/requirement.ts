import { groupBy } from '../../common/group-by.ts';
import { foldedWords } from '../../common/words.ts';
import type { SearchQuery } from '../store-shapes.ts';
import { bucketOf, feedToken, indexedWord, speakerToken } from './tokens.ts';

/** What a found record has: a token that begins with one of these, or, `whole`, one of these itself. */
export interface Requirement {
  tokens: string[];
  whole: boolean;
}

/** What the index can tell of a query; none where it has only words that are not indexed. */
export function requirementsOf({ words, speakerIds, feedId }: SearchQuery): Requirement[] {
  const parts = [...new Set(words.flatMap(foldedWords).flatMap((word) => indexedWord(word) ?? []))];
  // What begins with a word has that word's own beginnings, too.
  const telling = parts.filter((part) => !parts.some((other) => other !== part && other.startsWith(part)));
  return [
    ...telling.map((word) => ({ tokens: [word], whole: false })),
    ...(speakerIds ? [{ tokens: speakerIds.map(speakerToken), whole: true }] : []),
    ...(feedId === undefined ? [] : [{ tokens: [feedToken(feedId)], whole: true }]),
  ];
}

/** The buckets that a requirement's tokens are in, each with these tokens. */
export function bucketsOf({ tokens }: Requirement): Map<string, string[]> {
  return groupBy(tokens, bucketOf);
}

/** Whether a record with these tokens meets all requirements. */
export function meets(tokens: string[], requirements: Requirement[]): boolean {
  return requirements.every(({ tokens: wanted, whole }) =>
    wanted.some((one) => tokens.some((token) => (whole ? token === one : token.startsWith(one)))),
  );
}
