import type { Correction } from '../../model/correction.ts';
import type { StoreContext } from '../store-context.ts';
import type { ItemBundle } from '../store-shapes.ts';
import type { Key } from '../table/port.ts';
import { applyCorrections } from './apply-corrections.ts';
import { correctionRecord } from './record.ts';

/** The corrections among these keys of an item's partition, as they were last written. */
export async function readCorrections(context: StoreContext, all: readonly Key[]): Promise<Correction[]> {
  const wanted = all.filter(({ sk }) => sk.startsWith('CORR#'));
  if (wanted.length === 0) return [];
  const found = (await context.table.batchGet(wanted, { consistent: true })).map(correctionRecord.decode);
  return found.sort((one, other) => (one.statementId < other.statementId ? -1 : 1));
}

/** The bundle with what operators have corrected; `all` are the keys of the item's partition. Costs nothing where there is no correction. */
export async function withCorrections(
  context: StoreContext,
  bundle: ItemBundle,
  all: readonly Key[],
): Promise<ItemBundle> {
  const corrections = await readCorrections(context, all);
  if (corrections.length === 0) return bundle;
  const statements = applyCorrections(bundle.statements, corrections, bundle.item.contentText);
  const statementCount = statements.filter(({ correction }) => !correction?.notAStatement).length;
  return { ...bundle, item: { ...bundle.item, statementCount }, statements };
}
