import { extract } from '../extract/extract.ts';
import { describeError, StoreError, WorkerStoppedError } from '../model/errors.ts';
import type { Extraction, ExtractionInput } from '../model/extraction.ts';
import type { NormalisedItem } from '../model/item.ts';
import type { IngestStore } from '../store/store.ts';
import type { ItemBundle, KnownItem, SpeakerObservation } from '../store/store-shapes.ts';
import { boundSpeakers } from './bound-speakers.ts';
import { type BundleContext, buildBundle, type PageState } from './build-bundle.ts';
import { cutText, withWarnings } from './cut-text.ts';
import { extractionInput } from './extraction-input.ts';
import { withKeyedMutex } from './keyed-mutex.ts';
import { speakerObservations } from './speaker-observations.ts';

/** An item that cannot be stored, and why. */
export interface Rejection {
  entry: string;
  code: string;
  message: string;
}

/** An item to be stored, and what is known of it. */
export interface ItemToStore {
  item: NormalisedItem;
  known: KnownItem | null;
  /** How it stands with its page; a feed's whole item by itself. */
  page?: PageState | undefined;
}

/** What became of one: `conflict` where another worker has stored it meanwhile, `removed` where an operator has taken it down, a Rejection where the item is to blame. */
export type StoreOutcome = 'stored' | 'conflict' | 'removed' | Rejection;

/** Reads a text by the rules, as `extract` does, here or elsewhere. */
export type ReadText = (input: ExtractionInput) => Extraction | Promise<Extraction>;

interface Prepared {
  bundle: ItemBundle;
  observations: SpeakerObservation[];
}

/** Reads the item by the rules: all that would be written of it. */
export function prepareItem(entry: ItemToStore, context: Omit<BundleContext, 'page'>): Prepared {
  const item = cutText(entry.item);
  return prepared({ ...entry, item }, extract(extractionInput(item)), context);
}

function prepared(
  { item, known, page }: ItemToStore,
  found: Extraction,
  context: Omit<BundleContext, 'page'>,
): Prepared {
  const { extraction, warnings } = boundSpeakers(found);
  const bundle = buildBundle(withWarnings(item, warnings), extraction, known, { ...context, page });
  return { bundle, observations: speakerObservations(extraction, bundle.item.sortAt) };
}

/** Whether the error is the item's own: of pure work, or of a table that refuses these records and always will. */
function isItsOwn(error: unknown): boolean {
  if (error instanceof WorkerStoppedError) return false;
  if (!(error instanceof StoreError)) return true;
  return (
    error.code === 'corrupt-record' || (error.cause instanceof Error && error.cause.name === 'ValidationException')
  );
}

/** Does the work of one item; what is the item's own fault becomes its Rejection. */
async function onItsOwn<T>(item: NormalisedItem, work: () => T | Promise<T>): Promise<T | Rejection> {
  try {
    return await work();
  } catch (error) {
    if (!isItsOwn(error)) throw error;
    return { entry: (item.guid ?? item.url ?? item.title).slice(0, 200), ...describeError(error) };
  }
}

/** Records the speakers of all at once, and answers who is erased; `null` where one item's are refused, so that each has to be tried by itself. */
async function recordTogether(store: IngestStore, observations: SpeakerObservation[]): Promise<Set<string> | null> {
  try {
    return observations.length > 0 ? await store.speakers.record(observations) : new Set();
  } catch (error) {
    if (!isItsOwn(error)) throw error;
    return null;
  }
}

/**
 * Extracts the items and writes first the speakers of all, then the items side by side, so that a stored item implies its speakers. Items with the
 * same text or address wait for each other in the given order: which of them is the original depends on nothing else. The outcomes stand in the order
 * of the items; `onStored` is called as each is done. Errors of the store that are no item's own are thrown, when nothing is under way any more.
 */
export async function storeItems(
  items: ItemToStore[],
  context: Omit<BundleContext, 'page'> & { store: IngestStore; onStored?: () => void; readText?: ReadText | undefined },
): Promise<StoreOutcome[]> {
  const { store, onStored, readText = extract } = context;
  const read = async (entry: ItemToStore): Promise<Prepared> => {
    const item = cutText(entry.item);
    return prepared({ ...entry, item }, await readText(extractionInput(item)), context);
  };
  const ready = await Promise.all(items.map((entry) => onItsOwn(entry.item, () => read(entry))));
  const observations = ready.flatMap((one) => ('bundle' in one ? one.observations : []));
  const erasedOfAll = await recordTogether(store, observations);
  const save = async ({ bundle, observations: own }: Prepared): Promise<StoreOutcome> => {
    const erased = erasedOfAll ?? (own.length > 0 ? await store.speakers.record(own) : new Set<string>());
    return (await store.items.save(bundle, erased)).outcome;
  };
  return withKeyedMutex(
    items.map(({ item }, index) => ({ item, one: ready[index] as Prepared | Rejection })),
    ({ one }) =>
      'bundle' in one ? [one.bundle.item.contentHash, one.bundle.item.canonicalUrl ?? one.bundle.item.id] : [],
    async ({ item, one }) => {
      const outcome = 'bundle' in one ? await onItsOwn(item, () => save(one)) : one;
      onStored?.();
      return outcome;
    },
  );
}
