import { type Day, dayOf, type Instant } from '../../model/instant.ts';
import type { CountRow, FacetCount, FacetKind } from '../../store/counts/shapes.ts';
import { subjectOf } from '../../store/counts/subject.ts';
import type { Store } from '../../store/store.ts';
import { addDays } from '../kernel/parameters/moment.ts';
import { askedDays } from './asked-days.ts';

/** The days of a query behind those that were read just now, as the hourly counts have them. */
export interface OlderDays {
  /** Rows of this day and later ones were read just now. */
  before: Day;
  rows: CountRow[];
  /** Values with their sums. */
  facet(kind: FacetKind): Promise<Iterable<FacetCount>>;
}

/**
 * What the counts have of everything in a range, up to the day at which reading has stopped; `null` where all was read, where the range has days in part
 * only, or where the counts can't tell.
 */
export async function olderDays(
  { from, to }: { from?: Instant | undefined; to?: Instant | undefined },
  since: Instant | null,
  { rollups }: Pick<Store, 'rollups'>,
): Promise<OlderDays | null> {
  const asked = askedDays(from, to);
  if (since === null || asked.cut.length > 0 || (await rollups.through()) === null) return null;
  const before = addDays(dayOf(since), 1);
  const rows = (await rollups.ofSubject(subjectOf.all(), asked.from)).filter(({ day }) => day < before);
  return {
    before,
    rows,
    async facet(kind) {
      return (await rollups.facetSums(kind, asked.from, addDays(before, -1))).sums.values();
    },
  };
}
