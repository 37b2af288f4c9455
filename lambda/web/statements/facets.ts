import { addDays } from '../../api/kernel/parameters/moment.ts';
import { LOWEST_CONFIDENCES, TYPE_IN_WORDS } from '../../api/statements/in-words.ts';
import type { StatementFacets } from '../../api/stats/stats-shapes.ts';
import { LOWEST_OF_BAND } from '../../model/confidence-band.ts';
import type { Day } from '../../model/instant.ts';
import type { Facet } from './facet-list.tsx';

const MOST_SHOWN = 8;
/** The filter that each facet sets. */
const PARAMETERS: Record<StatementFacets['exact'][number], string> = {
  speaker: 'speaker',
  role: 'role',
  feed: 'feed',
  type: 'type',
  confidence: 'minConfidence',
  language: 'language',
};
const RANGES = [
  [1, 'Today'],
  [7, 'Last 7 days'],
  [30, 'Last 30 days'],
  [365, 'Last 365 days'],
] as const;

/** The facets of a query as the page of statements lists them: a count is of all that the query finds, or left out. */
export function facetsOf(found: StatementFacets, today: Day): Facet[] {
  const { speaker, role, feed, type, confidence, truncated, exact } = found;
  const facets: Facet[] = [
    {
      parameter: 'speaker',
      title: 'Speaker',
      values: speaker.map(({ value, ...more }) => ({ value: `"${value}"`, ...more })),
    },
    { parameter: 'role', title: 'Role', values: role },
    { parameter: 'feed', title: 'Outlet', values: feed },
    {
      parameter: 'type',
      title: 'How it was said',
      values: type.map((one) => ({ ...one, label: TYPE_IN_WORDS[one.value] })),
    },
    {
      parameter: 'from',
      title: 'Date',
      values: RANGES.map(([days, label]) => ({ value: addDays(today, 1 - days), label, count: null })),
    },
    {
      parameter: 'minConfidence',
      title: 'How sure',
      values: LOWEST_CONFIDENCES.map(([value, label]) => ({
        value,
        label,
        count: confidence
          .filter((one) => LOWEST_OF_BAND[one.value] >= Number(value))
          .reduce((sum, { count }) => sum + count, 0),
      })),
    },
  ];
  return facets
    .map(({ values, ...facet }) => {
      const isKnown = !truncated || exact.some((name) => PARAMETERS[name] === facet.parameter);
      const shown = values.slice(0, MOST_SHOWN);
      return { ...facet, values: isKnown ? shown : shown.map((one) => ({ ...one, count: null })) };
    })
    .filter(({ values }) => values.length > 0);
}

/** What values without a count are taken from. */
export function countedInWords({ truncated, counted, exact }: StatementFacets): string | null {
  const isKnown = Object.keys(PARAMETERS).every((name) => exact.some((one) => one === name));
  return truncated && !isKnown
    ? `Without a number: the most frequent among the newest ${counted.toLocaleString('en')}.`
    : null;
}
