import { feedIdOf } from '../../lambda/common/feed-id.ts';
import { collect } from '../../lambda/store/collect.ts';
import { SAMPLE_FEED_URL } from '../../local/first-run.ts';
import type { World } from './world.ts';

/** What the copy in the mail is asked for by. */
const QUOTE = 'looked for a buyer';

/** Every page, by a name for files, with its address. */
export async function pageList({ store }: World): Promise<{ name: string; path: string }[]> {
  const [copy] = await collect(store.items.newest({ feedId: 'mail' }), 1);
  const told = (copy && (await store.statements.ofItem(copy.record.id))) ?? [];
  const said = told.find(({ text }) => text.includes(QUOTE));
  if (!said) throw new Error('the mail did not print what the chairwoman said');
  for await (const { record: statement } of store.statements.newest({})) {
    if (statement.speaker?.resolution !== 'pronoun' || statement.speaker.id === null) continue;
    const article = `/articles/${statement.itemId}`;
    return [
      { name: 'statements', path: '/' },
      { name: 'nothing-found', path: '/?q=strike&type=mixed&from=2026-11-23' },
      { name: 'article', path: `${article}?statement=${statement.id}` },
      { name: 'statement', path: `${article}/statements/${statement.id}` },
      { name: 'story', path: `/articles/${said.itemId}#story` },
      { name: 'saying', path: `/articles/${said.itemId}/statements/${said.id}` },
      { name: 'speaker', path: `/speakers/${statement.speaker.id}` },
      { name: 'dates', path: '/dates' },
      { name: 'searches', path: '/searches?speaker=bank&save=1' },
      { name: 'feeds', path: '/feeds' },
      { name: 'feed', path: `/feeds/${feedIdOf(SAMPLE_FEED_URL)}` },
      { name: 'try', path: '/try' },
      { name: 'not-found', path: '/nothing-is-here' },
    ];
  }
  throw new Error('no statement of the samples was said by a pronoun');
}
