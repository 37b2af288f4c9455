import { shortHash } from '../../common/hash.ts';
import { foldedWords } from '../../common/words.ts';
import type { ItemSummary } from '../../model/item.ts';
import type { Statement } from '../../model/statement.ts';

/** Longer words are alike where their beginnings are; who finds a record by one looks at the record, too. */
const LONGEST_TOKEN = 24;
/** A text with more different words than this is found by its first ones only. */
const MOST_WORDS = 1_000;
const HASH_BUCKETS = 16;
const LATIN = /^[a-z0-9]{2}/;

/** A folded word as the index has it; `null` for single Latin letters and digits, which tell nothing and are not in it. */
export function indexedWord(word: string): string | null {
  if (/^[a-z0-9]$/.test(word)) return null;
  // A character that takes two units is not cut in its middle.
  return word.slice(0, LONGEST_TOKEN).replace(/[\ud800-\udbff]$/, '');
}

/** Stands for a speaker in the index; no folded word begins so. */
export const speakerToken = (id: string): string => `@s${shortHash(id)}`;

/** Stands for a feed in the index. */
export const feedToken = (id: string): string => `@f${shortHash(id)}`;

/** The partition of the index that holds a token, and all that begin so, if it has two letters, or one of another script than Latin. */
export function bucketOf(token: string): string {
  if (token.startsWith('@')) return `@${hashed(token)}`;
  return LATIN.test(token) ? token.slice(0, 2) : `~${hashed(String.fromCodePoint(token.codePointAt(0) ?? 0))}`;
}

/** By what a statement is found: its words, those of its speaker's name, role and affiliation, speaker and feed. */
export function statementTokens({ text, speaker, feedId }: Pick<Statement, 'text' | 'speaker' | 'feedId'>): string[] {
  const words = [text, speaker?.name, speaker?.role, speaker?.affiliation].join('\n');
  return [...wordTokens(words), ...(speaker?.id ? [speakerToken(speaker.id)] : []), feedToken(feedId)];
}

/** By what an item is found: words of title, summary and tags, and its feed. */
export function itemTokens({
  title,
  summary,
  tags,
  feedId,
}: Pick<ItemSummary, 'title' | 'summary' | 'tags' | 'feedId'>): string[] {
  return [...wordTokens([title, summary, ...tags].join('\n')), feedToken(feedId)];
}

function wordTokens(text: string): string[] {
  const words = foldedWords(text).slice(0, MOST_WORDS);
  return [...new Set(words.flatMap((word) => indexedWord(word) ?? []))];
}

function hashed(text: string): string {
  const value = Buffer.from(shortHash(text), 'base64url')[0] ?? 0;
  return (value % HASH_BUCKETS).toString(16);
}
