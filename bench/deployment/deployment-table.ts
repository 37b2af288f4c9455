import { ITEMS_A_FEED } from '../machine/machine-feeds.ts';
import type { Round } from './poll-round.ts';

const HEAD = [
  `feeds of ${ITEMS_A_FEED} items`,
  'first item through the API, s',
  'all polled and stored, s',
  'of it, from the tick on, s',
  'feeds/s',
  'new or changed items/s',
  'runs of ingest',
  'messages a run',
  'ms a run: mean / p95',
  'failed runs, dead letters',
];

function cellsOf(round: Round): (string | number)[] {
  const { name, feeds, firstItem, seconds, fromTick, items, durations, polls, failedRuns, deadLetters } = round;
  const messages = Object.values(polls).reduce((sum, count) => sum + count, 0);
  const mean = durations.reduce((sum, duration) => sum + duration, 0) / durations.length;
  const p95 = durations.toSorted((a, b) => a - b)[Math.ceil(durations.length * 0.95) - 1] ?? Number.NaN;
  return [
    name,
    firstItem?.toFixed(0) ?? '',
    seconds.toFixed(0),
    fromTick.toFixed(fromTick < 100 ? 1 : 0),
    (feeds / fromTick).toFixed(1),
    (items / fromTick).toFixed(1),
    durations.length,
    (messages / durations.length).toFixed(1),
    `${mean.toFixed(0)} / ${p95.toFixed(0)}`,
    `${failedRuns}, ${deadLetters}`,
  ];
}

/** The rounds as a Markdown table. */
export function deploymentTable(rounds: Round[]): string {
  const rows = [HEAD, HEAD.map(() => '---'), ...rounds.map(cellsOf)];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
