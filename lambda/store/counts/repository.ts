import { type Day, toInstant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { openCheckpoint, readProgress } from '../jobs/checkpoint.ts';
import { putFenced } from '../jobs/fenced-writes.ts';
import type { StoreContext } from '../store-context.ts';
import { isExpired } from '../table/codec.ts';
import { readDays } from '../timeline.ts';
import { createFacetSums } from './facet-sums.ts';
import { hasSomething, readRows } from './read-rows.ts';
import { cachedKey, cachedRecord, countKey, countPartitions, countRecord, facetPrefix, facetRecord } from './record.ts';
import type { RollupRepository } from './rollup-repository.ts';
import { type FacetKind, type RollupProgress, rollupProgressSchema } from './shapes.ts';
import { subjectOf } from './subject.ts';
import { writeDayPart } from './write-day-part.ts';

/** The job that counts. */
export const ROLLUP = 'rollup';
/** Raised whenever rows count something new: then all days are counted again. */
const COUNTED_VERSION = 5;
/** So long an article that is gone is remembered as such: longer than any worker that does not know it yet sleeps. */
const GONE_MILLISECONDS = 30 * 86_400_000;

const NOTHING: RollupProgress = {
  ...{ countedThrough: null, startedAt: null, finishedAt: null, round: null },
  ...{ days: [], shard: 0, version: COUNTED_VERSION },
};
/** Progress of another version is none. */
const progressSchema = rollupProgressSchema.refine(({ version }) => version === COUNTED_VERSION);

/** Counts by day, recomputed and never incremented. */
export function createRollupRepository(context: StoreContext): RollupRepository {
  const { table, clock } = context;
  const progress = () => readProgress(table, ROLLUP, progressSchema);
  const valuesOf = async (kind: FacetKind, day: Day): Promise<string[]> => {
    const query = { index: null, partition: countPartitions.facets(kind), beginsWith: facetPrefix(day) };
    const pieces = (await collect(table.query(query))).map(facetRecord.decode);
    return pieces.flatMap(({ values }) => values.map(({ value }) => value));
  };
  return {
    progress,
    open: (lease) => openCheckpoint(table, lease, { schema: progressSchema, first: NOTHING }),
    through: async () => (await progress())?.countedThrough ?? null,
    ofSubject: (subject, from) => readRows(table, subject, from),
    async ofDay(day) {
      const [speakers, feeds] = await Promise.all([valuesOf('speaker', day), valuesOf('feed', day)]);
      const subjects = [subjectOf.all(), ...speakers.map(subjectOf.speaker), ...feeds.map(subjectOf.feed)];
      const found = await table.batchGet(subjects.map((subject) => countKey(day, subject)));
      const rows = found.map(countRecord.decode).filter(hasSomething);
      return rows.sort((one, other) => (one.subject < other.subject ? -1 : 1));
    },
    facetSums: createFacetSums(table, progress),
    async days(kind, from, to) {
      const days = await collect(readDays(context, kind, { from, through: to, descending: false }));
      return days.filter((day) => day !== to);
    },
    async cached(places) {
      return (await table.batchGet(places.map(cachedKey), { consistent: true })).map(cachedRecord.decode);
    },
    async *cachedOfDay(day) {
      for (const partition of countPartitions.cachedOfDay(day)) {
        for await (const record of table.query({ index: null, partition, consistent: true })) {
          if (isExpired(record, clock.now())) continue;
          const cached = cachedRecord.decode(record);
          if (!cached.removed) yield cached;
        }
      }
    },
    async putCached(lease, counts) {
      const goneAt = toInstant(clock.now() + GONE_MILLISECONDS);
      const records = counts.map(({ cached, expiresAt }) =>
        cachedRecord.encode(cached, cached.removed ? goneAt : expiresAt),
      );
      await putFenced(table, lease, records);
    },
    putDayPart: (lease, part, options) => writeDayPart(table, lease, part, options),
  };
}
