import type { FeedRow } from '../../api/feeds/rows.ts';
import { instantInWords, STATUS_IN_WORDS } from '../kit/words.ts';

/** How a feed is doing, in words, since when, and what went wrong. */
export function FeedStatus({ state }: { state: FeedRow['state'] }) {
  // A feed begins as one that works; nobody knows before it was asked.
  const known = state?.status === 'ok' && state.lastPollAt === null ? null : state;
  return (
    <>
      <span class={`status ${known?.status ?? 'waiting'}`}>
        {known === null ? 'Not polled yet' : STATUS_IN_WORDS[known.status]}
      </span>{' '}
      {state?.failingSince ? <span class="detail">since {instantInWords(state.failingSince)} </span> : null}
      {state?.held ? (
        <span class="detail">
          {state.held.host} wants to be left alone until {instantInWords(state.held.until)}: {state.held.reason}{' '}
        </span>
      ) : null}
      {state?.lastError && state.errorCount > 0 ? (
        <span class="detail">
          {state.lastError.message} ({state.lastError.code}, {state.errorCount} in a row)
        </span>
      ) : null}
    </>
  );
}

/** A moment in words, or a dash. */
export function Moment({ at }: { at: string | null | undefined }) {
  return at ? <time datetime={at}>{instantInWords(at)}</time> : <>–</>;
}
