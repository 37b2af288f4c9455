import { type Day, toInstant } from '../../model/instant.ts';
import { collect } from '../collect.ts';
import { idOfLine, itemOfLine, lineOf, toldRecord } from '../records/told.ts';
import type { ToldItems } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { partitions } from '../table/keys.ts';
import type { Key } from '../table/port.ts';
import { packLines, unpackLines } from './packed-lines.ts';

/** After so many days few articles of a day come; what was told of it is read again then. */
const DAYS_KEPT = 30;
const MILLISECONDS_A_DAY = 86_400_000;
/** A record of so many characters, unpacked, is far below 400 KB. */
const CHARACTERS_A_PIECE = 1_000_000;
/** So many pieces of a day are made one: each later article of it brings another. */
const MOST_PIECES = 48;

/** Reads what earlier counts of the day have read, so that this one reads the statements of new articles only. */
export async function readToldItems(context: StoreContext, day: Day): Promise<ToldItems> {
  const stored = await collect(context.table.query({ index: null, partition: partitions.toldOfDay(day) }));
  const lines = new Map<string, string>();
  for (const record of stored) {
    for (const line of unpackLines(toldRecord.decode(record).data, `what is told of items of ${day}`))
      lines.set(idOfLine(line), line);
  }

  return {
    get({ itemId, revision, changedAt }) {
      const line = lines.get(itemId);
      const item = line === undefined ? undefined : itemOfLine(line, day);
      return item?.revision === revision && item.changedAt === changedAt ? item : undefined;
    },
    async add(items) {
      if (items.length === 0) return;
      const now = toInstant(context.clock.now());
      const fresh = new Map(items.map((item): [string, string] => [item.itemId, lineOf(item, day)]));
      const isLong = stored.length >= MOST_PIECES;
      const all = isLong ? new Map([...lines, ...fresh]) : fresh;
      const expiresAt = toInstant(Date.parse(now) + DAYS_KEPT * MILLISECONDS_A_DAY);
      const pieces = [...inPieces([...all.values()])].map((some) =>
        toldRecord.encode({ day, at: now, data: packLines(some) }, expiresAt),
      );
      await context.table.batchWrite(pieces);
      if (isLong) await context.table.batchWrite([], stored.splice(0) as Key[]);
    },
  };
}

function* inPieces(lines: readonly string[]): Generator<string[]> {
  let [piece, characters]: [string[], number] = [[], 0];
  for (const line of lines) {
    if (characters > 0 && characters + line.length > CHARACTERS_A_PIECE) {
      yield piece;
      [piece, characters] = [[], 0];
    }
    piece.push(line);
    characters += line.length;
  }
  if (piece.length > 0) yield piece;
}
