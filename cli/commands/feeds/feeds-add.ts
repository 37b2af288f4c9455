import { type Command, Option } from 'commander';
import { safeJson } from '../../../lambda/common/control-characters.ts';
import { FeedParseError, FetchError } from '../../../lambda/model/errors.ts';
import type { Feed } from '../../../lambda/model/feed.ts';
import type { LocatedFeed } from '../../../lambda/pipeline/locate-feed.ts';
import type { CommandContext } from '../../command-context.ts';
import { CommandError } from '../../command-error.ts';
import { EXIT } from '../../exit-codes.ts';
import { withNewStore } from '../../open-store.ts';
import { type OutputOptions, withJson } from '../../options/output-options.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';
import { plain } from '../../output/plain.ts';

/** So many other feeds of a page are named. */
const MOST_OTHERS = 10;

interface AddOptions extends StoreOptions, OutputOptions {
  title?: string;
  folder?: string;
  tag?: string[];
  fullText: Feed['fullText'];
  paused?: true;
  unchecked?: true;
}

/** `dateline feeds add`. */
export function addFeedsAdd(feeds: Command, context: CommandContext): void {
  const command = feeds
    .command('add')
    .description('subscribe a feed, or the feed of a site; one that is subscribed already stays as it is')
    .argument('<url>', 'address of the feed or of the site that has it, http or https')
    .option('--title <text>', 'its name; the feed’s own one by itself')
    .option('--folder <path>', 'where it belongs, nested with /, as World/Agencies')
    .option('--tag <words...>', 'tags')
    .addOption(
      new Option('--full-text <when>', 'whether article pages are fetched')
        .choices(['auto', 'always', 'never'])
        .default('auto'),
    )
    .option('--paused', 'do not poll it')
    .option('--unchecked', 'subscribe the address as it is, without asking it first');
  withStore(withJson(command)).action((url: string, options: AddOptions) => add(url, options, context));
}

async function add(given: string, options: AddOptions, context: CommandContext): Promise<void> {
  const { terminal } = context;
  const { feedOf, feedsByAddress } = await import('../../../lambda/api/feeds/subscribe.ts');
  const { systemClock } = await import('../../../local/clock.ts');
  const { title, folder = null, tag: tags = [], fullText, paused = false } = options;
  const feedFor = (url: string, name = title): Feed =>
    feedOf({ url, folder, tags, fullText, paused, ...(name === undefined ? {} : { title: name }) }, systemClock);
  const requested = feedFor(given);
  const { feed, isNew } = await withNewStore(options, terminal, async (store) => {
    const present = await feedsByAddress(store);
    const find = async ({ id, url }: Feed) => present.get(url) ?? (await store.feeds.get(id));
    const known = await find(requested);
    if (known) return { feed: known, isNew: false };
    const located = paused || options.unchecked ? null : await locate(requested.url, context);
    const found = located ? feedFor(located.url, title ?? located.title ?? undefined) : requested;
    const knownToo = await find(found);
    if (!knownToo) await store.feeds.put(found);
    return { feed: knownToo ?? found, isNew: !knownToo };
  });
  if (options.json) await terminal.print(safeJson(feed, 2));
  else await terminal.print(`${feed.id}  ${plain(feed.title)}`);
  if (!isNew) terminal.tell('It was subscribed already, and stays as it is.');
  else if (!paused)
    terminal.tell(
      `Subscribed. \`dateline poll ${feed.id}\` asks it now; a running \`dateline serve\` does so within a minute.`,
    );
}

/** The feed that the address leads to; `null` where the server does not answer now, which is told and stops nothing. */
async function locate(url: string, { terminal, environment }: CommandContext): Promise<LocatedFeed | null> {
  const { locateFeed } = await import('../../../lambda/pipeline/locate-feed.ts');
  const { withNetwork } = await import('../../../local/network.ts');
  const { readLocalSettings } = await import('../../../local/settings.ts');
  try {
    const located = await withNetwork(readLocalSettings(environment), (fetcher) => locateFeed(url, fetcher));
    if (located.url !== url) terminal.tell(plain(`${url} leads to the feed ${located.url}`));
    if (located.others.length > 0) terminal.tell('The page names other feeds, too:');
    for (const other of located.others.slice(0, MOST_OTHERS)) {
      terminal.tell(plain(`  ${other.url}${other.title === null ? '' : `  ${other.title}`}`));
    }
    return located;
  } catch (error) {
    if (error instanceof FetchError) {
      terminal.tell(
        plain(`It could not be asked now: ${error.message}. It is subscribed all the same, and polled as any other.`),
      );
      return null;
    }
    if (!(error instanceof FeedParseError)) throw error;
    const hint = 'Look for the address of its feed on the site, or subscribe it as it is with --unchecked.';
    throw new CommandError(EXIT.badInput, error.code, error.message, hint, error);
  }
}
