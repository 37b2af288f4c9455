import * as z from 'zod';
import { dayOf, daySchema, hourOf, hourSchema, type Instant, instantSchema, toInstant } from '../../model/instant.ts';
import type { Change } from '../store-shapes.ts';
import { bytesSchema, defineRecord } from '../table/codec.ts';
import { keys } from '../table/keys.ts';
import type { Attributes, Key } from '../table/port.ts';
import { packPlaces, unpackPlaces } from './copy-places.ts';

/** A change of an item, as writers know it. */
export interface StoredChange {
  itemId: string;
  revision: number;
  changedAt: Instant;
  /** Of `sortAt`, and of the former one. */
  hours: string[];
  /** Those that an earlier version told, without their hours. */
  days: string[];
  removed: boolean;
  /** Copy partitions that the change takes the item out of. */
  formerCopies: string[];
  /** Those that it puts the item into. */
  copies: string[];
  /** When the changes were whose rows this one takes the place of. */
  formers: Instant[];
}

/** As names in earlier versions, packed in this one. */
const placesSchema = z.union([z.array(z.string()), bytesSchema]).optional();

/** What is as it mostly is stands nowhere: a first revision, in the hour in which its article was published. */
const record = defineRecord(
  z.object({
    itemId: z.string(),
    changedAt: instantSchema,
    revision: z.int().positive().default(1),
    hours: z.array(hourSchema).optional(),
    days: z.array(daySchema).optional(),
    removed: z.boolean().default(false),
    formerCopies: placesSchema,
    copies: placesSchema,
    formers: z.array(instantSchema).default([]),
  }),
  ({ itemId, changedAt }) => keys.change(itemId, changedAt),
  { implied },
);

/** An item's change, in no index. Decodes also what earlier versions kept with the item, in gsi1 by when it was. */
export const changeRecord = {
  encode(change: StoredChange, expiresAt?: Instant | null): Attributes & Key {
    const { hours, days, formerCopies, copies, ...rest } = change;
    const encoded: Attributes & Key = record.encode(
      {
        ...rest,
        ...(days.length === 0 && hours.join() === hourOf(change.changedAt) ? {} : { hours }),
        ...(days.length > 0 ? { days } : {}),
        ...(formerCopies.length > 0 ? { formerCopies: packPlaces(formerCopies) } : {}),
        ...(copies.length > 0 ? { copies: packPlaces(copies) } : {}),
      },
      expiresAt,
    );
    if (change.revision === 1) delete encoded.revision;
    if (!change.removed) delete encoded.removed;
    if (change.formers.length === 0) delete encoded.formers;
    return encoded;
  },
  decode(attributes: Attributes): StoredChange {
    const { hours, days, formerCopies, copies, ...rest } = record.decode(attributes);
    return {
      ...rest,
      hours: hours ?? (days ? [] : [hourOf(rest.changedAt)]),
      days: days ?? [],
      formerCopies: placesIn(formerCopies),
      copies: placesIn(copies),
    };
  },
};

/** What readers are told of it. */
export function toChange({ itemId, revision, changedAt, hours, days, removed }: StoredChange): Change {
  const all = [...new Set([...days, ...hours.map(dayOf)])].sort();
  return { itemId, revision, changedAt, days: all, hours: days.length > 0 ? null : hours, removed };
}

function implied({ pk, sk }: Key): Attributes {
  if (pk.startsWith('ITEM#')) return { itemId: pk.slice('ITEM#'.length) };
  const [changedAt = '', itemId] = sk.split('#');
  return { itemId, changedAt: toInstant(Date.parse(changedAt)) };
}

function placesIn(places: string[] | Uint8Array | undefined): string[] {
  return places instanceof Uint8Array ? unpackPlaces(places) : (places ?? []);
}
