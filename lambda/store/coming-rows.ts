import type { ComingDate } from '../model/item.ts';
import { revisionOf } from './revision-of.ts';
import { keys } from './table/keys.ts';
import type { Attributes, Key } from './table/port.ts';

/**
 * What a body's record tells of the rows of its revision's coming dates: the moment in their keys, then of each its day, its offset and, where that
 * is not the day, its value. Nothing where there is none.
 */
export function tellComing(dates: readonly ComingDate[]): string[] | undefined {
  const [first] = dates;
  if (!first) return undefined;
  const places = dates.map(({ date, start, value }) => [date, start, ...(value === date ? [] : [value])].join(' '));
  return [first.sortAt, ...new Set(places)];
}

/** Keys of the rows that these records of bodies tell of, of those revisions that are meant. */
export function comingKeysIn(bodies: readonly Attributes[], isMeant: (revision: number) => boolean): Key[] {
  return bodies.flatMap((body) => {
    const revision = revisionOf({ sk: String(body.sk) });
    if (revision === null || !isMeant(revision) || !Array.isArray(body.coming)) return [];
    const itemId = String(body.pk).slice('ITEM#'.length);
    const [sortAt = '', ...places] = body.coming as string[];
    return places.map((place) => {
      const [date = '', start, ...value] = place.split(' ');
      const words = value.length === 0 ? date : value.join(' ');
      return keys.comingDate({ date, sortAt, itemId, revision, start: Number(start), value: words });
    });
  });
}
