import type { Candidate } from '../lambda/api/kernel/http/problem.ts';
import { tableLines } from './output/table.ts';

const MOST_SHOWN = 20;

/** Speakers that a name may mean as lines of a table, who was quoted most first. */
export function candidateLines(candidates: readonly Candidate[]): string[] {
  const shown = candidates.slice(0, MOST_SHOWN);
  const lines = tableLines<Candidate>(
    [...shown],
    [
      { title: 'STATEMENTS', value: ({ statementCount }) => String(statementCount), align: 'right' },
      { title: 'NAME', value: ({ name }) => name },
      { title: 'ID', value: ({ id }) => id },
      { title: 'ROLE', value: ({ role }) => role ?? '' },
    ],
    null,
  );
  const rest = candidates.length - shown.length;
  const more = rest > 0 ? [`and ${rest} more: \`dateline speakers --q NAME\` lists them.`] : [];
  return [...lines, ...more];
}
