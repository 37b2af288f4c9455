import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rollup } from '../../../../lambda/pipeline/rollup/rollup.ts';
import { collect } from '../../../../lambda/store/collect.ts';
import { feed } from '../../../support/articles.ts';
import { ARTICLES, ingestArticle, RIVAL } from '../../../support/ferry-story.ts';
import { openQueryApp, type QueryApp } from '../../../support/query-app.ts';
import { quietLog } from '../../../support/quiet-log.ts';

let query: QueryApp;
/** Ids of articles by outlet. */
let ids: Map<string, string>;

/** What people read of a page, spaces drawn together. */
const words = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([,.:])/g, '$1');
const read = async (path: string): Promise<string> => words((await query.get(path)).text);

/** The page of what the chairwoman said, in that outlet. */
async function saying(outlet: string): Promise<string> {
  const id = ids.get(outlet) ?? '';
  const said = (await query.store.statements.ofItem(id)).find(({ text }) => text.includes('buyer'));
  return read(`/articles/${id}/statements/${said?.id}`);
}

beforeAll(async () => {
  query = await openQueryApp();
  const rival = { at: '2026-03-03T09:00:00Z', lines: RIVAL };
  for (const outlet of [...Object.keys(ARTICLES), 'rival']) {
    await query.store.feeds.put(feed(outlet, outlet));
    await ingestArticle(query, outlet, outlet === 'rival' ? rival : ARTICLES[outlet]);
  }
  query.clock.advance(60_000);
  await rollup({ ...query, log: quietLog() });
  const items = await collect(query.store.items.newest({}));
  ids = new Map(items.map(({ record }) => [record.feedId, record.id]));
});
afterAll(() => query.close());

describe('the page of an article', () => {
  test.each(['wire', 'mail', 'echo'])('of %s tells where its story was told first, and where then', async (outlet) => {
    const page = await read(`/articles/${ids.get(outlet)}`);
    expect(page).toContain('Told first in wire, then in 3 outlets: 2 copies, 1 update.');
    expect(page).toMatch(/08:00 wire first .* 09:00 post copy .* 10:00 mail copy .* 11:00 echo update/);
  });

  test('of a story that is alone tells nothing of others', async () => {
    expect(await read(`/articles/${ids.get('council')}`)).not.toContain('The same story');
  });

  test('marks itself in the timeline, and leads to the others', async () => {
    const { text } = await query.get(`/articles/${ids.get('mail')}`);
    expect(text.match(/aria-current="true"/g)).toHaveLength(1);
    for (const outlet of ['wire', 'post', 'echo']) expect(text).toContain(`href="/articles/${ids.get(outlet)}"`);
  });
});

describe('the page of a statement', () => {
  test('tells where the words were printed, in which wordings, and who is named', async () => {
    const page = await saying('council');
    expect(page).toContain('Said once, printed 6 times');
    expect(page).toContain('Printed first in wire, then in 5 outlets.');
    expect(page).toContain('2 wordings');
    expect(page).toContain('nobody who knew this line came forward');
    expect(page).toMatch(
      /Outlets name different speakers: Lena Orvik in wire, post, mail, echo, council Tomas Brekke in rival/,
    );
  });
});

test('the list of statements folds copies, says how many, and leads to the story', async () => {
  const { text } = await query.get('/?feed=wire');
  expect(words(text)).toContain('+2 copies');
  expect(text).toContain(`href="/articles/${ids.get('wire')}#story"`);
  expect((await query.get('/?feed=mail')).text).not.toContain('nobody who knew');
});
