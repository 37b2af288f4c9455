import { extract } from '../extract/extract.ts';
import { describeError, StoreError } from '../model/errors.ts';
import type { NormalisedItem } from '../model/item.ts';
import type { KnownItem, Store } from '../store/store.ts';
import { type BundleContext, buildBundle } from './build-bundle.ts';
import { speakerObservations } from './speaker-observations.ts';

/** An item that cannot be stored, and why. */
export interface Rejection {
  entry: string;
  code: string;
  message: string;
}

function prepare(item: NormalisedItem, known: KnownItem | null, context: BundleContext) {
  const extraction = extract({
    text: item.contentText,
    title: item.title,
    publishedAt: item.feedPublishedAt ?? undefined,
    fetchedAt: item.fetchedAt,
    language: item.language,
  });
  const bundle = buildBundle(item, extraction, known, context);
  return { bundle, observations: speakerObservations(extraction, bundle.item.sortAt) };
}

/** Whether the error is the item's own: of pure work, or of a table that refuses these records and always will. */
function isItsOwn(error: unknown): boolean {
  if (!(error instanceof StoreError)) return true;
  return (
    error.code === 'corrupt-record' || (error.cause instanceof Error && error.cause.name === 'ValidationException')
  );
}

/**
 * Extracts the item and writes its speakers, then the item itself, so that a stored item implies its speakers. Answers `conflict` where another worker
 * has stored it meanwhile, and a Rejection where the item is to blame; other errors of the store are thrown.
 */
export async function storeItem(
  item: NormalisedItem,
  known: KnownItem | null,
  context: BundleContext & { store: Store },
): Promise<'stored' | 'conflict' | Rejection> {
  const { store } = context;
  try {
    const { bundle, observations } = prepare(item, known, context);
    if (observations.length > 0) await store.speakers.record(observations);
    const { outcome } = await store.items.save(bundle);
    return outcome;
  } catch (error) {
    if (!isItsOwn(error)) throw error;
    return { entry: (item.guid ?? item.url ?? item.title).slice(0, 200), ...describeError(error) };
  }
}
