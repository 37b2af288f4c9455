import { isAbbreviation } from './abbreviations.ts';

/** What a token is; `possessive` is the "'s" after a word, `quote` a double or single quotation mark. */
export type TokenKind = 'word' | 'number' | 'possessive' | 'quote' | 'punctuation';

/** A word or mark of the text, with UTF-16 offsets, end exclusive. */
export interface Token {
  text: string;
  /** In lower case, with straight apostrophes. */
  lower: string;
  start: number;
  end: number;
  kind: TokenKind;
  /** True where the first letter is a capital. */
  capital: boolean;
}

const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:(?:[-‑&/]|['’](?![sS](?![\p{L}\p{N}])))[\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*`;
const PATTERN = new RegExp(
  [
    String.raw`(?<link>https?:\/\/[^\s"“”<>]+)`,
    String.raw`(?<initials>(?:\p{L}\.){2,}|\p{Lu}\.(?=\s+\p{Lu}|\p{Lu}))`,
    String.raw`(?<number>\p{N}+(?:[.,:]\p{N}+)+%?)`,
    `(?<word>${WORD})`,
    String.raw`(?<possessive>['’][sS](?![\p{L}\p{N}]))`,
    String.raw`(?<quote>,,(?=\p{L})|''|\x60\x60|’’|‘‘|["“”„«»‘’'\x60])`,
    String.raw`(?<mark>\.{2,}|-{2,}|\S)`,
  ].join('|'),
  'gu',
);
const CAPITAL = /^\p{Lu}/u;
const NUMERIC = /^\p{N}+$/u;

/** True where the full stop behind the word belongs to it; "No." does so before a number only. */
const abbreviates = (text: string, start: number, word: string): boolean =>
  isAbbreviation(word) &&
  (!/^nos?$/i.test(word) || /^\.\s?\p{N}/u.test(text.slice(start + word.length, start + word.length + 3)));

/** Words and marks of a text in order. Titles and initials keep their full stop ("Sen.", "U.S.", "J."). */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const groups = match.groups ?? {};
    const start = match.index;
    let word = match[0];
    if (start < (tokens.at(-1)?.end ?? 0)) continue;
    let kind: TokenKind = 'punctuation';
    if (groups.word !== undefined) {
      kind = NUMERIC.test(word) ? 'number' : 'word';
      if (kind === 'word' && text[start + word.length] === '.' && abbreviates(text, start, word)) word += '.';
    } else if (groups.initials !== undefined || groups.link !== undefined) kind = 'word';
    else if (groups.number !== undefined) kind = 'number';
    else if (groups.possessive !== undefined) kind = 'possessive';
    else if (groups.quote !== undefined) kind = 'quote';
    const capital = kind === 'word' && CAPITAL.test(word);
    tokens.push({
      text: word,
      // the country is no pronoun
      lower: word === 'US' ? 'u.s.' : word.toLowerCase().replaceAll('’', "'"),
      start,
      end: start + word.length,
      kind,
      capital,
    });
  }
  return tokens;
}
