import type { Command } from 'commander';
import { safeJson } from '../../../lambda/common/control-characters.ts';
import type { CommandContext } from '../../command-context.ts';
import { EXIT } from '../../exit-codes.ts';
import { type OutputOptions, withJson } from '../../options/output-options.ts';
import { trialLines } from '../../output/trial-view.ts';

/** `dateline feeds test`. */
export function addFeedsTest(feeds: Command, context: CommandContext): void {
  const command = feeds
    .command('test')
    .description(
      'ask an address as a poll would and show every step; nothing is stored, and nothing needs to be subscribed',
    )
    .argument('<url>', 'address of a feed or of a site, http or https');
  withJson(command).action(async (url: string, options: OutputOptions) => {
    const { terminal, environment } = context;
    const { testFeed } = await import('../../../lambda/pipeline/test-feed.ts');
    const { withNetwork } = await import('../../../local/network.ts');
    const { readLocalSettings } = await import('../../../local/settings.ts');
    const { systemClock } = await import('../../../local/clock.ts');
    const trial = await withNetwork(readLocalSettings(environment), (fetcher) =>
      testFeed(url, { fetcher, clock: systemClock }),
    );
    if (options.json) await terminal.print(safeJson(trial, 2));
    else for (const line of trialLines(trial)) await terminal.print(line);
    if (trial.error) context.exitCode = trial.answer ? EXIT.badInput : EXIT.unavailable;
  });
}
