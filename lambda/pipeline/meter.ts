import type { IngestStore } from '../store/store.ts';
import type { ItemBundle } from '../store/store-shapes.ts';
import type { IngestReport } from './ingest-report.ts';

/** What a batch of messages has brought, in numbers. */
export interface Meter {
  /** Of each feed that was asked, whether it could not be read. */
  pollFailed: boolean[];
  /** Of each item that was stored, whether it was known, and came again with another text. */
  itemChanged: boolean[];
  /** Of each statement of what was stored, whether its speaker is unknown. */
  withoutSpeaker: boolean[];
  /** Seconds between publication and storing, of items that were new and tell when they were published. */
  lags: number[];
}

/** A meter at zero. */
export function newMeter(): Meter {
  return { pollFailed: [], itemChanged: [], withoutSpeaker: [], lags: [] };
}

/** Counts a poll. Messages that were dropped, or whose host wants to be left alone, are no polls. */
export function countPoll({ pollFailed }: Meter, { result }: Pick<IngestReport, 'result'>): void {
  if (result !== 'dropped' && result !== 'held') pollFailed.push(result === 'failed');
}

/** The store, which counts what is stored through it, and names it. */
export function meteredStore(store: IngestStore, meter: Meter, onStored: (itemId: string) => void): IngestStore {
  return {
    ...store,
    items: {
      ...store.items,
      async save(bundle) {
        const saved = await store.items.save(bundle);
        if (saved.outcome === 'stored') {
          countStored(meter, { ...bundle, item: saved.item });
          onStored(saved.item.id);
        }
        return saved;
      },
    },
  };
}

function countStored(meter: Meter, { item, statements, previous }: ItemBundle): void {
  meter.itemChanged.push(previous !== null);
  meter.withoutSpeaker.push(...statements.map(({ speaker }) => speaker === null));
  if (previous !== null || item.publishedAt === null) return;
  meter.lags.push(Math.max(0, (Date.parse(item.storedAt) - Date.parse(item.publishedAt)) / 1000));
}
