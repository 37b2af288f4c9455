import { isDeepStrictEqual } from 'node:util';
import type { DateMention } from '../model/date-mention.ts';
import type { Item } from '../model/item.ts';
import type { Statement } from '../model/statement.ts';
import { asTheMachineRead } from '../store/corrections/apply-corrections.ts';
import type { ItemBundle, WithoutEdition } from '../store/store-shapes.ts';

/** What stands in the table of an item. */
export interface StoredReading {
  item: Item;
  statements: Statement[];
  dates: DateMention[];
}

/** How another reading of the same text differs. */
export interface ReadingDifference {
  /** Statements that were not there, are not there any more, and are another speaker's. */
  added: number;
  removed: number;
  reattributed: number;
  /** Whether anything differs, also what is counted nowhere. */
  isChanged: boolean;
}

/** Compares a new reading of an item with the stored one. Corrections are taken out of the stored one first, because the rules did not make them. */
export function differenceOf(stored: StoredReading, fresh: ItemBundle): ReadingDifference {
  const before = new Map(stored.statements.map(asTheMachineRead).map((statement) => [statement.id, statement]));
  const after = new Map(fresh.statements.map((statement) => [statement.id, statement]));
  const kept = [...after.values()].filter(({ id }) => before.has(id));
  return {
    added: after.size - kept.length,
    removed: [...before.keys()].filter((id) => !after.has(id)).length,
    reattributed: kept.filter(({ id, speaker }) => speaker?.name !== before.get(id)?.speaker?.name).length,
    isChanged: !isDeepStrictEqual(
      comparable(stored.item, [...before.values()], stored.dates),
      comparable(fresh.item, fresh.statements, fresh.dates),
    ),
  };
}

/** What the rules decide; as JSON gives it, for the table keeps no undefined fields. */
function comparable(
  item: WithoutEdition<Item>,
  statements: WithoutEdition<Statement>[],
  dates: DateMention[],
): unknown {
  const { dateline, publishedAt, publishedAtSource, sortAt, contentHash } = item;
  const own = statements.map((statement) => ({ ...statement, edition: '', sayingId: undefined }));
  const ordered = own.sort((one, other) => (one.id < other.id ? -1 : 1));
  return JSON.parse(
    JSON.stringify({ dateline, publishedAt, publishedAtSource, sortAt, contentHash, statements: ordered, dates }),
  );
}
