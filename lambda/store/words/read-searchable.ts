import type { Instant } from '../../model/instant.ts';
import type { ItemSummary } from '../../model/item.ts';
import type { Statement } from '../../model/statement.ts';
import { revisionOf } from '../items/edition.ts';
import type { ItemRepository } from '../items/item-repository.ts';
import { itemPosition } from '../items/record.ts';
import { statementPosition } from '../statements/record.ts';
import type { StatementRepository } from '../store.ts';
import type { Change } from '../store-shapes.ts';
import type { WordKind } from './record.ts';
import type { SearchDocument } from './segment.ts';
import { itemTokens, statementTokens } from './tokens.ts';
import { later } from './write-segment.ts';

const ITEMS_AT_A_TIME = 400;

/** The repositories that tell what is in changed items. */
export interface SearchedRepositories {
  items: Pick<ItemRepository, 'changes' | 'summaries'>;
  statements: Pick<StatementRepository, 'ofEditions'>;
}

/** What is to be found of some items. */
export interface Searchable {
  documents: Record<WordKind, SearchDocument[]>;
  /** When the last of them expires; `null` for never. */
  expiresAt: Instant | null;
}

/** What there is to be found of the items that changed, as they are now. */
export async function readSearchable(
  changes: readonly Change[],
  { items, statements }: SearchedRepositories,
  kinds: readonly WordKind[] = ['statements', 'items'],
): Promise<Searchable> {
  const documents: Searchable['documents'] = { statements: [], items: [] };
  const expiries: (Instant | null)[] = [];
  // Thousands of documents are held at a time, which have the same words: each word is held once.
  const words = new Map<string, string>();
  const once = (document: SearchDocument): SearchDocument => ({
    ...document,
    tokens: document.tokens.map((token) => {
      const known = words.get(token);
      if (known === undefined) words.set(token, token);
      return known ?? token;
    }),
  });
  // The row of a former change may still be there.
  const ids = [...new Set(changes.flatMap(({ itemId, removed }) => (removed ? [] : [itemId])))];
  for (let start = 0; start < ids.length; start += ITEMS_AT_A_TIME) {
    const found = [...(await items.summaries(ids.slice(start, start + ITEMS_AT_A_TIME))).values()];
    expiries.push(...found.map(({ expiresAt }) => expiresAt));
    if (kinds.includes('items')) documents.items.push(...found.map((item) => once(itemDocument(item))));
    const speaking = kinds.includes('statements') ? found.filter(({ statementCount }) => statementCount > 0) : [];
    const lists = await statements.ofEditions(speaking.map(({ id, edition }) => ({ itemId: id, edition })));
    const listed = lists.flat().filter(({ correction }) => !correction?.notAStatement);
    documents.statements.push(...listed.map((statement) => once(statementDocument(statement))));
  }
  const [first = null, ...others] = expiries;
  return { documents, expiresAt: others.reduce(later, first) };
}

function itemDocument(item: ItemSummary): SearchDocument {
  return { position: itemPosition(item), revision: item.revision, tokens: itemTokens(item) };
}

function statementDocument(statement: Statement): SearchDocument {
  return {
    position: statementPosition(statement),
    revision: revisionOf(statement.edition),
    tokens: statementTokens(statement),
  };
}
