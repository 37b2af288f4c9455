import type { Statement } from '../../model/statement.ts';
import { decodeStatements } from '../records/statements.ts';
import { saidPlace } from '../said-rows.ts';
import type { StoreContext } from '../store-context.ts';
import type { Positioned } from '../store-shapes.ts';
import { partitions } from '../table/keys.ts';
import { decoded, mergeLists, readPartition, type SortKeyRange } from '../timeline.ts';
import { listStatements } from './list-statements.ts';

/** Statements of one speaker, from the newest on: those of the revisions that the speaker's rows name, and what earlier versions put into an index. */
export function speakersStatements(
  context: StoreContext,
  speakerId: string,
  range: SortKeyRange,
): AsyncGenerator<Positioned<Statement>> {
  const { after } = range;
  // Rows of the very item that a position names are read again: its other statements may follow.
  const behind = after === undefined ? undefined : `${after.split('#').slice(0, 2).join('#')}$`;
  const rows = readPartition(context, null, partitions.saidBy(speakerId), { ...range, after: behind });
  const revisions = decoded(context, rows, (row) => saidPlace(row));
  const earlier = readPartition(context, 'gsi1', partitions.statementsOfSpeaker(speakerId), range);
  return mergeLists(
    [
      listStatements(context, atItems(revisions), { after, speakerId }),
      decoded(context, earlier, (record) => decodeStatements([record])[0] as Statement),
    ],
    true,
  );
}

/** Each at its item's position, whatever the revision. */
async function* atItems<T>(rows: AsyncIterable<Positioned<T>>): AsyncGenerator<Positioned<T>> {
  for await (const { position, record } of rows) {
    yield { position: position.slice(0, position.lastIndexOf('#')), record };
  }
}
