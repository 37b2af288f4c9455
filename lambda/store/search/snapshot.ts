import { collect } from '../collect.ts';
import { openWordsRecord, type WordState, wordStateRecord } from '../records/word-index.ts';
import type { StoreContext } from '../store-context.ts';
import { keys, type WordKind } from '../table/keys.ts';
import { unpackText } from './packed-text.ts';
import type { DocumentPlace, SearchDocument } from './segment.ts';
import { readAllPostings, readPlaces } from './segment-text.ts';

/** What a search begins with. */
export interface Snapshot {
  state: WordState;
  open: Record<WordKind, OpenSegment>;
}

/** The segment that is not yet a batch. */
export interface OpenSegment {
  generation: string;
  places: DocumentPlace[];
  /** As postingsText writes it. */
  postings: string;
}

const READS = 5;
const EMPTY: OpenSegment = { generation: '', places: [], postings: '' };

/** Reads how far the index is, and its open segments; these are kept for as long as they hold. */
export function createSnapshots(context: StoreContext): () => Promise<Snapshot | null> {
  const kept = new Map<WordKind, OpenSegment>();
  const openOf = async (kind: WordKind, generation: string): Promise<OpenSegment | null> => {
    const known = kept.get(kind);
    if (known?.generation === generation) return known;
    const open = await readOpen(context, kind, generation);
    if (open) kept.set(kind, open);
    return open;
  };
  return async () => {
    for (let round = 1; ; round++) {
      const found = await context.table.get(keys.wordState());
      if (!found) return null;
      const state = wordStateRecord.decode(found);
      const statements = await openOf('statements', state.open.statements);
      const items = await openOf('items', state.open.items);
      // A run that has gone on meanwhile has taken a segment away: the state tells which is the next one.
      if (statements && items) return { state, open: { statements, items } };
      // Runs that overlapped may have left a state whose segment is gone for good: it reads as empty, and the next run writes it again.
      if (round === READS) return { state, open: { statements: EMPTY, items: EMPTY } };
    }
  };
}

async function readOpen(context: StoreContext, kind: WordKind, generation: string): Promise<OpenSegment | null> {
  if (generation === '') return EMPTY;
  const { pk, sk } = keys.openWords(kind, generation, 0);
  const query = { index: null, partition: pk, beginsWith: sk.slice(0, -7), consistent: true };
  const pieces = (await collect(context.table.query(query))).map(openWordsRecord.decode);
  if (pieces.length === 0 || pieces.length < (pieces[0]?.pieces ?? 1)) return null;
  const text = pieces.map(({ data }) => unpackText(data)).join('\n');
  const end = text.indexOf('\n\n');
  return { generation, places: readPlaces(text.slice(0, end)), postings: text.slice(end + 2) };
}

/** The documents that an open segment was made of. */
export function documentsIn({ places, postings }: OpenSegment): SearchDocument[] {
  const documents = places.map((place): SearchDocument => ({ ...place, tokens: [] }));
  for (const [token, numbers] of readAllPostings(postings)) {
    for (const number of numbers) documents[number]?.tokens.push(token);
  }
  return documents;
}
