import type { Day } from '../../model/instant.ts';
import { type CachedCounts, type FacetCount, type FacetKind, facetKindSchema } from '../../store/counts/shapes.ts';
import { SUBJECT_SHARDS, shardOf, subjectOf } from '../../store/counts/subject.ts';
import type { DayPart } from '../../store/counts/write-day-part.ts';
import { addItem, addStatements, addToSpeaker, emptySubject, rowOf, type Subject } from './subject-tally.ts';

/** So many rows and values are held in memory; of a day with more, fewer shards are counted at a time. */
const MOST_HELD = 300_000;
/** With so few, all are written at once. */
const FEW = 5_000;

/** A day that is being counted, from one shard on. */
export interface DayTally {
  add(cached: CachedCounts): void;
  /** What is counted: of a small day all at once, else shard by shard; of a very large one the first shards. `next` is the first one behind the part. */
  parts(): Generator<DayPart & { next: number }>;
}

/** A tally of nothing yet; titles of feeds are the names of their rows. */
export function createDayTally(
  day: Day,
  {
    firstShard,
    titleOf,
    mostHeld = MOST_HELD,
  }: { firstShard: number; titleOf: (feedId: string) => string; mostHeld?: number },
): DayTally {
  let end = SUBJECT_SHARDS;
  const subjects = new Map<string, Subject>();
  const facets = new Map(
    facetKindSchema.options.map((kind) => [kind, new Map<string, { shard: number; counts: FacetCount }>()]),
  );
  const isCounted = (shard: number): boolean => shard >= firstShard && shard < end;
  const subjectFor = (subject: string, name: string): Subject | undefined => {
    const known = subjects.get(subject);
    if (known) return known;
    const shard = shardOf(subject);
    if (!isCounted(shard)) return undefined;
    const fresh = emptySubject(day, subject, name, shard);
    subjects.set(subject, fresh);
    return fresh;
  };
  const facetFor = (kind: FacetKind, value: string): FacetCount | undefined => {
    const values = facets.get(kind);
    const known = values?.get(value);
    if (known) return known.counts;
    const shard = shardOf(facetSubject(kind, value));
    if (!isCounted(shard)) return undefined;
    const counts = { value, statements: 0, items: 0, copies: 0 };
    values?.set(value, { shard, counts });
    return counts;
  };
  const held = (): number => [...facets.values()].reduce((sum, { size }) => sum + size, subjects.size);
  const makeRoom = (): void => {
    while (held() > mostHeld && end > firstShard + 1) {
      end -= 1;
      for (const [subject, { shard }] of subjects) if (!isCounted(shard)) subjects.delete(subject);
      for (const values of facets.values()) {
        for (const [value, { shard }] of values) if (!isCounted(shard)) values.delete(value);
      }
    }
  };
  subjectFor(subjectOf.all(), '');
  let added = 0;
  return {
    add(cached) {
      const { feedId, copy, statements, tags } = cached;
      const whole = [subjectFor(subjectOf.all(), ''), subjectFor(subjectOf.feed(feedId), titleOf(feedId))].filter(
        (one) => one !== undefined,
      );
      for (const one of whole) addItem(one, cached);
      addTo(facetFor('feed', feedId), { items: 1, copies: Number(copy) });
      for (const tag of tags) addTo(facetFor('tag', tag), { items: 1, copies: Number(copy) });
      const quoted = new Set<Subject>();
      for (const said of statements) {
        const { speaker } = said;
        const count = copy ? 0 : said.count;
        if (speaker && speaker.id !== null) addTo(facetFor('speaker', speaker.id), { statements: count });
        if (copy) continue;
        addTo(facetFor('feed', feedId), { statements: count });
        if (speaker?.role) addTo(facetFor('role', speaker.role), { statements: count });
        const own =
          speaker && speaker.id !== null ? subjectFor(subjectOf.speaker(speaker.id), speaker.name) : undefined;
        for (const one of own ? [...whole, own] : whole) {
          addStatements(one, said, cached, !quoted.has(one));
          quoted.add(one);
        }
        if (own) addToSpeaker(own, said, cached);
      }
      // Looking at the sizes costs next to nothing, but not for every article of a million.
      if (++added % 64 === 0) makeRoom();
    },
    *parts() {
      makeRoom();
      const step = held() <= FEW ? end - firstShard : 1;
      for (let first = firstShard; first < end; first += step) {
        const next = first + step;
        const valuesOf = (kind: FacetKind, shard: number): FacetCount[] =>
          [...(facets.get(kind)?.values() ?? [])].flatMap((one) => (one.shard === shard ? one.counts : []));
        const facetsOf = (shard: number): Record<FacetKind, FacetCount[]> => ({
          ...{ speaker: valuesOf('speaker', shard), role: valuesOf('role', shard) },
          ...{ feed: valuesOf('feed', shard), tag: valuesOf('tag', shard) },
        });
        yield {
          ...{ day, next },
          rows: [...subjects.values()].filter(({ shard }) => shard >= first && shard < next).map(rowOf),
          facets: new Map(Array.from({ length: step }, (_, n) => [first + n, facetsOf(first + n)])),
        };
      }
    },
  };
}

/** Values of a facet are spread over shards as subjects are, and those of speakers and feeds with their rows. */
function facetSubject(kind: FacetKind, value: string): string {
  if (kind === 'speaker' || kind === 'feed') return subjectOf[kind](value);
  return `${kind}#${value}`;
}

function addTo(facet: FacetCount | undefined, counts: Partial<Omit<FacetCount, 'value'>>): void {
  if (!facet) return;
  facet.items += counts.items ?? 0;
  facet.copies += counts.copies ?? 0;
  facet.statements += counts.statements ?? 0;
}
