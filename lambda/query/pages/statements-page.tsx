/** @jsxRuntime automatic */
/** @jsxImportSource hono/jsx */
import type { Feed } from '../../model/feed.ts';
import { dayOf } from '../../model/instant.ts';
import type { StatementsPage as Found } from '../lists/list-statements.ts';
import { MOST_READ } from '../lists/walk.ts';
import type { StatementRow } from '../responses.ts';
import { Layout } from './layout.tsx';
import { SearchForm } from './search-form.tsx';
import { StatementEntry } from './statement-entry.tsx';
import { longDayInWords } from './words.ts';

/** What the page of statements shows. */
interface Props {
  page: Found;
  feeds: Pick<Feed, 'id' | 'title'>[];
  /** The query as it was sent. */
  sent: Record<string, string>;
  nextUrl: string | null;
}

/** The first page: search, and statements grouped by day. */
export function StatementsPage({ page, feeds, sent, nextUrl }: Props) {
  return (
    <Layout title="Statements" here="/">
      <h1>Statements</h1>
      <SearchForm sent={sent} feeds={feeds} />
      {page.speakers && page.speakers.length > 1 ? (
        <p class="note">Statements of {page.speakers.map(({ name }) => name).join(', ')}.</p>
      ) : null}
      {byDay(page.rows).map(([day, statements]) => (
        <section aria-labelledby={`day-${day}`}>
          <h2 id={`day-${day}`}>{longDayInWords(day)}</h2>
          {statements.map((statement) => (
            <StatementEntry statement={statement} />
          ))}
        </section>
      ))}
      {page.rows.length === 0 ? <Empty hasFeeds={feeds.length > 0} sent={sent} truncated={page.truncated} /> : null}
      {page.truncated ? (
        <p class="note">
          Looked through {MOST_READ.toLocaleString('en')} statements for this page; there are more to look through.
        </p>
      ) : null}
      {nextUrl === null ? null : (
        <nav aria-label="Paging" class="paging">
          <a href={nextUrl} rel="next">
            Earlier statements
          </a>
        </nav>
      )}
    </Layout>
  );
}

function Empty({ hasFeeds, sent, truncated }: { hasFeeds: boolean; sent: Record<string, string>; truncated: boolean }) {
  if (truncated) return <p class="empty">Nothing that matches so far. Go on with “Earlier statements”.</p>;
  if (!hasFeeds && Object.keys(sent).length === 0) {
    return (
      <div class="empty">
        <p>There are no feeds yet, so there are no statements. Add a feed:</p>
        <pre>
          <code>npx dateline feeds add URL</code>
        </pre>
      </div>
    );
  }
  if (Object.keys(sent).length === 0) {
    return (
      <div class="empty">
        <p>
          No statements are stored yet. They come with the next poll of <a href="/feeds">your feeds</a>, or at once
          with:
        </p>
        <pre>
          <code>npx dateline poll</code>
        </pre>
      </div>
    );
  }
  return (
    <p class="empty">
      No statement matches this search. Take a part of it away, or start again with <a href="/">all statements</a>. A
      speaker is found by the words of the name as articles write it, without titles.
    </p>
  );
}

function byDay(statements: StatementRow[]): [string, StatementRow[]][] {
  const days = new Map<string, StatementRow[]>();
  for (const statement of statements) {
    const day = dayOf(statement.sortAt);
    const list = days.get(day) ?? [];
    list.push(statement);
    days.set(day, list);
  }
  return [...days];
}
