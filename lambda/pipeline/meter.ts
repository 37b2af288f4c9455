import type { Store } from '../store/store.ts';
import type { ItemBundle } from '../store/store-shapes.ts';
import type { IngestReport } from './ingest-report.ts';

/** So many lags are told of one batch: CloudWatch takes a hundred values at once. */
const MOST_LAGS = 100;

const REASONS: Record<string, string> = {
  dns: 'unreachable',
  connection: 'unreachable',
  timeout: 'unreachable',
  tls: 'unreachable',
  'http-status': 'refused',
  blocked: 'refused',
  gone: 'refused',
  'not-a-feed': 'unreadable',
  empty: 'unreadable',
  malformed: 'unreadable',
  'too-deep': 'unreadable',
  'too-large': 'unreadable',
  decompress: 'unreadable',
};

/** What a batch of messages has brought, in numbers. */
export interface Meter {
  counts: {
    /** Feeds that were asked. */
    Polled: number;
    /** Of these, those that answered with a document, or that nothing has changed. */
    PollsSucceeded: number;
    NewItems: number;
    ChangedItems: number;
    RejectedItems: number;
    Statements: number;
    StatementsWithoutSpeaker: number;
    /** Feeds and pages that were sent to the queue. */
    Sent: number;
  };
  /** Polls that failed, by reason: `unreachable`, `refused`, `unreadable`, `other`. */
  failures: Map<string, number>;
  /** Seconds between publication and storing, of items that were new and tell when they were published. */
  lags: number[];
}

/** A meter at zero. */
export function newMeter(): Meter {
  const counts = {
    Polled: 0,
    PollsSucceeded: 0,
    NewItems: 0,
    ChangedItems: 0,
    RejectedItems: 0,
    Statements: 0,
    StatementsWithoutSpeaker: 0,
    Sent: 0,
  };
  return { counts, failures: new Map(), lags: [] };
}

/** Counts a poll. Messages that were dropped, or whose host wants to be left alone, are no polls. */
export function countPoll(meter: Meter, { result, error, document }: IngestReport): void {
  if (result === 'dropped' || result === 'held') return;
  meter.counts.Polled += 1;
  meter.counts.RejectedItems += document?.newlyRejected.length ?? 0;
  if (result !== 'failed') {
    meter.counts.PollsSucceeded += 1;
    return;
  }
  const reason = REASONS[error?.code ?? ''] ?? 'other';
  meter.failures.set(reason, (meter.failures.get(reason) ?? 0) + 1);
}

/** The store, which counts what is stored through it, and names it. */
export function meteredStore(store: Store, meter: Meter, onStored: (itemId: string) => void): Store {
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
