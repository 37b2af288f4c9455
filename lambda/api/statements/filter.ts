import type * as z from 'zod';
import type { Statement } from '../../model/statement.ts';
import type { StatementRow } from './rows.ts';

/** What the names of ids are taken from, for a filter in words. */
export interface KnownNames {
  feeds: readonly { id: string; title: string }[];
  /** Whom `speaker` was taken to mean. */
  speakers?: readonly { id: string; name: string }[] | undefined;
}

/** The field of a filter in the search form. */
export interface FilterField {
  label: string;
  kind: 'search' | 'text' | 'day' | 'choice';
  /** Behind "More filters". */
  more: boolean;
  /** Of a choice: values with their names, the empty value first; `feeds` stands for the feeds there are. */
  choices?: readonly (readonly [value: string, name: string])[] | 'feeds';
}

/** One filter of statements. The API, the command line, the web page and the counts are derived from it. */
export interface StatementFilter<Schema extends z.ZodType = z.ZodType> {
  /** Reads the HTTP parameter. A parameter that is not sent has the value that the schema gives to `undefined`. */
  schema: Schema;
  /** Whether a statement passes; missing where the index that is read, or `matchesArticle`, decides. */
  matches?(statement: Statement, value: z.infer<Schema>): boolean;
  /** Whether a statement passes by what is known of its article. */
  matchesArticle?(article: Pick<StatementRow, 'duplicateOf' | 'source'>, value: z.infer<Schema>): boolean;
  /** How the hourly counts answer it: by their days, by their subjects (one filter at a time), or not at all. */
  counts: 'days' | 'speaker' | 'feed' | 'none';
  /** Whether it goes with `changedAfter`: only what chooses among the statements of an item does. */
  withChanges: boolean;
  /** False for a filter that adds rows: taking it away can't help a search that finds nothing. */
  narrows: boolean;
  /** The option of the command line, without its own name where that is the parameter's. */
  option: { value: string | null; description: string };
  /** Its field in the form; without one, the form keeps a value that was sent. */
  field?: FilterField;
  /** Its name in a sentence about the search. */
  name: string;
  /** A value as people read it; as it was sent where this is missing. */
  inWords?(value: string, known: KnownNames): string;
}

/** Checks `matches` and `inWords` against the schema. */
export function filter<Schema extends z.ZodType>(one: StatementFilter<Schema>): StatementFilter<Schema> {
  return one;
}
