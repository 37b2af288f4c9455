import * as z from 'zod';
import { StoreError } from '../../model/errors.ts';
import type { Instant } from '../../model/instant.ts';
import { type Statement, statementSchema } from '../../model/statement.ts';
import { inPieces, packValue, unpackFormerValue, unpackValue } from '../packed.ts';
import { bytesSchema, defineRecord } from '../table/codec.ts';
import { keys } from '../table/keys.ts';
import type { Attributes, Key } from '../table/port.ts';
import { restoreFormerStatements } from './former-statements.ts';
import { restoreStatements, type ShortStatements, shortenStatements } from './short-statements.ts';

const pieceSchema = z.object({
  itemId: z.string(),
  revision: z.int().positive(),
  piece: z.int().nonnegative(),
  pieces: z.int().positive(),
  packed: bytesSchema.optional(),
  /** As earlier versions packed them. */
  statements: bytesSchema.optional(),
});

/** All statements of one revision of an item, compressed, in one record (rarely more); in no index. */
const pieceRecord = defineRecord(
  pieceSchema,
  ({ itemId, revision, piece }) => keys.statements(itemId, revision, piece),
  {
    implied: ({ pk, sk }) => {
      const [, revision, , piece] = sk.split('#').map(Number);
      return { itemId: pk.slice('ITEM#'.length), revision, piece };
    },
    usual: [['pieces', () => 1]],
  },
);

/** A statement in a record of its own, as earlier versions stored it; such are read, and never written. */
const earlierRecord = defineRecord(statementSchema, ({ itemId }) => keys.item(itemId), { plain: [] });

/** The records to put; none where there is no statement. Each statement must have the same item, revision and place in lists. */
export function encodeStatements(statements: readonly Statement[], expiresAt: Instant | null): (Attributes & Key)[] {
  const { itemId = '', revision = 0 } = statements[0] ?? {};
  const { pk, sk } = keys.statements(itemId, revision, 0);
  const checked = [...new Map(statements.map((one) => [one.id, one])).values()].map((one) => parse(one, pk, sk));
  const [first, ...others] = checked.sort(inTextOrder);
  if (!first) return [];
  const pieces = inPieces(packValue(shortenStatements([first, ...others]), pk));
  return pieces.map((packed, piece) =>
    pieceRecord.encode({ itemId, revision, piece, pieces: pieces.length, packed }, expiresAt),
  );
}

/** The statements in records of one revision, in text order; none where a piece is missing. Throws StoreError `corrupt-record`. */
export function decodeStatements(records: readonly Attributes[]): Statement[] {
  const pieces = records.filter(isPiece).map(pieceRecord.decode);
  if (pieces.length === 0) return records.map(earlierRecord.decode).sort(inTextOrder);
  const [first] = pieces.sort((one, other) => one.piece - other.piece);
  if (!first || pieces.length < first.pieces) return [];
  const { pk, sk } = keys.statements(first.itemId, first.revision, 0);
  const bytes = Buffer.concat(pieces.map(({ packed, statements }) => packed ?? statements ?? new Uint8Array()));
  return restored(bytes, first, { pk, sk }).map((one) => parse(one, pk, sk));
}

function restored(bytes: Uint8Array, { packed, ...place }: z.infer<typeof pieceSchema>, { pk, sk }: Key): unknown[] {
  const value = packed ? unpackValue(bytes, pk, sk) : unpackFormerValue(bytes, pk, sk);
  try {
    return packed ? restoreStatements(value as ShortStatements, place) : restoreFormerStatements(value);
  } catch (error) {
    throw new StoreError('corrupt-record', `the statements ${pk} / ${sk} are not as they must be`, error);
  }
}

function parse(value: unknown, pk: string, sk: string): Statement {
  const parsed = statementSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const reason = z.prettifyError(parsed.error);
  throw new StoreError('corrupt-record', `a statement of ${pk} / ${sk} is not as it must be: ${reason}`, parsed.error);
}

/** Whether the record is a piece of all statements, not a single one as earlier versions stored them. */
export const isPiece = ({ packed, statements }: Attributes): boolean => (packed ?? statements) instanceof Uint8Array;

/** Whether the record is the only piece. */
export const isWhole = (record: Attributes): boolean => isPiece(record) && (record.pieces ?? 1) === 1;

function inTextOrder(one: Statement, other: Statement): number {
  return one.start - other.start || (one.id.slice(-8) < other.id.slice(-8) ? -1 : 1);
}
