import type { CompiledSearch } from '../../model/compiled-search.ts';
import type { ItemSummary } from '../../model/item.ts';
import type { Clock } from '../../model/ports.ts';
import type { Search } from '../../model/search.ts';
import type { Statement } from '../../model/statement.ts';
import type { Store } from '../../store/store.ts';
import { joinArticles } from '../items/join-articles.ts';
import { createOutlets } from '../kernel/outlets.ts';
import { statementRowSchema } from '../statements/rows.ts';
import { compileSearches } from './compile-searches.ts';

/** What the API knows of searches and statements, for the stage that notifies. */
export interface NotifyWith {
  compile(searches: readonly Search[]): Promise<CompiledSearch[]>;
  rowsOf(statements: Statement[], items: readonly ItemSummary[]): Promise<Record<string, unknown>[]>;
}

/** On this store. */
export function notifyWith(store: Store, clock: Clock): NotifyWith {
  const outlets = createOutlets(store.feeds, clock);
  return {
    compile: (searches) => compileSearches(searches, store),
    async rowsOf(statements, items) {
      const joined = await joinArticles(
        statements,
        items.map((item) => ({ item })),
        () => true,
        { store, clock, outlets },
      );
      return joined.flatMap((row) => (row ? [statementRowSchema.parse(row)] : []));
    },
  };
}
