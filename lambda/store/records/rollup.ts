import * as z from 'zod';
import { confidenceBandSchema } from '../../model/confidence-band.ts';
import { daySchema, instantSchema } from '../../model/instant.ts';
import { statementTypeSchema } from '../../model/statement.ts';
import { fieldsOfRow, rowOfFields } from '../counts/row-line.ts';
import { packValue, unpackValue } from '../packed.ts';
import type { RollupRow } from '../store-shapes.ts';
import { keys, partitions } from '../table/keys.ts';
import type { Attributes, Key } from '../table/port.ts';
import { defineShortRecord } from './short-record.ts';

/** Raised whenever rows count something new or stand elsewhere: days that an older version counted are counted again. */
export const COUNTED_VERSION = 4;

const SUBJECT = partitions.rollupsOfSubject('');
const count = z.int().nonnegative();
const undatedSchema = z.object({ items: count, copies: count, statements: count, quoted: count });

/** A row as earlier versions stored it; such are read, and replaced when their day is counted again. */
const earlierRecord = defineShortRecord(
  z.object({
    day: daySchema,
    subject: z.string(),
    name: z.string(),
    items: count,
    copies: count.default(0),
    statements: count,
    quoted: count.default(0),
    undated: undatedSchema.default({ items: 0, copies: 0, statements: 0, quoted: 0 }),
    types: z.record(statementTypeSchema, count).default({ direct: 0, indirect: 0, mixed: 0 }),
    bands: z.record(confidenceBandSchema, count).default({ high: 0, fair: 0, low: 0 }),
    /** The first version kept the words alone. */
    roles: z.array(
      z.union([
        z.object({ text: z.string(), statements: count, undated: count }),
        z.string().transform((text) => ({ text, statements: 0, undated: 0 })),
      ]),
    ),
    outlets: z.array(z.object({ feedId: z.string(), statements: count, undated: count })).default([]),
    seen: z.object({ first: instantSchema, last: instantSchema }).optional(),
  }),
  ({ day, subject }) => keys.rollup(day, subject),
  { plain: [] },
);

/** What one day holds of everything, of one speaker or of one feed. */
export const rollupRecord = {
  encode(row: RollupRow): Attributes & Key {
    const key = keys.rollup(row.day, row.subject);
    const [subject, ...fields] = fieldsOfRow(row);
    // A long subject stands shortened in its key.
    const isTold = key.pk === `${SUBJECT}${row.subject}`;
    return { ...key, row: packValue([isTold ? 0 : subject, ...fields], key.pk) };
  },
  /** Throws StoreError `corrupt-record` where the attributes are of no row. */
  decode(attributes: Attributes): RollupRow {
    const { pk, sk, row } = attributes;
    if (!(row instanceof Uint8Array)) return earlierRecord.decode(attributes);
    const value = unpackValue(row, String(pk), String(sk));
    const [subject, ...fields] = Array.isArray(value) ? value : [];
    return rowOfFields([subject === 0 ? String(pk).slice(SUBJECT.length) : subject, ...fields], String(sk));
  },
};

/** How many statements each speaker has on a day, of some thousand speakers: what a ranking needs, without the rows of each of them. */
export const spokenRecord = defineShortRecord(
  z.object({ day: daySchema, part: count, speakers: z.array(z.tuple([z.string(), count])) }),
  ({ day, part }) => keys.spoken(day, part),
  { plain: ['day', 'part'] },
);

/**
 * Which subjects a day has: `counted` with what tells a row from another, or `announced` before there are rows of them, so that none is forgotten where
 * a run dies between.
 */
export const subjectsRecord = defineShortRecord(
  z.object({
    day: daySchema,
    list: z.enum(['counted', 'announced']),
    shards: z.int().positive(),
    shard: count,
    subjects: z.array(z.tuple([z.string(), z.string()])),
  }),
  ({ day, list, shards, shard }) => keys.countedSubjects(day, list, shards, shard),
  { plain: [] },
);

/** How far the changes have been counted, and what was counted. */
export const rolledThroughRecord = defineShortRecord(
  z.object({ through: instantSchema, version: z.int().positive().default(1) }),
  () => keys.rolledThrough(),
);
