import type { FeedState } from '../lambda/model/feed.ts';
import type { IngestReport } from '../lambda/pipeline/ingest-report.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** What a poll brought, in a few words: `12 new items`, `nothing new`, `could not be read: …`. */
export function pollLine({ result, error, document, nextPollAt, movedTo, held }: IngestReport): string {
  const moved = movedTo === null ? '' : `; it has moved to ${movedTo}, and is asked there from now on`;
  if (result === 'failed') return `could not be read: ${error?.message ?? 'no reason was given'}${moved}`;
  if (result === 'held')
    return `${held ? heldInWords(held) : 'its host wants to be left alone'}; tried again at ${nextPollAt}`;
  if (result === 'dropped') return 'was polled by someone else meanwhile, or is paused';
  if (!document) return `nothing new${moved}`;
  const parts = [
    document.newItems > 0 ? counted(document.newItems, 'new item', 'new items') : '',
    document.changedItems > 0 ? counted(document.changedItems, 'changed item', 'changed items') : '',
    document.rejected.length > 0 ? counted(document.rejected.length, 'entry refused', 'entries refused') : '',
  ].filter((part) => part !== '');
  return `${parts.length > 0 ? parts.join(', ') : 'nothing new'}${moved}`;
}

/** Which host wants to be left alone, until when and why. */
export const heldInWords = ({ host, until, reason }: NonNullable<FeedState['held']>): string =>
  `${host} wants to be left alone until ${until}: ${reason}`;
