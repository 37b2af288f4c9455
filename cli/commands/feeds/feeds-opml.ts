import type { Command } from 'commander';
import { safeJson } from '../../../lambda/common/control-characters.ts';
import type { Feed } from '../../../lambda/model/feed.ts';
import type { CommandContext } from '../../command-context.ts';
import { EXIT } from '../../exit-codes.ts';
import { withNewStore, withOpenStore } from '../../open-store.ts';
import { type OutputOptions, withJson } from '../../options/output-options.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';
import { plain } from '../../output/plain.ts';
import { readInput } from '../../read-input.ts';

interface ImportOptions extends StoreOptions, OutputOptions {
  private?: true;
}

/** `dateline feeds import`. */
export function addFeedsImport(feeds: Command, context: CommandContext): void {
  const command = feeds
    .command('import')
    .description('subscribe the feeds of an OPML file, with their folders; doing it again changes nothing')
    .argument('<file>', 'an OPML file; - reads stdin')
    .option('--private', 'subscribe feeds in private places too: the file is your own');
  withStore(withJson(command)).action(async (file: string, options: ImportOptions) => {
    const { terminal } = context;
    const bytes = await readInput(file, terminal.stdin);
    const { readOpml } = await import('../../../lambda/common/opml/read-opml.ts');
    const { subscribe } = await import('../../../lambda/api/feeds/subscribe.ts');
    const { systemClock } = await import('../../../local/clock.ts');
    const { isPrivatePlace, parseAllowList } = await import('../../../lambda/fetch/allow-list.ts');
    const { readLocalSettings } = await import('../../../local/settings.ts');
    const outlines = readOpml(bytes);
    const allowList = parseAllowList(readLocalSettings(context.environment).allowHosts);
    const isRefused = (url: string) => options.private !== true && isPrivatePlace(url, allowList);
    const { added, known, refused } = await withNewStore(options, terminal, (store) =>
      subscribe(outlines, { store, clock: systemClock, isPrivatePlace: isRefused }),
    );
    if (options.json) await terminal.print(safeJson({ added, known, refused }, 2));
    for (const { line, reason } of refused) terminal.tell(`refused, line ${line}: ${plain(reason)}`);
    terminal.tell(`${added.length} feeds subscribed, ${known.length} known before, ${refused.length} refused.`);
    if (refused.length > 0) context.exitCode = EXIT.partlyFailed;
  });
}

/** `dateline feeds export`. */
export function addFeedsExport(feeds: Command, context: CommandContext): void {
  const command = feeds.command('export').description('write all feeds as OPML to stdout, with their folders');
  withStore(command).action(async (options: StoreOptions) => {
    const { terminal } = context;
    const { writeOpml } = await import('../../../lambda/common/opml/write-opml.ts');
    const all: Feed[] = [];
    await withOpenStore(options, terminal, async (store) => {
      for await (const { record } of store.feeds.list()) all.push(record);
    });
    await terminal.write(writeOpml(all));
    terminal.tell(`${all.length} feeds exported.`);
  });
}
