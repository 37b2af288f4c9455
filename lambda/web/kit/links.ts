import type { Statement } from '../../model/statement.ts';

/** Where pages lie; ids are escaped, whatever they hold. */
export const links = {
  article: (itemId: string): string => `/articles/${encodeURIComponent(itemId)}`,
  /** The article's page at what it tells of its story. */
  story: (itemId: string): string => `/articles/${encodeURIComponent(itemId)}#story`,
  /** The article's page with all articles of its story. */
  wholeStory: (itemId: string): string => `/articles/${encodeURIComponent(itemId)}?story=all#story`,
  /** The article with that statement focused. */
  inArticle: ({ id, itemId }: Pick<Statement, 'id' | 'itemId'>): string =>
    `/articles/${encodeURIComponent(itemId)}?${new URLSearchParams({ statement: id })}#s-${encodeURIComponent(id)}`,
  statement: ({ id, itemId }: Pick<Statement, 'id' | 'itemId'>): string =>
    `/articles/${encodeURIComponent(itemId)}/statements/${encodeURIComponent(id)}`,
  speaker: (id: string): string => `/speakers/${encodeURIComponent(id)}`,
  /** A table of a speaker's page as CSV. */
  speakerTable: (id: string, table: 'roles' | 'outlets'): string => `/speakers/${encodeURIComponent(id)}/${table}.csv`,
  /** A whole search as a file, and the page that has it in parts. */
  download: (noun: 'statements' | 'dates') => ({ file: `/${noun}.csv`, parts: `/${noun}/parts` }),
  /** The page that saves a search with these filters. */
  saveSearch(sent: Readonly<Record<string, string>>): string {
    const { from: _, to: __, saying: ___, cursor: ____, limit: _____, ...filters } = sent;
    return `/searches?${new URLSearchParams({ ...filters, save: '1' })}`;
  },
  feed: (id: string): string => `/feeds/${encodeURIComponent(id)}`,
  /** All statements that are one saying. */
  saying: (sayingId: string): string => `/?${new URLSearchParams({ saying: sayingId, includeDuplicates: 'true' })}`,
  /** Statements of exactly that speaker. */
  statementsOf: (speakerId: string): string => `/?${new URLSearchParams({ speaker: `"${speakerId}"` })}`,
  /** The page of statements with one parameter set, or taken away; it begins at its first page again. */
  with(path: string, sent: Record<string, string>, name: string, value: string | null): string {
    const { cursor: _, [name]: __, ...rest } = sent;
    const search = new URLSearchParams(value === null ? rest : { ...rest, [name]: value }).toString();
    return search === '' ? path : `${path}?${search}`;
  },
};
