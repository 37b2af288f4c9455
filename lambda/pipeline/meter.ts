import type { IngestStore } from '../store/store.ts';
import type { ItemBundle } from '../store/store-shapes.ts';
import type { IngestReport } from './ingest-report.ts';

/** So many lags are told of one batch: CloudWatch takes a hundred values at once. */
const MOST_LAGS = 100;

/** What a batch of messages has brought, in numbers. */
export interface Meter {
  counts: {
    /** Feeds that were asked. */
    Polled: number;
    /** Of these, those that could not be read. */
    PollsFailed: number;
    NewItems: number;
    ChangedItems: number;
    Statements: number;
    StatementsWithoutSpeaker: number;
  };
  /** Seconds between publication and storing, of items that were new and tell when they were published. */
  lags: number[];
}

/** A meter at zero. */
export function newMeter(): Meter {
  const counts = {
    Polled: 0,
    PollsFailed: 0,
    NewItems: 0,
    ChangedItems: 0,
    Statements: 0,
    StatementsWithoutSpeaker: 0,
  };
  return { counts, lags: [] };
}

/** Counts a poll. Messages that were dropped, or whose host wants to be left alone, are no polls. */
export function countPoll({ counts }: Meter, { result }: Pick<IngestReport, 'result'>): void {
  if (result === 'dropped' || result === 'held') return;
  counts.Polled += 1;
  if (result === 'failed') counts.PollsFailed += 1;
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

function countStored({ counts, lags }: Meter, { item, statements, previous }: ItemBundle): void {
  counts[previous === null ? 'NewItems' : 'ChangedItems'] += 1;
  counts.Statements += statements.length;
  counts.StatementsWithoutSpeaker += statements.filter(({ speaker }) => speaker === null).length;
  if (previous !== null || item.publishedAt === null || lags.length >= MOST_LAGS) return;
  lags.push(Math.max(0, (Date.parse(item.storedAt) - Date.parse(item.publishedAt)) / 1000));
}
