import { setTimeout as pause } from 'node:timers/promises';
import type { Command } from 'commander';
import type { Store } from '../../lambda/store/store.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { terminalLog, withOpenStore } from '../open-store.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { createProgress } from '../output/progress.ts';

type ReindexOptions = StoreOptions & { counts?: true };

/** Whoever counts just now is waited for so long. */
const LONGEST_WAIT = 60_000;
const BETWEEN_TRIES = 500;
const LEASE_MILLISECONDS = 30_000;

/** `dateline reindex`. */
export function addReindex(program: Command, context: CommandContext): void {
  const command = program
    .command('reindex')
    .description('make the word index anew, for one that doctor finds damaged; searches read the list itself meanwhile')
    .option('--counts', 'also count all days anew');
  withStore(command).action((options: ReindexOptions) => run(options, context));
}

async function run(options: ReindexOptions, { terminal }: CommandContext): Promise<void> {
  const { countAll } = await import('../../local/count-all.ts');
  const { systemClock: clock } = await import('../../local/clock.ts');
  const log = await terminalLog(terminal);
  const progress = createProgress(terminal);
  const what = options.counts ? 'The word index and the counts' : 'The word index';
  await withOpenStore(options, terminal, async (store) => {
    await begin(store, options.counts === true);
    if (options.table) return;
    progress.update('reading what is stored');
    await countAll({ store, clock, log });
    progress.end();
  });
  terminal.tell(
    options.table
      ? `${what} will be made anew by the rollup function, in runs of some minutes; \`dateline doctor\` tells when that is done.`
      : `${what} ${options.counts ? 'are' : 'is'} made anew.`,
  );
}

/** Whoever counts then begins from nothing, goes on where it stops, and removes what was there before. */
async function begin(store: Store, counts: boolean): Promise<void> {
  const { ROLLUP } = await import('../../lambda/store/counts/repository.ts');
  const request = { owner: `reindex, process ${process.pid}`, milliseconds: LEASE_MILLISECONDS };
  for (let waited = 0; waited < LONGEST_WAIT; waited += BETWEEN_TRIES) {
    const lease = await store.leases.acquire(ROLLUP, request);
    if (!lease) {
      await pause(BETWEEN_TRIES);
      continue;
    }
    try {
      const checkpoint = await store.rollups.open(lease);
      const { round } = checkpoint.progress;
      await store.search.reset(lease);
      await checkpoint.save({
        ...checkpoint.progress,
        startedAt: null,
        round: round && { ...round, rewrite: round.rewrite || lease.tookOver },
        ...(counts && { countedThrough: null, round: null, days: [], shard: 0 }),
      });
    } finally {
      await lease.release();
    }
    return;
  }
  const holder = await store.leases.holder(ROLLUP);
  throw new CommandError(
    EXIT.unavailable,
    'busy',
    `counting is under way${holder ? ` (${holder.owner}, until ${holder.expiresAt})` : ''}, and was waited for in vain`,
    'Try again later.',
  );
}
