import type { Table } from '../table/port.ts';
import { readAllPlaces } from './place-source.ts';
import type { SegmentList, SegmentReader } from './read-segments.ts';
import { idText, type WordKind, type WordState, wordKeys, wordStateRecord } from './record.ts';
import type { DocumentPlace } from './segment.ts';

/** A moment before all changes. */
export const BEGINNING = '1970-01-01T00:00:00Z';

/** An index that has nothing yet. */
export const NO_INDEX: WordState = {
  ...{ closedThrough: BEGINNING, indexedThrough: BEGINNING, unusedFrom: BEGINNING },
  ...{ closed: null, newest: null, newestOf: '', replaced: null, complete: false },
};

/** How far the index is; `null` where there is none. */
export async function readState(table: Table): Promise<WordState | null> {
  const found = await table.get(wordKeys.state());
  return found ? wordStateRecord.decode(found) : null;
}

/** What a search begins with. */
export interface Snapshot {
  /** Up to where the segments that are there reach. */
  state: Pick<WordState, 'closedThrough' | 'indexedThrough'>;
  first: SegmentList;
  /** Items of the newest segment. */
  newestItems: DocumentPlace[];
}

const NO_SEGMENTS: SegmentList = { segments: [], next: null };
const READS = 3;

/** Reads how far the index is, and its last segments; `null` where there is none that is complete. */
export function createSnapshots(
  table: Table,
  readSegments: SegmentReader,
): (kind: WordKind) => Promise<Snapshot | null> {
  let kept = { name: '', places: [] as DocumentPlace[] };
  return async (kind) => {
    let state = await readState(table);
    if (!state?.complete) return null;
    for (let round = 0; round < READS && state.newest; round++) {
      const [first, items] = await Promise.all([readSegments(kind, state.newest), readSegments('items', state.newest)]);
      const name: string = idText(state.newest);
      const [header] = items.segments;
      if (first.segments[0] && idText(first.segments[0].id) === name && header && idText(header.id) === name) {
        if (kept.name !== name) kept = { name, places: await readAllPlaces(table, header) };
        return { state, first, newestItems: kept.places };
      }
      // A run that has gone on meanwhile has taken it away: the state tells which is the next one.
      state = (await readState(table)) ?? state;
    }
    // Without a newest segment, or where it is missing, what came behind the closed ones is looked at itself.
    const { closed, closedThrough } = state;
    const first = closed ? await readSegments(kind, closed) : NO_SEGMENTS;
    const indexedThrough = state.newest ? closedThrough : state.indexedThrough;
    return { state: { closedThrough, indexedThrough }, first, newestItems: [] };
  };
}
