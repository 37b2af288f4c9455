import type { Correction } from '../../model/correction.ts';
import { type Page, walk } from '../kernel/lists/walk.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import type { CorrectionRow } from './rows.ts';

/** Corrections, the latest first, each with its article and the statement as it is shown now. */
export async function listCorrections(
  { limit }: { limit: number },
  after: string | undefined,
  context: QueryContext,
): Promise<Page<CorrectionRow>> {
  return walk<Correction, CorrectionRow>({
    source: context.store.corrections.newest(after),
    limit,
    keep: () => true,
    join: (corrections) => withArticles(corrections, context),
  });
}

async function withArticles(corrections: Correction[], { store, outlets }: QueryContext): Promise<CorrectionRow[]> {
  const ids = [...new Set(corrections.map(({ itemId }) => itemId))];
  const items = await store.items.summaries(ids);
  const titles = await outlets.titles([...items.values()].map(({ feedId }) => feedId));
  const statements = new Map(
    await Promise.all([...items.keys()].map(async (id) => [id, await store.statements.ofItem(id)] as const)),
  );
  return corrections.map(({ withdrawn: _, ...correction }) => {
    const item = items.get(correction.itemId);
    const shown = statements
      .get(correction.itemId)
      ?.find(({ correction: mark }) => mark?.of === correction.statementId);
    return {
      ...correction,
      state: shown ? 'applied' : 'orphaned',
      title: item?.title ?? null,
      outlet: item ? (titles.get(item.feedId) ?? item.feedId) : null,
      url: item?.url ?? null,
      statement: shown ?? null,
    };
  });
}
