import type { DateMention } from '../../model/date-mention.ts';
import { StoreError } from '../../model/errors.ts';
import type { Item, ItemSummary } from '../../model/item.ts';
import type { StoreContext } from '../store-context.ts';
import { isExpired } from '../table/codec.ts';
import type { Attributes } from '../table/port.ts';
import { bodyKey, bodyRecord, cutFields, type StoredBody } from './body-record.ts';
import { unpackHtml } from './pack-html.ts';
import { decodeSummary, itemKey } from './record.ts';

const READS = 5;

/** Item and dates of one edition, from its record and its text; reads again where a new edition came in between. */
export async function readWholeItem(
  context: StoreContext,
  id: string,
): Promise<{ item: Item; dates: DateMention[] } | null> {
  let edition = '';
  for (let round = 0; round < READS; round++) {
    const found = await context.table.get(itemKey(id));
    if (!found || isExpired(found, context.clock.now())) return null;
    const summary = decodeSummary(found);
    edition = summary.edition;
    // A text never changes under the name of its edition: half the price, and where it can't be seen yet, it is read again in full.
    const body = await context.table.get(bodyKey(id, edition), { consistent: round > 0 });
    if (!body) continue;
    return wholeOf(summary, body);
  }
  const { pk, sk } = bodyKey(id, edition);
  throw new StoreError(
    'corrupt-record',
    `the item ${id} has no text of its edition: the record ${pk} / ${sk} is missing`,
  );
}

/** The item of its summary and the record of its text, with its dates. */
export async function wholeOf(summary: ItemSummary, body: Attributes): Promise<{ item: Item; dates: DateMention[] }> {
  const { contentText, contentHtml, dates, ...others } = bodyRecord.decode(body);
  const html = contentHtml === null ? null : await unpacked(contentHtml, others);
  const whole = cutFields.parse(others) as Partial<Item>;
  return { item: { ...summary, ...whole, contentText, contentHtml: html }, dates };
}

async function unpacked(
  html: Uint8Array,
  { itemId, edition }: Pick<StoredBody, 'itemId' | 'edition'>,
): Promise<string> {
  try {
    return await unpackHtml(html);
  } catch (error) {
    const { pk, sk } = bodyKey(itemId, edition);
    throw new StoreError('corrupt-record', `the markup of the record ${pk} / ${sk} cannot be unpacked`, error);
  }
}
