import type { IngestStore } from '../store/store.ts';
import type { ItemBundle } from '../store/store-shapes.ts';
import type { IngestReport } from './ingest-report.ts';

/** What a batch of messages has brought, in numbers. */
export interface BatchMetrics {
  /** Of each feed that was asked, whether it could not be read. */
  pollFailed: boolean[];
  /** Of each item that was stored, whether it was known, and came again with another text. */
  itemChanged: boolean[];
  /** Of each statement of what was stored, whether its speaker is unknown. */
  withoutSpeaker: boolean[];
  /** Seconds between publication and storing, of items that were new and tell when they were published. */
  lags: number[];
}

/** Metrics of a batch that has brought nothing yet. */
export function newBatchMetrics(): BatchMetrics {
  return { pollFailed: [], itemChanged: [], withoutSpeaker: [], lags: [] };
}

/** Counts a poll. Messages that were dropped, or whose host wants to be left alone, are no polls. */
export function countPoll({ pollFailed }: BatchMetrics, { result }: Pick<IngestReport, 'result'>): void {
  if (result !== 'dropped' && result !== 'held') pollFailed.push(result === 'failed');
}

/** The store, which counts what is stored through it, and names it. */
export function measuredStore(
  store: IngestStore,
  metrics: BatchMetrics,
  onStored: (itemId: string) => void,
): IngestStore {
  return {
    ...store,
    items: {
      ...store.items,
      async save(bundle) {
        const saved = await store.items.save(bundle);
        if (saved.outcome === 'stored') {
          countStored(metrics, { ...bundle, item: saved.item });
          onStored(saved.item.id);
        }
        return saved;
      },
    },
  };
}

function countStored(metrics: BatchMetrics, { item, statements, previous }: ItemBundle): void {
  metrics.itemChanged.push(previous !== null);
  metrics.withoutSpeaker.push(...statements.map(({ speaker }) => speaker === null));
  if (previous !== null || item.publishedAt === null) return;
  metrics.lags.push(Math.max(0, (Date.parse(item.storedAt) - Date.parse(item.publishedAt)) / 1000));
}
