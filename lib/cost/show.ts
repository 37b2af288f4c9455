import { type Estimate, type Load, PARTS } from './estimate.ts';

/** What stands in the column of a load; `stories` and `pages` come on top of the total. */
export interface CostColumn {
  load: Load;
  estimate: Estimate;
  stories: number;
  pages: number;
}

const dollars = (value: number): string =>
  `$${value < 100 ? value.toFixed(2) : Math.round(value).toLocaleString('en-US')}`;

const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;

/** Estimates side by side, as a table of Markdown. */
export function costTable(columns: CostColumn[]): string {
  return [
    row(['US dollars a month', ...columns.map(({ load }) => `${load.feeds.toLocaleString('en-US')} feeds`)]),
    row(['---', ...columns.map(() => '---:')]),
    ...[...PARTS, 'total' as const].map((part) =>
      row([part === 'total' ? '**total**' : part, ...columns.map(({ estimate }) => dollars(estimate[part]))]),
    ),
    row(['on top: stories and sayings', ...columns.map(({ stories }) => dollars(stories))]),
    row(['on top, where feeds bring teasers: each page', ...columns.map(({ pages }) => dollars(pages))]),
  ].join('\n');
}

/** What a million requests of readers cost, by their kind. */
export function requestTable(costs: Record<string, number>): string {
  const rows = Object.entries(costs).map(([kind, cost]) => row([kind, dollars(cost)]));
  return [row(['a million requests for', 'US dollars']), row(['---', '---:']), ...rows].join('\n');
}

/** What a stage will cost, in a line. */
export function costLine(columns: Omit<CostColumn, 'pages' | 'stories'>[]): string {
  const [first] = columns;
  if (!first) return '';
  const { itemsPerDay, pollsPerDay, retentionDays } = first.load;
  const each = columns.map(
    ({ load, estimate }) => `${dollars(estimate.total)} for ${load.feeds.toLocaleString('en-US')} feeds`,
  );
  return `about ${each.join(', ')} a month, at ${pollsPerDay} polls and ${itemsPerDay} new items a feed and day, kept for ${retentionDays} days (npm run cost)`;
}
