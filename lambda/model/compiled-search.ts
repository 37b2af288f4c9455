import type { Search } from './search.ts';
import type { Statement } from './statement.ts';

/** What a filter asks of a statement's article. */
export interface ArticleOfStatement {
  duplicateOf: string | null;
}

/** A search as statements are compared with it. */
export interface CompiledSearch {
  search: Search;
  /** All ids that its `speaker` means; `null` where it has none. */
  speakerIds: ReadonlySet<string> | null;
  /** Words with which words of the statement or of its speaker have to begin, folded; none where it has none. */
  words: readonly string[];
  /** Whether the statement passes all filters but that of the speaker. */
  passes(statement: Statement, article: ArticleOfStatement): boolean;
}
