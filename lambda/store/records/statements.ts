import * as z from 'zod';
import { StoreError } from '../../model/errors.ts';
import type { Instant } from '../../model/instant.ts';
import { type Statement, statementSchema } from '../../model/statement.ts';
import { type Attributes, bytesSchema, defineRecord } from '../codec.ts';
import { type Key, keys } from '../keys.ts';
import { inPieces, packValue, unpackValue } from '../packed.ts';
import { withEnd, withoutEnd } from './ends.ts';

/** All statements of one revision of an item, compressed, in one record (rarely more); in no index. */
const pieceRecord = defineRecord(
  z.object({
    itemId: z.string(),
    revision: z.int().positive(),
    piece: z.int().nonnegative(),
    pieces: z.int().positive(),
    statements: bytesSchema,
  }),
  ({ itemId, revision, piece }) => keys.statements(itemId, revision, piece),
  {
    implied: ({ pk, sk }) => {
      const [, revision, , piece] = sk.split('#').map(Number);
      return { itemId: pk.slice('ITEM#'.length), revision, piece };
    },
  },
);

/** A statement in a record of its own, as earlier versions stored it; such are read, and never written. */
const earlierRecord = defineRecord(statementSchema, ({ itemId }) => keys.item(itemId), { plain: [] });

/** What all statements of a revision share is stored once. */
const SHARED = ['itemId', 'revision', 'feedId', 'url', 'sortAt', 'language'] as const;
const packedSchema = z.object({
  shared: statementSchema.pick({ itemId: true, revision: true, feedId: true, url: true, sortAt: true, language: true }),
  statements: z.array(z.record(z.string(), z.unknown())),
});

/** The records to put; none where there is no statement. Each statement must have the same item, revision and place in lists. */
export function encodeStatements(statements: readonly Statement[], expiresAt: Instant | null): (Attributes & Key)[] {
  const [first] = statements;
  if (!first) return [];
  const { itemId, revision } = first;
  const shared = Object.fromEntries(SHARED.map((name) => [name, first[name]]));
  const { pk, sk } = keys.statements(itemId, revision, 0);
  const checked = [...new Map(statements.map((one) => [one.id, one])).values()].map((one) => parse(one, pk, sk));
  const own = checked.sort(inTextOrder).map((one) => {
    const { spans, ...rest } = without(one, SHARED);
    const [span, ...others] = spans;
    const isWhole = others.length === 0 && span?.start === one.start && span.end === one.end;
    return withoutEnds(isWhole ? rest : { ...rest, spans });
  });
  const pieces = inPieces(packValue({ shared, statements: own }, pk));
  return pieces.map((data, piece) =>
    pieceRecord.encode({ itemId, revision, piece, pieces: pieces.length, statements: data }, expiresAt),
  );
}

/** The statements in records of one revision, in text order; none where a piece is missing. Throws StoreError `corrupt-record`. */
export function decodeStatements(records: readonly Attributes[]): Statement[] {
  const pieces = records.filter(isPiece).map(pieceRecord.decode);
  if (pieces.length === 0) return records.map(earlierRecord.decode).sort(inTextOrder);
  const [first] = pieces.sort((one, other) => one.piece - other.piece);
  if (!first || pieces.length < first.pieces) return [];
  const { pk, sk } = keys.statements(first.itemId, first.revision, 0);
  const value = unpackValue(Buffer.concat(pieces.map(({ statements }) => statements)), pk, sk);
  const parsed = packedSchema.safeParse(value);
  if (!parsed.success) throw new StoreError('corrupt-record', `the statements ${pk} / ${sk} are not as they must be`);
  return parsed.data.statements.map((stored) => {
    const own = withEnds(stored);
    const { start, end } = own;
    return parse({ spans: [{ start, end }], ...own, ...parsed.data.shared }, pk, sk);
  });
}

type Fields = Record<string, unknown>;

/** Ends of statement, cue and mention are mostly told by their words. */
const withoutEnds = (own: Fields): Fields => eachPlace(own, withoutEnd);
const withEnds = (own: Fields): Fields => eachPlace(own, withEnd);

function eachPlace(own: Fields, change: (place: Fields) => Fields): Fields {
  const changed = { ...own };
  const speaker = own.speaker as Fields | null | undefined;
  if (own.cue) changed.cue = change(own.cue as Fields);
  if (speaker?.mention) changed.speaker = { ...speaker, mention: change(speaker.mention as Fields) };
  return change(changed);
}

function parse(value: unknown, pk: string, sk: string): Statement {
  const parsed = statementSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const reason = z.prettifyError(parsed.error);
  throw new StoreError('corrupt-record', `a statement of ${pk} / ${sk} is not as it must be: ${reason}`, parsed.error);
}

/** Whether the record is a piece of all statements, not a single one as earlier versions stored them. */
export const isPiece = (record: Attributes): boolean => record.statements instanceof Uint8Array;

/** Whether the record is the only piece. */
export const isWhole = (record: Attributes): boolean => isPiece(record) && record.pieces === 1;

function without<T extends object, K extends keyof T>(record: T, names: readonly K[]): Omit<T, K> {
  return Object.fromEntries(Object.entries(record).filter(([name]) => !names.includes(name as K))) as Omit<T, K>;
}

function inTextOrder(one: Statement, other: Statement): number {
  return one.start - other.start || (one.id.slice(-8) < other.id.slice(-8) ? -1 : 1);
}
