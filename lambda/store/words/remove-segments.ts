import { sortableInstant } from '../../model/instant.ts';
import type { Lease } from '../jobs/lease.ts';
import type { Table } from '../table/port.ts';
import {
  idText,
  partKeys,
  type SegmentHeader,
  segmentRecord,
  WORD_KINDS,
  type WordState,
  wordKeys,
  wordPartitions,
} from './record.ts';

/**
 * Removes segments that the state does not lead to: those of runs that died or were overtaken, those that another took the place of, and all former ones
 * of an index that is made anew. The state that replaces them is written, and segments of later leases are left alone. Answers whether none is left.
 */
export async function removeUnusedSegments(
  table: Table,
  lease: Lease,
  state: WordState,
  isOver: () => boolean,
): Promise<boolean> {
  for (const kind of WORD_KINDS) {
    const query = {
      index: null,
      partition: wordPartitions.segments(kind),
      low: sortableInstant(state.unusedFrom),
      reverse: true,
    };
    let wanted = state.newest ?? state.closed;
    const kept = state.replaced && idText(state.replaced);
    for await (const record of table.query({ ...query, consistent: true })) {
      const header = segmentRecord.decode(record);
      const name = idText(header.id);
      // Where one is missing, nothing tells which of those before it are used.
      if (wanted && name < idText(wanted)) break;
      if (wanted && name === idText(wanted)) wanted = header.previous;
      else if (name !== kept && header.id.epoch < lease.epoch) {
        if (isOver()) return false;
        await removeSegment(table, header);
        await lease.keep();
      }
    }
  }
  return true;
}

/** First all that the header names, then the header. */
async function removeSegment(table: Table, header: SegmentHeader): Promise<void> {
  await table.batchWrite([], partKeys(header));
  await table.delete(wordKeys.segment(header.kind, header.id));
}
