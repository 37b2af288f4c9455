import type { Command } from 'commander';
import type { Story, StoryArticle } from '../../lambda/api/stories/rows.ts';
import type { CommandContext } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import { findRecord } from '../find-record.ts';
import { withOpenStore } from '../open-store.ts';
import { type OutputOptions, withListOutput } from '../options/output-options.ts';
import { type StoreOptions, withStore } from '../options/store-options.ts';
import { shortId } from '../output/cells.ts';
import { createListWriter, type ListShape } from '../output/list-writer.ts';
import { createQueryClient } from '../query-client.ts';

const ARTICLES: ListShape<StoryArticle> = {
  columns: [
    { title: 'ID', value: ({ itemId }) => shortId(itemId) },
    { title: 'PUBLISHED', value: ({ sortAt }, { moment }) => moment(sortAt) },
    { title: 'KIND', value: ({ kind }) => kind },
    { title: 'OUTLET', value: ({ outlet }) => outlet, flexible: 1 },
    { title: 'TITLE', value: ({ title }) => title, flexible: 3 },
  ],
  csv: ['itemId', 'kind', 'sortAt', 'publishedAt', 'publishedAtSource', 'feedId', 'outlet', 'title', 'url'],
};

/** `dateline story`. */
export function addStory(program: Command, context: CommandContext): void {
  const command = program
    .command('story')
    .description('list the articles that tell one story, in the order of publication')
    // Ids of items may begin with a hyphen.
    .allowUnknownOption()
    .argument('<id>', 'the id of any of them, or a beginning of it that only one item has');
  withStore(withListOutput(command)).action((id: string, options) => showStory(id, options, context));
}

async function showStory(id: string, options: StoreOptions & OutputOptions, { terminal }: CommandContext) {
  await withOpenStore(options, terminal, async (store) => {
    const items = (await findRecord(store, id)).filter(({ kind }) => kind === 'items');
    const [only] = items;
    if (!only) {
      const hint = '`dateline items` shows ids.';
      throw new CommandError(EXIT.notFound, 'unknown-item', `no item is ${JSON.stringify(id)}`, hint);
    }
    if (items.length > 1) {
      const message = `${items.length} items have an id that begins with ${JSON.stringify(id)}`;
      const shown = items.slice(0, 5).map((item) => `${item.id}  ${item.label}`);
      throw new CommandError(EXIT.usage, 'ambiguous', message, shown.join('\n'));
    }
    const client = await createQueryClient(store);
    const story = (await client.get(`/v1/stories/${encodeURIComponent(only.id)}?limit=100`)) as unknown as Story;
    const writer = createListWriter<StoryArticle>(terminal, options, ARTICLES);
    await writer.rows(story.articles);
    await writer.end();
  });
}
