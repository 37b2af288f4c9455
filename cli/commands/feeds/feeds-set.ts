import { type Command, Option } from 'commander';
import { feedChangesSchema } from '../../../lambda/api/feeds/feed-bodies.ts';
import type { Feed } from '../../../lambda/model/feed.ts';
import type { Store } from '../../../lambda/store/store.ts';
import { systemClock } from '../../../local/clock.ts';
import type { CommandContext } from '../../command-context.ts';
import { CommandError } from '../../command-error.ts';
import { EXIT } from '../../exit-codes.ts';
import { findFeed } from '../../find-feed.ts';
import { withOpenStore } from '../../open-store.ts';
import { type StoreOptions, withStore } from '../../options/store-options.ts';
import { readWholeNumber } from '../../options/values.ts';
import { plain } from '../../output/plain.ts';

interface Changes {
  title?: string;
  folder?: string;
  tag?: string[];
  fullText?: string;
  pollMinutes?: number | 'auto';
  pause?: true;
  resume?: true;
}

/** `dateline feeds set`. */
export function addFeedsSet(feeds: Command, { terminal }: CommandContext): void {
  const command = feeds
    .command('set')
    .description('change feeds: pause or resume them, name or file them anew, say how often they are polled')
    .argument('[feeds...]', 'id, beginning of an id, address or title of each')
    .option('--in-folder <folder>', 'all feeds of that folder, and of folders in it')
    .option('--with-tag <tag>', 'all feeds with that tag')
    .option('--pause', 'do not poll it until it is resumed')
    .addOption(new Option('--resume', 'poll it again, now').conflicts('pause'))
    .option('--title <title>', 'its name')
    .option('--folder <folder>', 'where it is filed, as World/Agencies; empty for nowhere')
    .option('--tag <tag...>', 'your words for it, instead of those it has; empty for none')
    .option('--full-text <when>', 'whether article pages are fetched: auto, always, never')
    .addOption(
      new Option('--poll-minutes <number>', 'minutes between polls, 5 to 1440; auto for its own rhythm').argParser(
        (text) => (text === 'auto' ? text : readWholeNumber(5, 1_440)(text)),
      ),
    );
  withStore(command).action(async (texts: string[], options: StoreOptions & Changes & Chosen) => {
    const changes = readChanges(options);
    await withOpenStore(options, terminal, async (store) => {
      const { changeFeed } = await import('../../../lambda/api/feeds/change-feed.ts');
      for (const { id } of await chosenFeeds(store, texts, options)) {
        terminal.tell(plain(inWords(await changeFeed(id, changes, { store, clock: systemClock }))));
      }
    });
  });
}

/** Which feeds are meant besides those that are named. */
interface Chosen {
  inFolder?: string;
  withTag?: string;
}

/** The feeds that are named, or those of a folder or tag; throws CommandError where none is. */
async function chosenFeeds(store: Store, texts: string[], { inFolder, withTag }: Chosen): Promise<Feed[]> {
  const found: Feed[] = [];
  for (const text of texts) found.push(await findFeed(store, text));
  if (inFolder !== undefined || withTag !== undefined) {
    for await (const { record: feed } of store.feeds.list()) {
      const isThere = feed.folder === inFolder || feed.folder?.startsWith(`${inFolder}/`);
      if ((inFolder === undefined || isThere) && (withTag === undefined || feed.tags.includes(withTag)))
        found.push(feed);
    }
  }
  if (found.length > 0) return [...new Map(found.map((feed) => [feed.id, feed])).values()];
  const hint = 'Name feeds, or choose them by --in-folder or --with-tag; `dateline feeds list` shows them.';
  throw new CommandError(
    texts.length === 0 && !inFolder && !withTag ? EXIT.usage : EXIT.notFound,
    'no-feeds',
    'no feed is meant',
    hint,
  );
}

function inWords({ title, folder, tags, paused, pollMinutes, fullText }: Feed): string {
  const place = folder === null ? '' : `, in ${folder}`;
  const tagged = tags.length === 0 ? '' : `, tagged ${tags.join(', ')}`;
  const often = pollMinutes === undefined ? 'polled when it is due' : `polled every ${pollMinutes} minutes`;
  return `${title}${place}${tagged}: ${paused ? 'paused: it is not polled' : often}; full text ${fullText}.`;
}

/** What the options ask for; throws CommandError where that is nothing, or can't be. */
function readChanges({ title, folder, tag, fullText, pollMinutes, pause, resume }: Changes) {
  const tags = tag?.filter((word) => word !== '');
  const paused = pause ?? (resume === undefined ? undefined : false);
  const asked = {
    title,
    folder: folder === '' ? null : folder,
    tags,
    fullText,
    paused,
    pollMinutes: pollMinutes === 'auto' ? null : pollMinutes,
  };
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
  const result = feedChangesSchema.safeParse(given);
  if (result.success) return result.data;
  const reasons = result.error.issues.map(({ path, message }) => [...path, message].join(': '));
  throw new CommandError(
    EXIT.usage,
    'bad-change',
    reasons.join('; '),
    '`dateline feeds set --help` tells the options.',
  );
}
