import type { FeedPage as Feed } from '../../api/feeds/rows.ts';
import type { ItemRow } from '../../api/items/rows.ts';
import type { FeedEvent } from '../../model/feed.ts';
import { type Frame, mayChange } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { links } from '../kit/links.ts';
import { counted, instantInWords, publishedInWords, STATUS_IN_WORDS, safeHref } from '../kit/words.ts';
import { FeedActions } from './feed-forms.tsx';
import { FeedStatus, Moment } from './feed-status.tsx';
import { type FormResult, FormResultNote } from './feeds-page.tsx';

interface Props {
  feed: Feed;
  /** Its latest ones. */
  items: ItemRow[];
  result: FormResult | null;
  frame: Frame;
}

/** One feed: how it is doing, what may be done, what happened, and what came last. */
export function FeedPage({ feed, items, result, frame }: Props) {
  const site = safeHref(feed.siteUrl);
  return (
    <Layout title={feed.title} here="/feeds" frame={frame}>
      <header class="headline">
        <h1 dir="auto">{feed.title}</h1>
        <p class="source">
          <span>
            <Address url={feed.url} />
          </span>
          {site === null || site === feed.url ? null : (
            <span>
              <Address url={site} />
            </span>
          )}
          {feed.folder === null ? null : <span>{feed.folder}</span>}
          <span>
            <a href={`/?${new URLSearchParams({ feed: feed.id })}`}>its statements</a>
          </span>
        </p>
      </header>
      <FormResultNote result={result} />
      <div class="columns">
        <div>
          <section aria-labelledby="log">
            <h2 id="log">Event log</h2>
            {feed.events.length === 0 ? (
              <p class="detail">Nothing in the last 30 days: no change of status, nothing new.</p>
            ) : (
              <ol class="log">
                {feed.events.map((event) => (
                  <Event event={event} />
                ))}
              </ol>
            )}
          </section>
          <section aria-labelledby="items">
            <h2 id="items">Latest articles</h2>
            {items.length === 0 ? <p class="detail">No article is stored.</p> : null}
            <ul>
              {items.map((item) => (
                <li class="item" data-entry>
                  <a href={links.article(item.id)} data-open>
                    <bdi dir="auto">{item.title || 'Article without a title'}</bdi>
                  </a>{' '}
                  <span class="detail">
                    {publishedInWords(item)}, {counted(item.statementCount, 'statement')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </div>
        <aside>
          <Health feed={feed} />
          {mayChange(frame) ? <FeedActions feed={feed} /> : null}
        </aside>
      </div>
    </Layout>
  );
}

function Address({ url }: { url: string }) {
  const href = safeHref(url);
  return href === null ? (
    url
  ) : (
    <a href={href} rel="external noopener noreferrer">
      {url}
    </a>
  );
}

function Health({ feed: { state, fullText } }: { feed: Feed }) {
  return (
    <section aria-labelledby="health">
      <h2 id="health">How it is doing</h2>
      <dl class="known">
        <dt>Status</dt>
        <dd>
          <FeedStatus state={state} />
        </dd>
        <dt>Last asked</dt>
        <dd>
          <Moment at={state?.lastPollAt} />
        </dd>
        <dt>Last answer</dt>
        <dd>
          <Moment at={state?.lastSuccessAt} />
        </dd>
        <dt>Last new</dt>
        <dd>
          <Moment at={state?.lastNewItemAt} />
        </dd>
        <dt>Next poll</dt>
        <dd>
          <Moment at={state?.nextPollAt} />
          {state?.nextPollAt == null ? null : ` (every ${Math.round(state.intervalMinutes)} minutes)`}
        </dd>
        <dt>Full text</dt>
        <dd>{FULL_TEXT[fullText]}</dd>
      </dl>
    </section>
  );
}

const FULL_TEXT = {
  auto: 'pages are fetched where the feed gives teasers',
  always: 'pages are always fetched',
  never: 'pages are never fetched',
};

function Event({ event }: { event: FeedEvent }) {
  const { at, status, previousStatus, newItems, changedItems, rejected, error, movedTo } = event;
  const parts = [
    previousStatus !== null && previousStatus !== status
      ? `${STATUS_IN_WORDS[status]}; before: ${STATUS_IN_WORDS[previousStatus].toLowerCase()}`
      : '',
    newItems > 0 ? counted(newItems, 'new article') : '',
    changedItems > 0 ? counted(changedItems, 'changed article') : '',
    movedTo === undefined ? '' : `moved for good to ${movedTo}`,
    error === null ? '' : `${error.message} (${error.code})`,
  ].filter((part) => part !== '');
  return (
    <li>
      <time datetime={at}>{instantInWords(at)}</time>
      <div>
        {parts.length > 0 ? parts.join('; ') : STATUS_IN_WORDS[status]}
        {rejected.length > 0 ? (
          <details>
            <summary>{counted(rejected.length, 'entry', 'entries')} refused</summary>
            <ul>
              {rejected.map(({ entry, code, message }) => (
                <li>
                  <bdi dir="auto">{entry}</bdi> {message} ({code})
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
    </li>
  );
}
