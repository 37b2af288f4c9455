import { MOST_READ } from '../../api/kernel/lists/walk.ts';
import type { StatementsPage as Found } from '../../api/statements/list-statements.ts';
import type { StatementRow } from '../../api/statements/rows.ts';
import type { Feed } from '../../model/feed.ts';
import { dayOf } from '../../model/instant.ts';
import { ArticleGroups } from '../kit/article-groups.tsx';
import { type CountOverTime, DayBars } from '../kit/day-bars.tsx';
import { Formats, feedsAmong, formatLinks } from '../kit/formats.tsx';
import { type Frame, mayChange } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { links } from '../kit/links.ts';
import { Paging } from '../kit/paging.tsx';
import { longDayInWords } from '../kit/words.ts';
import { type Facet, FacetList } from './facet-list.tsx';
import { filtersInWords } from './filters-in-words.ts';
import { SearchForm } from './search-form.tsx';
import { EmptyStatements } from './statements-empty.tsx';

/** What the page of statements shows. */
export interface StatementsPageProps {
  page: Found;
  feeds: Pick<Feed, 'id' | 'title'>[];
  /** The query as it was sent. */
  sent: Record<string, string>;
  nextUrl: string | null;
  frame: Frame;
  facets: Facet[];
  /** What the facets were counted of, where that is not all. */
  facetsNote: string | null;
  /** How many statements the search finds; `null` where that is not known. */
  rows: number | null;
  /** `null` where nothing can be counted. */
  overTime: CountOverTime | null;
  /** Copies of the articles, by their ids. */
  copies: Map<string, string[]>;
  /** Filters without which something would be found, where nothing is. */
  hints: string[];
}

/** The first page: search, facets, counts over time, and statements grouped by day. */
export function StatementsPage(props: StatementsPageProps) {
  const { page, feeds, sent, nextUrl, frame, facets, facetsNote, rows, overTime, copies, hints } = props;
  const filters = filtersInWords(sent, { feeds, speakers: page.speakers });
  const query = new URLSearchParams(Object.entries(sent).filter(([name]) => name !== 'cursor' && name !== 'limit'));
  const formats = formatLinks('statements', query, rows);
  // What was not looked through yet may still hold something.
  const hasNothing = page.rows.length === 0 && !page.truncated;
  return (
    <Layout title="Statements" here="/" frame={frame} alternates={feedsAmong(formats)}>
      <h1 class="unseen">Statements</h1>
      <SearchForm sent={sent} feeds={feeds} />
      <div class="desk">
        <FacetList facets={hasNothing ? [] : facets} sent={sent} note={facetsNote} />
        <div class="results">
          {filters.length === 0 ? null : (
            <ul class="chips" aria-label="Filters">
              {filters.map(({ parameter, name, value }) => (
                <li>
                  <span>
                    {name}: <bdi dir="auto">{value}</bdi>
                  </span>{' '}
                  <a href={links.with('/', sent, parameter, null)} aria-label={`Remove the filter ${name}: ${value}`}>
                    remove
                  </a>
                </li>
              ))}
            </ul>
          )}
          {page.speakers && page.speakers.length > 1 ? (
            <p class="note">
              Statements of{' '}
              {page.speakers.map(({ id, name }, index) => (
                <>
                  {index === 0 ? '' : ', '}
                  <a href={links.speaker(id)}>{name}</a>
                </>
              ))}
              .
            </p>
          ) : null}
          {overTime === null || hasNothing ? null : <DayBars {...overTime} today={frame.today} />}
          {byDay(page.rows).map(([day, statements]) => (
            <section class="day" aria-labelledby={`day-${day}`}>
              <h2 id={`day-${day}`}>{longDayInWords(day)}</h2>
              <ArticleGroups statements={statements} copies={copies} day={day} />
            </section>
          ))}
          {page.rows.length === 0 ? (
            <EmptyStatements
              hasFeeds={feeds.length > 0}
              filters={filters}
              sent={sent}
              hints={hints}
              truncated={page.truncated}
            />
          ) : null}
          {page.truncated ? (
            <p class="note">
              Looked through {MOST_READ.toLocaleString('en')} statements for this page; there are more to look through.
            </p>
          ) : null}
          <Paging nextUrl={nextUrl} words="Earlier statements" />
          {mayChange(frame) ? (
            <p>
              <a href={links.saveSearch(sent)}>Save this search, or be told</a> when somebody says more.
            </p>
          ) : null}
          <Formats what="This search" formats={formats} />
        </div>
      </div>
    </Layout>
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
