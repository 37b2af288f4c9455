import type { FeedState } from '../model/feed.ts';
import type { Instant } from '../model/instant.ts';
import type { DocumentReport } from './document-report.ts';

/** What became of one message. */
export interface IngestReport {
  feedId: string;
  /** `dropped`: the feed is gone, paused or was polled meanwhile; `held`: its host wants to be left alone. */
  result: 'dropped' | 'held' | 'not-modified' | 'read' | 'failed';
  nextPollAt: Instant | null;
  error: { code: string; message: string } | null;
  /** Where it is `held`: by which host, until when and why. */
  held?: FeedState['held'];
  /** The feed's new address, where this poll has moved it. */
  movedTo: string | null;
  /** Where a document came. */
  document: DocumentReport | null;
}
