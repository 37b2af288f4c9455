import { type Estimate, type Load, PARTS } from './estimate.ts';

const dollars = (value: number): string =>
  `$${value < 100 ? value.toFixed(2) : Math.round(value).toLocaleString('en-US')}`;

/** Estimates side by side, as a table of Markdown. */
export function costTable(columns: { load: Load; estimate: Estimate }[]): string {
  const row = (cells: string[]): string => `| ${cells.join(' | ')} |`;
  return [
    row(['US dollars a month', ...columns.map(({ load }) => `${load.feeds.toLocaleString('en-US')} feeds`)]),
    row(['---', ...columns.map(() => '---:')]),
    ...[...PARTS, 'total' as const].map((part) =>
      row([part === 'total' ? '**total**' : part, ...columns.map(({ estimate }) => dollars(estimate[part]))]),
    ),
  ].join('\n');
}

/** What a stage will cost, in a line. */
export function costLine(columns: { load: Load; estimate: Estimate }[]): string {
  const [first] = columns;
  if (!first) return '';
  const { itemsPerDay, pollsPerDay, retentionDays } = first.load;
  const each = columns.map(
    ({ load, estimate }) => `${dollars(estimate.total)} for ${load.feeds.toLocaleString('en-US')} feeds`,
  );
  return `about ${each.join(', ')} a month, at ${pollsPerDay} polls and ${itemsPerDay} new items a feed and day, kept for ${retentionDays} days (npm run cost)`;
}
