import { sha256 } from '../../lambda/common/hash.ts';
import { hourOf, toInstant } from '../../lambda/model/instant.ts';
import { bodyRecord } from '../../lambda/store/items/body-record.ts';
import { changeRecord } from '../../lambda/store/items/change-record.ts';
import { dayRecord } from '../../lambda/store/items/day-record.ts';
import { summaryOf } from '../../lambda/store/items/item-summary.ts';
import { itemRecord } from '../../lambda/store/items/record.ts';
import { statementRecord } from '../../lambda/store/statements/record.ts';
import type { ItemBundle } from '../../lambda/store/store-shapes.ts';
import type { Attributes, Key, Table } from '../../lambda/store/table/port.ts';
import { inventedArchive, speakerName } from '../invented-archive.ts';

const SPEAKERS = 60_000;
const TEMPLATES = 500;
const AT_ONCE = 2_000;
const EDITION = '1-invented';

/** Which items to invent; functions take an item's number. */
export interface ItemPlan {
  count: number;
  /** Begins their ids. */
  prefix: string;
  publishedAt(number: number): number;
  changedAt(number: number): number;
  feedOf(number: number): number;
}

/** Writes invented items straight into a table; answers how many statements they have. */
export async function putInvented(table: Table, plan: ItemPlan): Promise<number> {
  let statements = 0;
  let waiting: (Attributes & Key)[] = [];
  for (const record of recordsOf(plan)) {
    if (String(record.sk).startsWith('STMT#')) statements += 1;
    if (waiting.push(record) < AT_ONCE) continue;
    await table.batchWrite(waiting);
    waiting = [];
  }
  await table.batchWrite(waiting);
  return statements;
}

/** Records of invented items as a poll leaves them. */
function* recordsOf({ count, prefix, publishedAt, changedAt, feedOf }: ItemPlan): Generator<Attributes & Key> {
  const templates: ItemBundle[] = [];
  for (const bundle of inventedArchive(TEMPLATES * 2.5)) templates.push(bundle);
  const days = new Set<string>();
  for (let number = 0; number < count; number++) {
    const { item: like, statements: said } = templates[number % templates.length] as ItemBundle;
    const at = toInstant(publishedAt(number));
    const changed = toInstant(changedAt(number));
    for (const [kind, instant] of [
      ['items', at],
      ['statements', at],
      ['changed', changed],
    ] as const) {
      const day = instant.slice(0, 10);
      if (days.has(`${kind} ${day}`)) continue;
      days.add(`${kind} ${day}`);
      yield dayRecord.encode({ kind, day });
    }
    const id = `${prefix}-${number.toString(36).padStart(8, '0')}`;
    const times = { publishedAt: at, storedAt: changed, changedAt: changed, sortAt: at, fetchedAt: changed };
    const feedId = `feed-${feedOf(number)}`;
    const item = {
      ...like,
      ...times,
      id,
      feedId,
      edition: EDITION,
      url: `https://news.example/${prefix}/${number}`,
      contentHash: id,
    };
    // A word of its own behind every second one: the item and its statements are nobody's copies.
    const word = wordOf(id);
    const ownWords = (text: string): string => text.replaceAll(/(?:\S+ ){2}/g, (words) => `${words}${word} `);
    const statements = said.map((statement, index) => {
      // The lower the number, the more frequent.
      const speaker = Math.floor(SPEAKERS ** (((number * 31 + index * 17) % 9_973) / 9_973));
      const named = statement.speaker && { ...statement.speaker, id: `speaker-${speaker}`, name: speakerName(speaker) };
      const own = { itemId: id, feedId, sortAt: at, id: `${id}-${String(index).padStart(8, '0')}` };
      return { ...statement, ...own, text: ownWords(statement.text), edition: EDITION, url: item.url, speaker: named };
    });
    for (const statement of statements) yield statementRecord.encode(statement);
    const contentText = ownWords(like.contentText);
    yield bodyRecord.encode({
      itemId: id,
      edition: EDITION,
      sortAt: at,
      contentText,
      contentHtml: null,
      dates: [],
      comingDates: [],
    });
    yield itemRecord.encode({ ...summaryOf(item), edition: EDITION, copies: [], statementCount: statements.length });
    yield changeRecord.encode({
      ...{ itemId: id, revision: 1, changedAt: changed, hours: [hourOf(at)], removed: false },
      ...{ formerCopies: [], copies: [], formers: [] },
    });
  }
}

/** A word that no other item has. */
const wordOf = (id: string): string =>
  sha256(id)
    .slice(0, 12)
    .replaceAll(/\d/g, (digit) => String.fromCharCode(103 + Number(digit)));
