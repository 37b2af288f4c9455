import type { Instant } from '../model/instant.ts';

/** What became of one try of a page. */
export interface PageReport {
  itemId: string;
  /**
   * `dropped`: the item is gone or was worked on meanwhile; `held`: its host wants to be left alone or, with an error, what reads it can't be had now, which
   * is no try; `put-off`: it failed, and is tried again.
   */
  result: 'dropped' | 'held' | 'put-off' | 'failed' | 'read';
  /** When it is tried again, where it is. */
  nextTryAt: Instant | null;
  error: { code: string; message: string } | null;
}
