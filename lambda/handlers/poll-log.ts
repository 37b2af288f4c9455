import type { FeedMessage } from '../model/message.ts';
import type { Log } from '../model/ports.ts';
import type { IngestReport } from '../pipeline/ingest-report.ts';

/** What the polls of one batch are told by. */
export interface PollLog {
  /** Writes a line of a poll that brought something, or failed; keeps one that found nothing new. `items` are the ids of those that were stored. */
  add(message: FeedMessage, report: IngestReport, items: string[]): void;
  /** Writes those that were kept, in one line for each run of dispatch: they are most, and a line each costs more than all others. */
  write(): void;
}

/** A log of no polls yet. */
export function createPollLog(log: Log): PollLog {
  const kept = new Map<string | undefined, object[]>();
  return {
    add({ run, host }, { document, ...report }, items) {
      const rejected = document?.newlyRejected.length ?? 0;
      const { feedId, result, error, movedTo } = report;
      const isQuiet = result === 'not-modified' || result === 'read';
      if (isQuiet && !error && !movedTo && items.length + rejected === 0) {
        kept.set(run, [...(kept.get(run) ?? []), { feedId, host, result }]);
        return;
      }
      const more = { ...(items.length > 0 ? { items } : {}), ...(rejected > 0 ? { rejected } : {}) };
      log.info('feed polled', { run, host, ...report, ...more });
    },
    write() {
      for (const [run, polls] of kept) log.info('feeds without news', { run, polls });
      kept.clear();
    },
  };
}
