import type { Command } from 'commander';
import type { FeedRow } from '../../../lambda/api/feeds/rows.ts';
import type { CommandContext } from '../../command-context.ts';
import { type ListCommand, runListCommand } from '../../list-command.ts';
import { withListOutput } from '../../options/output-options.ts';
import { withQuery } from '../../options/query-options.ts';
import { withStore } from '../../options/store-options.ts';
import { adviceInWords, healthInWords } from '../../output/feed-words.ts';

const FEEDS: ListCommand<FeedRow> = {
  path: '/v1/feeds',
  noun: 'feeds',
  hint: '`dateline feeds add URL` subscribes one, `dateline feeds import samples/feeds.opml` some to begin with.',
  columns: [
    { title: 'ID', value: ({ id }) => id },
    { title: 'STATUS', value: ({ state }) => state?.status ?? 'new' },
    { title: 'TITLE', value: ({ title }) => title, flexible: 3 },
    { title: 'FOLDER', value: ({ folder }) => folder ?? '', flexible: 1 },
    { title: 'NEXT POLL', value: ({ state }, { moment }) => moment(state?.nextPollAt) },
    { title: 'HOW IT DOES', value: (feed) => howItDoes(feed), flexible: 3 },
  ],
  csv: [
    'id',
    'url',
    'title',
    'folder',
    'tags',
    'fullText',
    'paused',
    'createdAt',
    'state.status',
    'state.intervalMinutes',
    'state.nextPollAt',
    'state.lastPollAt',
    'state.lastSuccessAt',
    'state.lastNewItemAt',
    'state.failingSince',
    'state.errorCount',
    'state.lastError.code',
    'state.lastError.message',
    'state.held.host',
    'state.held.until',
    'state.held.reason',
  ],
};

const howItDoes = (feed: FeedRow): string =>
  `${healthInWords(feed, feed.state)}. ${adviceInWords(feed, feed.state)}`.trim();

/** `dateline feeds list`. */
export function addFeedsList(feeds: Command, context: CommandContext): void {
  const command = feeds.command('list').description('list feeds with their health, by title');
  withQuery(command, ['status', 'q']);
  withStore(withListOutput(command)).action((options) => runListCommand(FEEDS, options, context));
}
