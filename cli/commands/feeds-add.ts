import { type Command, Option } from 'commander';
import type { Feed } from '../../lambda/model/feed.ts';
import type { CommandContext } from '../command-context.ts';
import { withOpenStore } from '../open-store.ts';
import { type OutputOptions, withJson } from '../options/output-options.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { plain } from '../output/plain.ts';

interface AddOptions extends StoreOptions, OutputOptions {
  title?: string;
  folder?: string;
  tag?: string[];
  fullText: Feed['fullText'];
  paused?: true;
}

/** `dateline feeds add`. */
export function addFeedsAdd(feeds: Command, context: CommandContext): void {
  const command = feeds
    .command('add')
    .description('subscribe a feed; one that is subscribed already stays as it is')
    .argument('<url>', 'address of the feed, http or https')
    .option('--title <text>', 'its name; the feed’s own one by itself')
    .option('--folder <path>', 'where it belongs, nested with /, as World/Agencies')
    .option('--tag <words...>', 'tags')
    .addOption(
      new Option('--full-text <when>', 'whether article pages are fetched')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    )
    .option('--paused', 'do not poll it');
  withStore(withJson(command)).action((url: string, options: AddOptions) => add(url, options, context));
}

async function add(url: string, options: AddOptions, { terminal }: CommandContext): Promise<void> {
  const { feedOf } = await import('../../local/subscribe.ts');
  const { systemClock } = await import('../../local/clock.ts');
  const { title, folder = null, tag: tags = [], fullText, paused = false } = options;
  const wish = feedOf({ url, folder, tags, fullText, paused, ...(title === undefined ? {} : { title }) }, systemClock);
  const known = await withOpenStore(options, terminal, async (store) => {
    const found = await store.feeds.get(wish.id);
    if (!found) await store.feeds.put(wish);
    return found;
  });
  const feed = known ?? wish;
  if (options.json) await terminal.print(JSON.stringify(feed, null, 2));
  else await terminal.print(`${feed.id}  ${plain(feed.title)}`);
  if (known) terminal.tell('It was subscribed already, and stays as it is.');
  else if (!paused)
    terminal.tell(
      `Subscribed. \`dateline poll ${feed.id}\` asks it now; a running \`dateline serve\` does so within a minute.`,
    );
}
