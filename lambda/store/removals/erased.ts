import { speakerId } from '../../common/speaker-id.ts';
import { InputError, StoreError } from '../../model/errors.ts';
import type { Statement } from '../../model/statement.ts';
import type { StoreContext } from '../store-context.ts';
import type { ItemBundle } from '../store-shapes.ts';
import type { Condition } from '../table/port.ts';
import { erasedKey, erasedRecord } from './record.ts';

/** A record holds 400 KB. */
const MOST_ERASED = 5_000;
const ATTEMPTS = 8;
const PAUSE = 20;

/** The ids of erased speakers, as they were last written. */
export async function readErased(context: StoreContext): Promise<Set<string>> {
  const found = await context.table.get(erasedKey());
  return new Set(found ? erasedRecord.decode(found).ids : []);
}

/** Puts speakers on the list of erased ones, or takes them off; again where another operator was faster. Throws InputError `too-many-erased`. */
export async function setErased(context: StoreContext, ids: readonly string[], isErased: boolean): Promise<void> {
  for (let round = 0; round < ATTEMPTS; round++) {
    if (round > 0) await context.delay(PAUSE * round);
    const found = await context.table.get(erasedKey());
    const { ids: before, version } = found ? erasedRecord.decode(found) : { ids: [], version: 0 };
    const others = before.filter((id) => !ids.includes(id));
    const after = (isErased ? [...others, ...ids] : others).toSorted();
    if (after.join('\n') === before.join('\n')) return;
    if (after.length > MOST_ERASED)
      throw new InputError('too-many-erased', `at most ${MOST_ERASED} speakers are erased`);
    const condition: Condition = version > 0 ? { equals: ['version', version] } : { exists: false };
    if (await context.table.put(erasedRecord.encode({ ids: after, version: version + 1 }), condition)) return;
  }
  throw new StoreError('conflict', `the list of erased speakers was changed by others ${ATTEMPTS} times in a row`);
}

/** The statements without those of erased speakers, who are not named beside others either. */
export function withoutErased<T extends Pick<Statement, 'speaker' | 'jointWith'>>(
  statements: readonly T[],
  erased: ReadonlySet<string>,
): T[] {
  const isErased = (name: string): boolean =>
    (['person', 'organization'] as const).some((kind) => erased.has(speakerId(kind, name) ?? ''));
  return statements
    .filter(({ speaker }) => !speaker?.id || !erased.has(speaker.id))
    .map((one) => {
      if (!one.jointWith?.some(isErased)) return one;
      const { jointWith, ...others } = one;
      const left = jointWith.filter((name) => !isErased(name));
      return { ...others, ...(left.length > 0 && { jointWith: left }) } as T;
    });
}

/** The bundle without what these speakers said. */
export function withoutSpeakers(bundle: ItemBundle, erased: ReadonlySet<string>): ItemBundle {
  if (erased.size === 0) return bundle;
  const statements = withoutErased(bundle.statements, erased);
  const statementCount = statements.filter(({ correction }) => !correction?.notAStatement).length;
  return { ...bundle, item: { ...bundle.item, statementCount }, statements };
}
