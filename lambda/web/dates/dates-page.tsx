import type { DateRow } from '../../api/dates/rows.ts';
import type { Page } from '../../api/kernel/lists/walk.ts';
import type { Feed } from '../../model/feed.ts';
import type { Day } from '../../model/instant.ts';
import { Formats, feedsAmong, formatLinks } from '../kit/formats.tsx';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { links } from '../kit/links.ts';
import { Paging } from '../kit/paging.tsx';
import { dateInWords, dayInWords, longDayInWords, monthInWords } from '../kit/words.ts';
import { DateEntry } from './date-entry.tsx';
import { DatesForm } from './dates-form.tsx';
import { addMonths, type Month } from './month-grid.ts';
import { MonthTable } from './month-table.tsx';

interface Props {
  page: Page<DateRow>;
  feeds: Pick<Feed, 'id' | 'title'>[];
  sent: Record<string, string>;
  /** The first month shown. */
  month: Month;
  months: number;
  nextUrl: string | null;
  /** What is shown, as the list of the API is asked for it. */
  query: URLSearchParams;
  frame: Frame;
}

/** What is coming: months at a glance, then each day with the sentences that speak of it. */
export function DatesPage({ page, feeds, sent, month, months, nextUrl, query, frame }: Props) {
  const shown = Array.from({ length: months }, (_, index) => addMonths(month, index));
  const counts = countsOf(page.rows);
  const other = (by: number): string => links.with('/dates', sent, 'month', addMonths(month, by));
  const range = `${monthInWords(month)} to ${monthInWords(addMonths(month, months - 1))}`;
  const formats = formatLinks('dates', query, nextUrl === null && sent.cursor === undefined ? page.rows.length : null);
  return (
    <Layout title="Dates" here="/dates" frame={frame} alternates={feedsAmong(formats)}>
      <header class="headline">
        <h1>What is coming</h1>
        <p class="detail">Days ahead that articles speak of, each with its sentence: {range}.</p>
      </header>
      <DatesForm sent={sent} feeds={feeds} month={month} />
      <nav class="months" aria-label="Months">
        <a href={other(-months)} rel="prev">
          Earlier
        </a>
        <a href={links.with('/dates', sent, 'month', null)}>Today</a>
        <a href={other(months)}>Later</a>
      </nav>
      <section class="calendar scroll" aria-label="Calendar" tabindex={0}>
        {shown.map((one) => (
          <MonthTable month={one} counts={counts} today={frame.today} />
        ))}
      </section>
      {groupsOf(page.rows).map(({ id, title, rows }) => (
        <section class="dates-day" aria-labelledby={id}>
          <h2 id={id}>
            {title}
            {id === `day-${frame.today}` ? ' – today' : ''}
          </h2>
          <div>
            {rows.map((row) => (
              <DateEntry row={row} />
            ))}
          </div>
        </section>
      ))}
      {page.rows.length === 0 ? (
        <Empty sent={sent} range={range} today={frame.today} truncated={page.truncated} />
      ) : null}
      <Paging nextUrl={nextUrl} words="Later days" />
      <Formats what="These days" formats={formats} />
    </Layout>
  );
}

function Empty(props: { sent: Record<string, string>; range: string; today: Day; truncated: boolean }) {
  const { sent, range, today, truncated } = props;
  const filters = ['q', 'feed', 'role'].filter((name) => sent[name] !== undefined);
  if (truncated) return <p class="empty">Nothing that matches so far. Go on with “Later days”.</p>;
  return (
    <div class="empty">
      <p>
        No article speaks of a day from {range}
        {filters.length > 0 ? ' that passes these filters' : `, as known on ${dayInWords(today)}`}.
      </p>
      {filters.length > 0 ? (
        <ul>
          {filters.map((name) => (
            <li>
              <a href={links.with('/dates', sent, name, null)}>
                without the filter {FILTER_NAMES[name] ?? name}: <bdi dir="auto">{sent[name]}</bdi>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

const FILTER_NAMES: Record<string, string> = { q: 'words', feed: 'outlet', role: 'use' };

interface Group {
  id: string;
  title: string;
  rows: DateRow[];
}

/** Entries of one day together; months and longer stretches by themselves, where they begin. */
function groupsOf(rows: DateRow[]): Group[] {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const isDay = isOfDay(row);
    const id = isDay ? `day-${row.date}` : `stretch-${row.value.replace(/[^\w-]/g, '')}`;
    const group = groups.get(id) ?? { id, title: isDay ? longDayInWords(row.date) : stretchInWords(row), rows: [] };
    groups.set(id, group);
    group.rows.push(row);
  }
  return [...groups.values()];
}

function isOfDay({ granularity }: DateRow): boolean {
  return granularity === 'day' || granularity === 'time';
}

function stretchInWords(row: DateRow): string {
  const words = dateInWords(row);
  return row.granularity === 'month' || row.granularity === 'year' ? `Some time in ${words}` : capitalised(words);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function countsOf(rows: DateRow[]): Map<Day, number> {
  const counts = new Map<Day, number>();
  for (const row of rows) if (isOfDay(row)) counts.set(row.date, (counts.get(row.date) ?? 0) + 1);
  return counts;
}
