import type { ChannelSecret, SearchRow } from '../../api/searches/rows.ts';
import { type FormResult, FormResultNote } from '../feeds/feeds-page.tsx';
import { type Frame, mayChange } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { filtersInWords } from '../statements/filters-in-words.ts';
import { SaveForm } from './save-form.tsx';
import { SearchActions } from './search-actions.tsx';

type Feeds = readonly { id: string; title: string }[];

interface Props {
  searches: SearchRow[];
  feeds: Feeds;
  /** Of the search that is to be saved; `null` where none is. */
  filters: Record<string, string> | null;
  /** What was typed into the form. */
  typed: Record<string, string>;
  /** Shown here and never again. */
  secrets: ChannelSecret[];
  /** Of this server, for addresses. */
  origin: string;
  result: FormResult | null;
  frame: Frame;
}

/** Saved searches with their channels and how these are, and the form to save one. */
export function SearchesPage({ searches, feeds, filters, typed, secrets, origin, result, frame }: Props) {
  return (
    <Layout title="Searches" here="/searches" frame={frame}>
      <header class="headline">
        <h1>Searches</h1>
      </header>
      <FormResultNote result={result} />
      {secrets.map((secret) => (
        <Secret secret={secret} origin={origin} />
      ))}
      {filters !== null && mayChange(frame) ? (
        <section aria-labelledby="save">
          <h2 id="save">Save this search</h2>
          <p>It finds {inWords(filters, feeds)}.</p>
          <SaveForm filters={filters} typed={typed} />
        </section>
      ) : null}
      {searches.length === 0 ? (
        <p class="empty">
          No search is saved yet. <a href="/">Search for something</a>, then choose “Save this search, or be told”.
        </p>
      ) : (
        <SearchTable searches={searches} feeds={feeds} frame={frame} />
      )}
    </Layout>
  );
}

/** The filters in a sentence. */
function inWords(filters: Readonly<Record<string, string>>, feeds: Feeds): string {
  const found = filtersInWords({ ...filters }, { feeds });
  return found.length === 0 ? 'every statement' : found.map(({ name, value }) => `${name}: ${value}`).join('; ');
}

function Secret({ secret: { url, secret }, origin }: { secret: ChannelSecret; origin: string }) {
  return (
    <div class="note" role="status">
      <p>
        {url === undefined
          ? 'Messages of the webhook are signed with this secret. It is not shown again:'
          : 'Feed readers read the search at this address. It is not shown again:'}
      </p>
      <pre>
        <code>{url === undefined ? secret : `${origin}${url}`}</code>
      </pre>
    </div>
  );
}

function SearchTable({ searches, feeds, frame }: { searches: SearchRow[]; feeds: Feeds; frame: Frame }) {
  return (
    <section class="scroll" aria-label="Saved searches" tabindex={0}>
      <table class="feeds">
        <thead>
          <tr>
            <th scope="col">Search</th>
            <th scope="col">Tells</th>
            {mayChange(frame) ? <th scope="col">What to do</th> : null}
          </tr>
        </thead>
        <tbody>
          {searches.map((search) => (
            <tr data-entry>
              <th scope="row">
                <a class="title" href={`/?${new URLSearchParams(search.filters)}`} data-open>
                  <bdi dir="auto">{search.name}</bdi>
                </a>{' '}
                <span class="detail">{inWords(search.filters, feeds)}</span>
              </th>
              <td data-label="Tells">
                {search.paused ? <p>Paused: nothing is sent.</p> : null}
                {search.channels.length === 0 ? 'nobody' : null}
                {search.channels.map((channel) => (
                  <p>{channelInWords(channel)}</p>
                ))}
              </td>
              {mayChange(frame) ? (
                <td data-label="What to do">
                  <SearchActions search={search} />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const KINDS: Record<SearchRow['channels'][number]['kind'], string> = {
  feed: 'a feed reader',
  webhook: 'a webhook at',
  slack: 'Slack at',
  ntfy: 'ntfy at',
};

function channelInWords({ kind, to, health }: SearchRow['channels'][number]): string {
  const place = to === null ? KINDS[kind] : `${KINDS[kind]} ${to}`;
  if (health === null) return place;
  return health.pausedAt === null
    ? `${place}, which fails: ${health.lastError}`
    : `${place}, paused, for it failed: ${health.lastError}. Resume the search to try again.`;
}
