import type { CompiledSearch } from '../../model/compiled-search.ts';
import type { Search } from '../../model/search.ts';
import type { Store } from '../../store/store.ts';
import { ProblemError } from '../kernel/http/problem.ts';
import { chooseSpeakers } from '../speakers/choose-speakers.ts';
import { type MergedSpeakers, readMergedSpeakers } from '../speakers/merged-speakers.ts';
import { matchesArticle, matchesStatement, NO_FILTERS } from '../statements/match-filters.ts';
import { savedFiltersSchema } from './search-bodies.ts';

/** Searches as statements are compared with them, by the filters of `/v1/statements` themselves. */
export async function compileSearches(
  searches: readonly Search[],
  { speakers }: Pick<Store, 'speakers'>,
): Promise<CompiledSearch[]> {
  const merged = await readMergedSpeakers(speakers);
  const compiled: CompiledSearch[] = [];
  for (const search of searches) {
    const parsed = savedFiltersSchema.safeParse(search.filters);
    // A filter of another version: the API refuses it by name where the search is read.
    if (!parsed.success) continue;
    const filters = { ...NO_FILTERS, ...parsed.data };
    const ids = filters.speaker === undefined ? null : await speakerIdsOf(filters.speaker, speakers, merged);
    compiled.push({
      search,
      speakerIds: ids && new Set(ids),
      words: filters.q,
      passes: (statement, article) => matchesArticle(article, filters) && matchesStatement(statement, filters),
    });
  }
  return compiled;
}

/** All ids that the value means now; none where it means too many people, for which the list of the search gives an error. */
async function speakerIdsOf(value: string, speakers: Store['speakers'], merged: MergedSpeakers): Promise<string[]> {
  try {
    const chosen = await chooseSpeakers(value, speakers, merged);
    return chosen.flatMap(({ id }) => merged.idsOf(id));
  } catch (error) {
    if (error instanceof ProblemError) return [];
    throw error;
  }
}
