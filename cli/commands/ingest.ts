import { pathToFileURL } from 'node:url';
import type { Command } from 'commander';
import { safeJson } from '../../lambda/common/control-characters.ts';
import { FeedParseError } from '../../lambda/model/errors.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { terminalLog, withNewStore } from '../open-store.ts';
import { type OutputOptions, withJson } from '../options/output-options.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { plain } from '../output/plain.ts';
import { createProgress } from '../output/progress.ts';
import { readInput } from '../read-input.ts';

interface IngestOptions extends StoreOptions, OutputOptions {
  feedUrl?: string;
}

/** `dateline ingest`. */
export function addIngest(program: Command, context: CommandContext): void {
  const command = program
    .command('ingest')
    .description('store the items of a feed that is a file; doing it again stores nothing new')
    .argument('<file>', 'RSS, Atom, RDF or JSON Feed; - reads stdin')
    .option(
      '--feed-url <url>',
      'the feed whose document it is; one that is not subscribed is added and never polled (default: a made-up address for the file)',
    );
  withStore(withJson(command)).action((file: string, options: IngestOptions) => ingest(file, options, context));
}

/** A file's feed has an address under `.example`, which is nobody's (RFC 2606), so that it is the same feed at the next time. */
function addressOf(file: string): string {
  if (file === '-') return 'https://stdin.example/';
  return `https://file.example${pathToFileURL(file).pathname}`;
}

async function ingest(file: string, options: IngestOptions, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const bytes = await readInput(file, terminal.stdin);
  const { ingestBytes } = await import('../../local/ingest-file.ts');
  const { feedOf } = await import('../../lambda/api/feeds/subscribe.ts');
  const { countAll } = await import('../../local/count-all.ts');
  const { systemClock: clock } = await import('../../local/clock.ts');
  const { readLocalSettings } = await import('../../local/settings.ts');
  const { retentionDays } = readLocalSettings(context.environment);
  const feed = feedOf({ url: options.feedUrl ?? addressOf(file), paused: true }, clock);
  const log = await terminalLog(terminal);
  const progress = createProgress(terminal);
  const onProgress = (done: number, total: number) => progress.update(`${done} of ${total} items`);
  const document = await withNewStore(options, terminal, async (store) => {
    const report = await ingestBytes(feed, bytes, { store, clock, log, retentionDays, onProgress });
    await countAll({ store, clock, log });
    return report;
  }).catch((error: unknown) => {
    if (!(error instanceof FeedParseError)) throw error;
    const hint = `\`dateline parse ${file}\` shows what can be read in it.`;
    throw new CommandError(
      EXIT.badInput,
      error.code,
      `${file} is not a feed that can be read: ${error.message}`,
      hint,
      error,
    );
  });
  progress.end();
  const { newItems, changedItems, unchangedItems, skippedItems, deferredItems, rejected, warnings } = document;
  const report = {
    feedId: feed.id,
    newItems,
    changedItems,
    unchangedItems,
    skippedItems,
    deferredItems,
    rejected,
    warnings,
  };
  if (options.json) await terminal.print(safeJson(report, 2));
  for (const { message } of warnings) terminal.tell(`warning: ${plain(message)}`);
  for (const { entry, message } of rejected) terminal.tell(`refused: ${plain(`${entry}: ${message}`)}`);
  terminal.tell(
    `${newItems} new, ${changedItems} changed, ${unchangedItems} unchanged items of feed ${feed.id}` +
      `${rejected.length > 0 ? `, ${rejected.length} entries refused` : ''}. \`dateline statements --feed ${feed.id}\` shows who said what.`,
  );
  if (rejected.length > 0) context.exitCode = EXIT.partlyFailed;
}
