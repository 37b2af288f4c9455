import type { Key, Table } from '../table/port.ts';
import { readState } from './index-state.ts';
import {
  partKeys,
  type SegmentHeader,
  type SegmentId,
  segmentRecord,
  WORD_KINDS,
  type WordKind,
  wordKeys,
} from './record.ts';

/** So many of the last segments are looked at whole; of those before them, only whether they are there. */
const LOOKED_AT_WHOLE = 8;
const MOST_SEGMENTS = 2_000;

/** What is wrong with the word index. */
export interface WordIndexCheck {
  /** `none`: it was never made. `building`: it is being made. */
  status: 'none' | 'building' | 'complete';
  /** Segments that were looked at. */
  segments: number;
  /** Records that are missing, by their keys: words of them are not found. */
  missing: string[];
}

/** Compares the state of the index with its segments. */
export async function checkIndex(table: Table): Promise<WordIndexCheck> {
  const state = await readState(table);
  if (!state) return { status: 'none', segments: 0, missing: [] };
  const missing: string[] = [];
  let segments = 0;
  for (const kind of WORD_KINDS) {
    let isOpen = state.newest !== null;
    let next = state.newest ?? state.closed;
    for (let n = 0; next && n < MOST_SEGMENTS; n++) {
      const header = await readHeader(table, kind, next);
      if (!header) missing.push(nameOf(wordKeys.segment(kind, next)));
      segments += 1;
      if (header && n < LOOKED_AT_WHOLE) missing.push(...(await missingParts(table, header)));
      next = header ? header.previous : isOpen ? state.closed : null;
      isOpen = false;
    }
  }
  return { status: state.complete ? 'complete' : 'building', segments, missing };
}

/** Whether all of a segment is there, of statements and of items. */
export async function isWhole(table: Table, id: SegmentId): Promise<boolean> {
  for (const kind of WORD_KINDS) {
    const header = await readHeader(table, kind, id);
    if (!header || (await missingParts(table, header)).length > 0) return false;
  }
  return true;
}

async function readHeader(table: Table, kind: WordKind, id: SegmentId): Promise<SegmentHeader | null> {
  const found = await table.get(wordKeys.segment(kind, id));
  return found && segmentRecord.decode(found);
}

async function missingParts(table: Table, header: SegmentHeader): Promise<string[]> {
  const wanted = partKeys(header);
  const found = await table.batchGet(wanted, { fields: ['pk', 'sk'] });
  const present = new Set(found.map((record) => nameOf(record as Key)));
  return wanted.map(nameOf).filter((name) => !present.has(name));
}

const nameOf = ({ pk, sk }: Key): string => `${pk} / ${sk}`;
