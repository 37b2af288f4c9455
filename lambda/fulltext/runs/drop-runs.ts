import { type Place, RUN_RULES } from './run-rules.ts';
import { type Run, removeRun } from './runs.ts';

const PROSE = 60;
const MOST_AROUND = 12;

const isProse = ({ text }: Run): boolean => text.length >= PROSE && /[.!?。؟।”"»)]\s*$|[,،;:]/u.test(text);

function matches(run: Run, place: Place, titles: ReadonlySet<string>): boolean {
  return RUN_RULES.some((rule) => rule.place === place && rule.drops(run, titles));
}

/** Which runs are no part of the article. */
function droppedRuns(runs: readonly Run[], titles: ReadonlySet<string>): Set<Run> {
  const dropped = new Set(runs.filter((run) => matches(run, 'anywhere', titles)));
  const left = runs.filter((run) => !dropped.has(run));
  for (const run of left.slice(0, MOST_AROUND)) {
    if (matches(run, 'before', titles)) dropped.add(run);
    else if (isProse(run)) break;
  }
  for (const run of left.slice(-MOST_AROUND).reverse()) {
    if (!matches(run, 'after', titles)) break;
    dropped.add(run);
  }
  return dropped;
}

/**
 * Takes the runs out of an article's tree that are no part of it (“Advertisement”, “Also read: …”, its title, the date above
 * and the tags below it), and headings under which nothing is left. `titles` are folded.
 */
export function dropRuns(runs: readonly Run[], titles: ReadonlySet<string>): void {
  const dropped = droppedRuns(runs, titles);
  let below = false;
  for (const run of [...runs].reverse()) {
    if (dropped.has(run)) {
      below = true;
      removeRun(run);
    } else if (run.heading && below) removeRun(run);
    else below = false;
  }
}
