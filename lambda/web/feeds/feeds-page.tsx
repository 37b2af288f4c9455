import type { FeedRow } from '../../api/feeds/rows.ts';
import { feedStatusSchema } from '../../model/feed.ts';
import { type Frame, mayChange } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { links } from '../kit/links.ts';
import { Paging } from '../kit/paging.tsx';
import { Select } from '../kit/select.tsx';
import { STATUS_IN_WORDS, safeHref } from '../kit/words.ts';
import { AddFeedForm, ImportForm } from './feed-forms.tsx';
import { FeedStatus, Moment } from './feed-status.tsx';

/** What a form told, which is shown above the list. */
export interface FormResult {
  /** Whether it went wrong. */
  isProblem: boolean;
  text: string;
}

interface Props {
  feeds: FeedRow[];
  sent: Record<string, string>;
  nextUrl: string | null;
  frame: Frame;
  /** Whether this server can ask an address itself. */
  canTest: boolean;
  result: FormResult | null;
  /** The address that was given and not taken. */
  url?: string;
}

/** How each feed is doing: status in words, since when, and the last error; with the forms to add some. */
export function FeedsPage({ feeds, sent, nextUrl, frame, canTest, result, url = '' }: Props) {
  const hasFilter = sent.q !== undefined || sent.status !== undefined;
  return (
    <Layout title="Feeds" here="/feeds" frame={frame}>
      <header class="headline">
        <h1>Feeds</h1>
      </header>
      <FormResultNote result={result} />
      {mayChange(frame) ? <AddFeedForm url={url} canTest={canTest} /> : null}
      <search>
        <form method="get" action="/feeds" class="search">
          <div class="wide">
            <label for="q">Words of title or folder</label>
            <input id="q" name="q" type="search" value={sent.q ?? ''} data-search />
          </div>
          <Select
            name="status"
            label="Status"
            sent={sent}
            choices={[
              ['', 'Any'],
              ...feedStatusSchema.options.map((status): [string, string] => [status, STATUS_IN_WORDS[status]]),
            ]}
          />
          <div class="buttons">
            <button type="submit" class="quiet">
              Find
            </button>
            <a href="/feeds">Clear</a>
          </div>
        </form>
      </search>
      {feeds.length === 0 ? <Empty hasFilter={hasFilter} /> : <FeedTable feeds={feeds} />}
      <Paging nextUrl={nextUrl} words="More feeds" />
      <section aria-labelledby="opml" class="opml">
        <h2 id="opml">Lists of feeds (OPML)</h2>
        <p>
          <a href="/v1/feeds.opml">Save all feeds as OPML</a>, in their folders.
        </p>
        {mayChange(frame) ? <ImportForm /> : null}
      </section>
    </Layout>
  );
}

/** What a form told, as a note that is read out. */
export function FormResultNote({ result }: { result: FormResult | null }) {
  return result === null ? null : (
    <p class={result.isProblem ? 'note errors' : 'note'} role={result.isProblem ? 'alert' : 'status'}>
      {result.text}
    </p>
  );
}

function Empty({ hasFilter }: { hasFilter: boolean }) {
  if (hasFilter) {
    return (
      <p class="empty">
        No feed passes this filter; <a href="/feeds">show all feeds</a>.
      </p>
    );
  }
  return (
    <div class="empty">
      <p>No feeds here yet. Add one above, or with:</p>
      <pre>
        <code>npx dateline feeds add URL</code>
      </pre>
    </div>
  );
}

function FeedTable({ feeds }: { feeds: FeedRow[] }) {
  return (
    <section class="scroll" aria-label="Health of the feeds" tabindex={0}>
      <table class="feeds">
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
  );
}

function Row({ feed }: { feed: FeedRow }) {
  const { state } = feed;
  const site = safeHref(feed.siteUrl ?? feed.url);
  return (
    <tr data-entry>
      <th scope="row">
        <a class="title" href={links.feed(feed.id)} data-open>
          <bdi dir="auto">{feed.title}</bdi>
        </a>{' '}
        <span class="detail">
          {feed.folder === null ? '' : `${feed.folder} `}
          {site === null ? '' : new URL(site).host}
        </span>
      </th>
      <td class="state">
        <FeedStatus state={state} />
      </td>
      <td data-label="Last answer">
        <Moment at={state?.lastSuccessAt} />
      </td>
      <td data-label="Last new article">
        <Moment at={state?.lastNewItemAt} />
      </td>
      <td data-label="Next poll">
        <Moment at={state?.nextPollAt} />
      </td>
    </tr>
  );
}
