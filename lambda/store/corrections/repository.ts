import { isDeepStrictEqual } from 'node:util';
import type { Correction } from '../../model/correction.ts';
import { InputError, NotFoundError } from '../../model/errors.ts';
import { sortableInstant, toInstant } from '../../model/instant.ts';
import type { Statement } from '../../model/statement.ts';
import type { DayMarks } from '../items/day-marks.ts';
import { readItemPartition } from '../items/item-partition.ts';
import { recordSpeakers } from '../speakers/record-speakers.ts';
import type { CorrectionRepository, CorrectionRequest } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import type { Condition } from '../table/port.ts';
import { decoded, readPartition } from '../timeline.ts';
import { asTheMachineRead } from './apply-corrections.ts';
import { findWords } from './find-words.ts';
import { CORRECTIONS, correctionKey, correctionRecord } from './record.ts';
import { readStored, reviseItem } from './revise-item.ts';

/** Each is compared with each statement of its article. */
const MOST_OF_ONE_ITEM = 200;

/** What operators have corrected: the record first, then the article's next revision, which shows it. */
export function createCorrectionRepository(context: StoreContext, days: DayMarks): CorrectionRepository {
  const get = async (itemId: string, statementId: string): Promise<Correction | null> => {
    const found = await context.table.get(correctionKey(itemId, statementId));
    return found && correctionRecord.decode(found);
  };
  /** Makes the article show its corrections, and lets go of one that was taken back. */
  const settleOne = async ({ itemId, statementId, withdrawn }: Correction): Promise<Statement[] | null> => {
    const statements = await reviseItem(context, days, itemId);
    if (withdrawn) await context.table.delete(correctionKey(itemId, statementId), IS_WITHDRAWN);
    return statements;
  };

  return {
    async put(request) {
      const { correction, seenAt } = await decide(context, request, get);
      const { speaker } = correction;
      if (speaker?.id) {
        const { id, name, kind, role } = speaker;
        await recordSpeakers(context, [{ id, name, kind, role, aliases: [], seenAt }]);
      }
      await context.table.put(correctionRecord.encode(correction));
      const statements = (await settleOne(correction)) ?? [];
      const statement = statements.find((one) => one.correction?.of === correction.statementId) ?? null;
      return { correction, statement };
    },
    async withdraw(itemId, statementId) {
      const shown = (await readStored(context, itemId))?.statements.find(({ id }) => id === statementId);
      const found = await get(itemId, shown?.correction?.of ?? statementId);
      if (!found) {
        throw new NotFoundError('unknown-correction', `no correction is of the statement ${statementId} of ${itemId}`);
      }
      const withdrawn = { ...found, withdrawn: true, at: toInstant(context.clock.now()) };
      await context.table.put(correctionRecord.encode(withdrawn));
      await settleOne(withdrawn);
    },
    newest: (after) => readNewest(context, after),
    async settle(from) {
      const query = { index: 'gsi1' as const, partition: CORRECTIONS, low: sortableInstant(from) };
      let count = 0;
      for await (const record of context.table.query(query)) {
        await settleOne(correctionRecord.decode(record));
        count++;
      }
      return count;
    },
  };
}

const IS_WITHDRAWN: Condition = { equals: ['withdrawn', true] };

async function* readNewest(context: StoreContext, after: string | undefined) {
  const list = readPartition(context, 'gsi1', CORRECTIONS, { after, descending: true });
  for await (const entry of decoded(context, list, correctionRecord.decode)) if (!entry.record.withdrawn) yield entry;
}

/** The correction to be put: of the statement that is shown under that id, or of one that an earlier correction was of. */
async function decide(
  context: StoreContext,
  { itemId, statementId, by, ...decision }: CorrectionRequest,
  get: (itemId: string, statementId: string) => Promise<Correction | null>,
): Promise<{ correction: Correction; seenAt: string }> {
  const whole = await readStored(context, itemId);
  if (!whole) throw new NotFoundError('unknown-item', `no item has the id ${itemId}, or it has expired`);
  const { item, statements } = whole;
  const shown = statements.find(({ id, correction }) => id === statementId || correction?.of === statementId);
  const known = await get(itemId, shown?.correction?.of ?? statementId);
  if (!shown && !known) {
    throw new NotFoundError('unknown-statement', `the item ${itemId} has no statement ${statementId}`);
  }
  const { words } = decision;
  if (words !== undefined && findWords(item.contentText, words, 0) === null) {
    throw new InputError('words-not-in-text', 'these words do not stand so in the article', '/words');
  }
  if (!known) {
    const { all } = await readItemPartition(context, itemId);
    if (all.filter(({ sk }) => sk.startsWith('CORR#')).length >= MOST_OF_ONE_ITEM) {
      const message = `${MOST_OF_ONE_ITEM} statements of the item ${itemId} are corrected; there is no room for more`;
      throw new InputError('too-many-corrections', message);
    }
  }
  const machine = shown ? readingOf(shown) : (known as Correction).machine;
  const id = shown?.correction?.of ?? known?.statementId ?? statementId;
  const fresh = { ...decision, itemId, statementId: id, by, at: toInstant(context.clock.now()), machine };
  const next = { ...fresh, withdrawn: false };
  // The same again is the same decision: it keeps its moment, and nothing has to be written anew.
  const isSame = known !== null && isDeepStrictEqual({ ...next, by: known.by, at: known.at }, known);
  return { correction: isSame ? known : next, seenAt: item.sortAt };
}

function readingOf(statement: Statement): Correction['machine'] {
  const { text, start, end, spans, speaker } = asTheMachineRead(statement);
  return { text, start, end, spans, speaker };
}
