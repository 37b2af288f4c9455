import type { Day } from '../../model/instant.ts';
import { type ComingDate, comingDateSchema } from '../../model/item.ts';
import { defineRecord } from '../table/codec.ts';
import { at, digits } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';

type Place = Pick<ComingDate, 'date' | 'sortAt' | 'itemId' | 'start' | 'edition'>;

/** The partition of a day, by `sortAt` of the items that speak of it. */
export const mentionedOn = (day: Day): string => `MENTIONED#${day}`;

/** Where a coming date stands in the list of its day, whatever the edition. */
export const comingPosition = ({ sortAt, itemId, start }: Omit<Place, 'date' | 'edition'>): string =>
  at(sortAt, itemId, digits(start));

/** The key of a coming date. */
export const comingDateKey = (place: Place): Key => ({
  pk: mentionedOn(place.date),
  sk: `${comingPosition(place)}#${place.edition}`,
});

/** A day ahead that one edition speaks of, in the list of that day; in no index. */
export const comingDateRecord = defineRecord(comingDateSchema, comingDateKey);
