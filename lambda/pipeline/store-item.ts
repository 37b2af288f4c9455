import { extract } from '../extract/extract.ts';
import type { NormalisedItem } from '../model/item.ts';
import type { KnownItem, Store } from '../store/store.ts';
import { type BundleContext, buildBundle } from './build-bundle.ts';
import { speakerObservations } from './speaker-observations.ts';

/** An item made ready for the store by pure work; whatever that throws is the item's own fault. */
export function prepareItem(item: NormalisedItem, known: KnownItem | null, context: BundleContext) {
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

/** Writes the speakers, then the item, so that a stored item implies its speakers; false where another worker has stored it meanwhile. */
export async function storeItem(store: Store, prepared: ReturnType<typeof prepareItem>): Promise<boolean> {
  if (prepared.observations.length > 0) await store.speakers.record(prepared.observations);
  const { outcome } = await store.items.save(prepared.bundle);
  return outcome === 'stored';
}
