/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { FeedRow } from '../responses.ts';
import { Layout } from './layout.tsx';
import { instantInWords, STATUS_IN_WORDS, safeHref } from './words.ts';

/** How each feed is doing: status in words, since when, and the last error. */
export function FeedsPage({ feeds, nextUrl }: { feeds: FeedRow[]; nextUrl: string | null }) {
  return (
    <Layout title="Feeds" here="/feeds">
      <h1>Feeds</h1>
      {feeds.length === 0 ? (
        <div class="empty">
          <p>No feeds here yet. Add one:</p>
          <pre>
            <code>npx dateline feeds add URL</code>
          </pre>
        </div>
      ) : (
        <section class="scroll" aria-label="Health of the feeds" tabindex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Feed</th>
                <th scope="col">Status</th>
                <th scope="col">Last answer</th>
                <th scope="col">Last new article</th>
                <th scope="col">Next poll</th>
              </tr>
            </thead>
            <tbody>
              {feeds.map((feed) => (
                <Row feed={feed} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {nextUrl === null ? null : (
        <nav aria-label="Paging" class="paging">
          <a href={nextUrl} rel="next">
            More feeds
          </a>
        </nav>
      )}
    </Layout>
  );
}

function Row({ feed }: { feed: FeedRow }) {
  const { state } = feed;
  const site = safeHref(feed.siteUrl ?? feed.url);
  return (
    <tr>
      <th scope="row">
        <a href={`/?${new URLSearchParams({ feed: feed.id })}`}>{feed.title}</a>{' '}
        {site === null ? null : (
          <a class="site-link" href={site} rel="external noopener noreferrer">
            {new URL(site).host}
          </a>
        )}
      </th>
      <td>
        <span class={`status ${state?.status ?? 'waiting'}`}>
          {state === null ? 'Not polled yet' : STATUS_IN_WORDS[state.status]}
        </span>{' '}
        {state?.failingSince ? <span class="detail">since {instantInWords(state.failingSince)} </span> : null}
        {state?.lastError && state.errorCount > 0 ? (
          <span class="detail">
            {state.lastError.message} ({state.lastError.code}, {state.errorCount} in a row)
          </span>
        ) : null}
      </td>
      <td>{moment(state?.lastSuccessAt)}</td>
      <td>{moment(state?.lastNewItemAt)}</td>
      <td>{moment(state?.nextPollAt)}</td>
    </tr>
  );
}

function moment(instant: string | null | undefined) {
  return instant ? <time datetime={instant}>{instantInWords(instant)}</time> : '–';
}
