import { readableStatement } from '../../common/readable-statement.ts';
import { sentenceAround } from '../../common/text/sentence-around.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import type { StatementRow } from './rows.ts';

const AT_ONCE = 8;
/** In characters. */
export const LONGEST_CONTEXT = 1_000;

/** Adds the sentence around each statement and how it reads; the sentence needs the text of its article; `null` where that is another one by now. */
export async function addContext(
  rows: StatementRow[],
  { store }: Pick<QueryContext, 'store'>,
): Promise<StatementRow[]> {
  const ids = [...new Set(rows.map(({ itemId }) => itemId))];
  const texts = new Map<string, { edition: string; contentText: string }>();
  for (let start = 0; start < ids.length; start += AT_ONCE) {
    const found = await Promise.all(ids.slice(start, start + AT_ONCE).map((id) => store.items.get(id)));
    for (const item of found) if (item) texts.set(item.id, item);
  }
  return rows.map((row) => {
    const item = texts.get(row.itemId);
    const context = item?.edition === row.edition ? contextOf(row, item.contentText) : null;
    const reading = readableStatement(row);
    return { ...row, context, ...(reading === row.text ? {} : { reading }) };
  });
}

function contextOf({ start, end, cue }: StatementRow, text: string): string {
  const [from, to] = [Math.min(start, cue?.start ?? start), Math.max(end, cue?.end ?? end)];
  const sentence = sentenceAround(text, from, to);
  return sentence.length <= LONGEST_CONTEXT
    ? sentence
    : `${sentence.slice(0, LONGEST_CONTEXT - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
