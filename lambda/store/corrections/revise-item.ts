import { isDeepStrictEqual } from 'node:util';
import type { DateMention } from '../../model/date-mention.ts';
import { StoreError } from '../../model/errors.ts';
import { dayOf, type Instant, toInstant } from '../../model/instant.ts';
import type { Item } from '../../model/item.ts';
import type { Statement } from '../../model/statement.ts';
import type { DayMarks } from '../items/day-marks.ts';
import { readItemPartition } from '../items/item-partition.ts';
import { readComingDates } from '../items/read-coming-dates.ts';
import { readWholeItem } from '../items/read-item.ts';
import { saveItem } from '../items/save-item.ts';
import { readErased, withoutErased } from '../removals/erased.ts';
import { readEdition } from '../statements/read-editions.ts';
import type { StoreContext } from '../store-context.ts';
import type { ItemBundle } from '../store-shapes.ts';
import { applyCorrections, asTheMachineRead } from './apply-corrections.ts';
import { readCorrections } from './with-corrections.ts';

const ATTEMPTS = 8;
const PAUSE = 20;

/** A statement that comes back, and the `contentHash` of the text that it was found in. */
export interface RestoredStatement {
  statement: Statement;
  contentHash: string;
}

/** An item as it is stored. */
interface Whole {
  item: Item;
  dates: DateMention[];
  statements: Statement[];
}

/**
 * Makes the item's statements show its corrections: as a new revision with the same text, so that lists, changes and counts hear of it as of any
 * other; without what erased speakers said, and with these `restored` statements, as far as the text is the same. Writes nothing where they do already. Looks again after each write, for another operator may have decided meanwhile. Answers the item's
 * statements; `null` where there is no item.
 */
export async function reviseItem(
  context: StoreContext,
  days: DayMarks,
  id: string,
  restored: readonly RestoredStatement[] = [],
): Promise<Statement[] | null> {
  const erased = await readErased(context);
  for (let round = 0; round < ATTEMPTS; round++) {
    if (round > 0) await context.delay(PAUSE * round);
    const stored = await readStored(context, id);
    if (!stored) return null;
    const whole = { ...stored, statements: withStatements(stored, restored) };
    const { item, all } = await readItemPartition(context, id);
    // Otherwise the statements may be those of an edition that was being replaced.
    if (item?.edition !== whole.item.edition) continue;
    const corrected = applyCorrections(whole.statements, await readCorrections(context, all), whole.item.contentText);
    const wanted = withoutErased(corrected, erased);
    if (isDeepStrictEqual(byId(wanted), byId(stored.statements))) return stored.statements;
    await saveItem(context, days, await nextRevision(context, whole), erased);
  }
  throw new StoreError('conflict', `the item ${id} was changed by others ${ATTEMPTS} times in a row`);
}

/** The statements, and those of the restored ones that are not among them and were found in the same text. */
function withStatements({ item, statements }: Whole, restored: readonly RestoredStatement[]): Statement[] {
  const known = new Set(statements.map(({ id }) => id));
  const { edition, sortAt, contentHash } = item;
  const fitting = restored.filter((one) => !known.has(one.statement.id) && one.contentHash === contentHash);
  const back = new Map(fitting.map(({ statement }) => [statement.id, { ...statement, edition, sortAt }]));
  return [...statements, ...back.values()].toSorted((one, other) => one.start - other.start);
}

/** The item with its statements, in text order; `null` where there is none. */
export async function readStored(context: StoreContext, id: string): Promise<Whole | null> {
  const whole = await readWholeItem(context, id);
  if (!whole) return null;
  const { edition } = whole.item;
  return { ...whole, statements: await readEdition(context, { itemId: id, edition }, { consistent: true }) };
}

async function nextRevision(context: StoreContext, { item, dates, statements }: Whole): Promise<ItemBundle> {
  const now = toInstant(context.clock.now());
  const edition = { itemId: item.id, edition: item.edition };
  const comingDates = await readComingDates(context, [edition], { consistent: true });
  return {
    item: {
      ...item,
      ...{ revision: item.revision + 1, changedAt: now, correctedAt: now, statementCount: statements.length },
      ...revisionsOf(item, now),
    },
    dates,
    comingDates,
    statements: statements.map(asTheMachineRead),
    previous: item,
  };
}

/** A correction doesn't use up the feed's revisions of the day. */
function revisionsOf({ changedAt, revisionsThatDay }: Item, now: Instant): Pick<Item, 'revisionsThatDay'> {
  return { revisionsThatDay: dayOf(changedAt) === dayOf(now) ? revisionsThatDay : 1 };
}

const byId = (statements: readonly Statement[]): Statement[] =>
  statements.toSorted((one, other) => (one.id < other.id ? -1 : 1));
