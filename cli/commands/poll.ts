import type { Command } from 'commander';
import { safeJson } from '../../lambda/common/control-characters.ts';
import { hostOf } from '../../lambda/common/host.ts';
import { isDue } from '../../lambda/common/is-due.ts';
import type { Feed } from '../../lambda/model/feed.ts';
import { type Instant, toInstant } from '../../lambda/model/instant.ts';
import type { FeedMessage } from '../../lambda/model/message.ts';
import type { Store } from '../../lambda/store/store.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { findFeed } from '../find-feed.ts';
import { withOpenStore } from '../open-store.ts';
import { type OutputOptions, withJson } from '../options/output-options.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { counted } from '../output/feed-words.ts';
import { plain } from '../output/plain.ts';

interface PollOptions extends StoreOptions, OutputOptions {
  all?: true;
  nowEvenIfHeld?: true;
}

/** `dateline poll`. */
export function addPoll(program: Command, context: CommandContext): void {
  const command = program
    .command('poll')
    .description(
      'ask feeds for what is new, and for their articles, now: those that are due, all of them, or the given ones',
    )
    .argument('[feeds...]', 'ids, beginnings of ids, addresses or titles')
    .option('--all', 'also feeds that are not due')
    .option('--now-even-if-held', 'ask hosts once that want to be left alone');
  withStore(withJson(command)).action((feeds: string[], options: PollOptions) => poll(feeds, options, context));
}

async function poll(names: string[], options: PollOptions, context: CommandContext): Promise<void> {
  const { terminal } = context;
  if (names.length > 0 && options.all) {
    throw new CommandError(EXIT.usage, 'feeds-and-all', '--all polls every feed; leave it out to poll the given ones');
  }
  const { pollNow } = await import('../../local/poll-now.ts');
  const { readLocalSettings } = await import('../../local/settings.ts');
  const settings = readLocalSettings(context.environment);
  await withOpenStore(options, terminal, async (store) => {
    const chosen = names.length > 0 ? await named(store, names) : await everyFeed(store, options.all === true);
    if (chosen.length === 0) {
      terminal.tell(
        'No feed is due. `dateline poll --all` asks all of them, `dateline feeds list` shows when they are due.',
      );
      return;
    }
    let done = 0;
    const reports = await pollNow(
      chosen,
      { store, settings, isHoldIgnored: options.nowEvenIfHeld === true },
      {
        onPoll: ({ title }, line) => {
          done += 1;
          terminal.tell(`[${done}/${chosen.length}] ${plain(`${title}: ${line}`)}`);
        },
        onPage: (title, line) => terminal.tell(plain(`${title}: ${line}`)),
        onFailure: ({ title }, reason) => terminal.tell(`error: ${plain(`${title}: ${reason}`)}`),
      },
    );
    const failed = reports.filter(({ result }) => result === 'failed').length;
    const newItems = reports.reduce((sum, { document }) => sum + (document?.newItems ?? 0), 0);
    if (options.json) await terminal.print(safeJson(reports, 2));
    const items = counted(newItems, 'new item', 'new items');
    const feeds = counted(reports.length - failed, 'feed', 'feeds');
    terminal.tell(`${items} from ${feeds}; ${failed} could not be read.`);
    if (failed > 0 || reports.length < chosen.length) {
      context.exitCode = failed === chosen.length ? EXIT.unavailable : EXIT.partlyFailed;
    }
  });
}

async function named(store: Store, names: string[]): Promise<{ feed: Feed; message: FeedMessage }[]> {
  const chosen = new Map<string, { feed: Feed; message: FeedMessage }>();
  for (const name of names) {
    const feed = await findFeed(store, name);
    const state = await store.feeds.state(feed.id);
    if (feed.paused || !state || state.nextPollAt === null) {
      const why = feed.paused ? 'is paused' : `is not polled any more: it is ${state?.status ?? 'new'}`;
      throw new CommandError(
        EXIT.usage,
        'not-polled',
        `${plain(feed.title)} ${why}`,
        '`dateline ingest FILE` stores a document that you have.',
      );
    }
    chosen.set(feed.id, { feed, message: messageOf(feed, state.nextPollAt) });
  }
  return [...chosen.values()];
}

async function everyFeed(store: Store, all: boolean): Promise<{ feed: Feed; message: FeedMessage }[]> {
  const feeds: Feed[] = [];
  for await (const { record } of store.feeds.list()) feeds.push(record);
  const states = await store.feeds.states(feeds.map(({ id }) => id));
  const now = toInstant(Date.now());
  return feeds.flatMap((feed) => {
    const nextPollAt = states.get(feed.id)?.nextPollAt ?? null;
    if (feed.paused || nextPollAt === null || (!all && !isDue(nextPollAt, now))) return [];
    return [{ feed, message: messageOf(feed, nextPollAt) }];
  });
}

const messageOf = (feed: Feed, nextPollAt: Instant): FeedMessage => ({
  kind: 'feed',
  feedId: feed.id,
  nextPollAt,
  host: hostOf(feed.url),
});
