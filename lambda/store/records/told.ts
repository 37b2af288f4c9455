import * as z from 'zod';
import { shortHash } from '../../common/hash.ts';
import { nameOfSlug } from '../../common/name-of-slug.ts';
import { parseJson } from '../../common/parse-json.ts';
import { StoreError } from '../../model/errors.ts';
import { type Day, daySchema, instantSchema } from '../../model/instant.ts';
import { shortMoment, wholeMoment } from '../counts/short-moment.ts';
import type { ToldItem, ToldStatement } from '../store-shapes.ts';
import { bytesSchema } from '../table/codec.ts';
import { keys } from '../table/keys.ts';
import { defineShortRecord } from './short-record.ts';

/** What one count has read of a day's items, a line each, compressed; a hash of them parts those of one moment. */
export const toldRecord = defineShortRecord(
  z.object({ day: daySchema, at: instantSchema, data: bytesSchema }),
  ({ day, at, data }) => keys.told(day, at, shortHash(data).slice(0, 8)),
  { implied: ({ pk, sk }) => ({ day: pk.split('#')[1], at: sk.split('#')[0] }) },
);

const TYPES = ['direct', 'indirect', 'mixed'] as const;
const BANDS = ['high', 'fair', 'low'] as const;

const count = z.int().nonnegative();
const momentSchema = z.union([z.int(), instantSchema]);
const lineSchema = z.tuple([
  z.string(),
  count,
  momentSchema,
  momentSchema,
  /** Id, name where the id does not tell it, and role. */
  z.array(z.tuple([z.string(), z.union([z.string(), z.literal(0)]), z.union([z.string(), z.literal(0)])])),
  /** Of each statement its type and band in one number, and which of the speakers it is of, from 1 on; 0 of nobody who is counted. */
  z.array(count),
]);

/** An item as a line of JSON; moments are milliseconds from the beginning of the day on. */
export function lineOf({ itemId, revision, changedAt, sortAt, statements }: ToldItem, day: Day): string {
  const speakers: z.output<typeof lineSchema>[4] = [];
  const places = new Map<string, number>();
  const placeOf = (speaker: ToldStatement['speaker']): number => {
    if (speaker === null) return 0;
    const name = nameOfSlug(speaker.id) === speaker.name ? 0 : speaker.name;
    const key = JSON.stringify([speaker.id, name, speaker.role ?? 0]);
    const place = places.get(key) ?? speakers.push([speaker.id, name, speaker.role ?? 0]);
    places.set(key, place);
    return place;
  };
  const numbers = statements.flatMap(({ type, band, speaker }) => [
    TYPES.indexOf(type) * BANDS.length + BANDS.indexOf(band),
    placeOf(speaker),
  ]);
  return JSON.stringify([itemId, revision, shortMoment(changedAt, day), shortMoment(sortAt, day), speakers, numbers]);
}

/** The item of a line; throws StoreError `corrupt-record` where it is none. */
export function itemOfLine(line: string, day: Day): ToldItem {
  const parsed = lineSchema.safeParse(parseJson(line));
  if (!parsed.success) throw new StoreError('corrupt-record', `what is told of an item of ${day} is not as it must be`);
  const [itemId, revision, changedAt, sortAt, speakers, numbers] = parsed.data;
  const known = speakers.map(([id, name, role]) => ({ id, name: name || nameOfSlug(id), role: role || null }));
  const statements = Array.from({ length: numbers.length / 2 }, (_, n): ToldStatement => {
    const [code = 0, place = 0] = numbers.slice(2 * n, 2 * n + 2);
    return {
      type: TYPES[Math.floor(code / BANDS.length)] ?? 'direct',
      band: BANDS[code % BANDS.length] ?? 'low',
      speaker: known[place - 1] ?? null,
    };
  });
  return { itemId, revision, changedAt: wholeMoment(changedAt, day), sortAt: wholeMoment(sortAt, day), statements };
}

/** The id with which a line begins. */
export const idOfLine = (line: string): string => line.slice(2, line.indexOf('"', 2));
