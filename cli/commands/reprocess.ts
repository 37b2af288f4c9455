import type { Command } from 'commander';
import { safeJson } from '../../lambda/common/control-characters.ts';
import type { ReprocessReport } from '../../lambda/pipeline/reprocess.ts';
import type { CommandContext } from '../command-context.ts';
import { EXIT } from '../exit-codes.ts';
import { findFeed } from '../find-feed.ts';
import { terminalLog, withOpenStore } from '../open-store.ts';
import { type OutputOptions, withJson } from '../options/output-options.ts';
import { type QueryOptions, withFilters } from '../options/query-options.ts';
import { readRange } from '../options/read-range.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { plain } from '../output/plain.ts';
import { createProgress } from '../output/progress.ts';

type ReprocessOptions = Pick<QueryOptions, 'from' | 'to' | 'since' | 'feed'> &
  StoreOptions &
  OutputOptions & { all?: true; dryRun?: true };

/** `dateline reprocess`. */
export function addReprocess(program: Command, context: CommandContext): void {
  const command = program
    .command('reprocess')
    .description('read stored items again by the present rules; a run that was broken off is simply run again');
  withFilters(command, ['from', 'to', 'since', 'feed'])
    .option('--all', 'also items that the present rules have read already')
    .option('--dry-run', 'only tell what would change');
  withStore(withJson(command)).action((options: ReprocessOptions) => run(options, context));
}

async function run(options: ReprocessOptions, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const { from, to } = readRange(options);
  const { reprocess } = await import('../../lambda/pipeline/reprocess.ts');
  const { countAll } = await import('../../local/count-all.ts');
  const { systemClock: clock } = await import('../../local/clock.ts');
  const log = await terminalLog(terminal);
  const progress = createProgress(terminal);
  const dryRun = options.dryRun === true;
  const report = await withOpenStore(options, terminal, async (store) => {
    const feedId = options.feed === undefined ? undefined : (await findFeed(store, options.feed)).id;
    const onProgress = (done: number, total: number): void => {
      progress.update(`${bar(done, total)} ${done} of ${total} items`);
    };
    const chosen = { from, to, feedId, all: options.all === true, dryRun };
    const found = await reprocess(chosen, { store, clock, log, onProgress });
    progress.end();
    // A deployed table is counted every hour, by its own function.
    if (found.changedItems > 0 && !dryRun && !options.table) await countAll({ store, clock, log });
    return found;
  });
  if (options.json) await terminal.print(safeJson(report, 2));
  for (const { entry, message } of report.rejected) terminal.tell(`refused: ${plain(`${entry}: ${message}`)}`);
  terminal.tell(inWords(report, options));
  if (report.rejected.length > 0 || report.missedItems > 0) context.exitCode = EXIT.partlyFailed;
}

const WIDTH = 20;

function bar(done: number, total: number): string {
  const full = total > 0 ? Math.floor((done * WIDTH) / total) : WIDTH;
  return `[${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}]`;
}

function inWords(report: ReprocessReport, { all, dryRun }: ReprocessOptions): string {
  const { items, changedItems, addedStatements, removedStatements, reattributedStatements, missedItems } = report;
  if (items === 0 && missedItems === 0) {
    return `Nothing to read again${all ? '' : ': the present rules have read all of these items; --all reads them anyway'}.`;
  }
  const missed = missedItems > 0 ? ` ${missedItems} were changed by others meanwhile: run this again.` : '';
  return (
    `${items} items read again, ${changedItems} ${dryRun ? 'would change' : 'changed'}: ` +
    `${addedStatements} statements more, ${removedStatements} fewer, ${reattributedStatements} of another speaker.${missed}`
  );
}
