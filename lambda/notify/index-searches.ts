import { fold } from '../common/fold.ts';
import type { ArticleOfStatement, CompiledSearch } from '../model/compiled-search.ts';
import type { Search } from '../model/search.ts';
import type { Statement } from '../model/statement.ts';

/** Finds the searches that a statement matches. */
export interface SearchIndex {
  matching(statement: Statement, article: ArticleOfStatement): Search[];
}

/** Of a word in a statement; a longer one is found by its beginning. */
const LONGEST_WORD = 40;

/**
 * Indexes searches by speaker, else by their longest word, so that a statement is compared with few of them. Searches with neither are compared with each
 * statement.
 */
export function indexSearches(searches: readonly CompiledSearch[]): SearchIndex {
  const bySpeaker = new Map<string, CompiledSearch[]>();
  const byWord = new Map<string, CompiledSearch[]>();
  const others: CompiledSearch[] = [];
  for (const one of searches) {
    const words = one.words.flatMap((term) => term.trim().split(' '));
    const [longest] = words.toSorted((a, b) => b.length - a.length);
    if (one.speakerIds) for (const id of one.speakerIds) push(bySpeaker, id, one);
    else if (longest) push(byWord, longest.slice(0, LONGEST_WORD), one);
    else others.push(one);
  }
  return {
    matching(statement, article) {
      const found = new Set(others);
      const { speaker } = statement;
      for (const one of bySpeaker.get(speaker?.id ?? '') ?? []) found.add(one);
      for (const prefix of byWord.size > 0 ? prefixesOf(statement) : []) {
        for (const one of byWord.get(prefix) ?? []) found.add(one);
      }
      return [...found].flatMap(({ search, passes }) => (passes(statement, article) ? [search] : []));
    },
  };
}

function push(map: Map<string, CompiledSearch[]>, key: string, one: CompiledSearch): void {
  const list = map.get(key);
  if (list) list.push(one);
  else map.set(key, [one]);
}

/** All beginnings of the words that the filter of words looks at, for a term is the beginning of a word. */
function prefixesOf({ text, speaker }: Statement): Set<string> {
  const folded = fold([text, speaker?.name, speaker?.role, speaker?.affiliation].filter(Boolean).join(' '));
  const prefixes = new Set<string>();
  for (const word of folded.split(' ')) {
    const longest = Math.min(word.length, LONGEST_WORD);
    for (let length = 1; length <= longest; length++) prefixes.add(word.slice(0, length));
  }
  return prefixes;
}
