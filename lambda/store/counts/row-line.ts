import * as z from 'zod';
import { nameOfSlug } from '../../common/name-of-slug.ts';
import { parseJson } from '../../common/parse-json.ts';
import { StoreError } from '../../model/errors.ts';
import { type Day, instantSchema } from '../../model/instant.ts';
import { subjectOf } from '../rollup-subject.ts';
import type { RollupRow } from '../store-shapes.ts';
import { shortMoment, wholeMoment } from './short-moment.ts';

const count = z.int().nonnegative();
const momentSchema = z.union([z.int(), instantSchema]);
/** A text, how often it was said, and how often of that undated. */
const timesSchema = z.union([z.tuple([z.string(), count]), z.tuple([z.string(), count, count])]);
const fieldsSchema = z.tuple([
  z.string(),
  /** The name; 0 where the subject tells it. */
  z.union([z.string(), z.literal(0)]).default(''),
  z.array(count).default([]),
  z.array(timesSchema).default([]),
  z.array(timesSchema).default([]),
  /** First and last moment, or one where they are the same. */
  z.array(momentSchema).max(2).default([]),
]);

/** A row as a line of JSON, in the form of `fieldsOfRow`; it begins as `lineStart` says. */
export const lineOfRow = (row: RollupRow): string => JSON.stringify(fieldsOfRow(row));

/** How the line of a subject begins, and that of no other. */
export const lineStart = (subject: string): string => `[${JSON.stringify(subject)},`;

/** The row of a line; throws StoreError `corrupt-record` where it is none. */
export const rowOfLine = (line: string, day: Day): RollupRow => rowOfFields(parseJson(line), day);

/** A row without its day, first its subject: numbers without the zeros at their end, moments as milliseconds of the day, and nothing behind what is empty. */
export function fieldsOfRow({ day, subject, name, roles, outlets, seen, ...row }: RollupRow): unknown[] {
  const { types, bands, undated } = row;
  const numbers = [
    ...[row.items, row.statements, row.quoted, types.direct, types.indirect, bands.high, bands.fair],
    ...[types.mixed, bands.low, row.copies, undated.items, undated.statements, undated.quoted, undated.copies],
  ];
  const fields = [
    subject,
    nameOf(subject) === name ? 0 : name,
    numbers.slice(0, 1 + numbers.findLastIndex((number) => number !== 0)),
    roles.map(({ text, ...times }) => timesOf(text, times)),
    outlets.map(({ feedId, ...times }) => timesOf(feedId, times)),
    seen ? [...new Set([seen.first, seen.last])].map((moment) => shortMoment(moment, day)) : [],
  ];
  return fields.slice(0, 1 + fields.findLastIndex((field) => !Array.isArray(field) || field.length > 0));
}

/** The row of these fields; throws StoreError `corrupt-record` where they are of none. */
export function rowOfFields(fields: unknown, day: Day): RollupRow {
  const parsed = fieldsSchema.safeParse(fields);
  if (!parsed.success) throw new StoreError('corrupt-record', `a count of ${day} is not as it must be`, parsed.error);
  const [subject, name, numbers, roles, outlets, [first, last = first]] = parsed.data;
  const at = (place: number): number => numbers[place] ?? 0;
  return {
    ...{ day, subject, name: name === 0 ? nameOf(subject) : name },
    ...{ items: at(0), statements: at(1), quoted: at(2), copies: at(9) },
    types: { direct: at(3), indirect: at(4), mixed: at(7) },
    bands: { high: at(5), fair: at(6), low: at(8) },
    undated: { items: at(10), copies: at(13), statements: at(11), quoted: at(12) },
    roles: roles.map(([text, statements, undated = 0]) => ({ text, statements, undated })),
    outlets: outlets.map(([feedId, statements, undated = 0]) => ({ feedId, statements, undated })),
    ...(first === undefined || last === undefined
      ? {}
      : { seen: { first: wholeMoment(first, day), last: wholeMoment(last, day) } }),
  };
}

function timesOf(text: string, { statements, undated }: { statements: number; undated: number }) {
  return undated === 0 ? [text, statements] : [text, statements, undated];
}

const SPEAKER = subjectOf.speaker('');
const nameOf = (subject: string): string =>
  subject.startsWith(SPEAKER) ? nameOfSlug(subject.slice(SPEAKER.length)) : '';
