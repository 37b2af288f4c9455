import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createWorld, HOUR } from './world.ts';

const POLLS = 20;
const DAY = 'Mon, 06 May 2024 ';

/** A feed that may be another one at each poll. */
async function serveChanging(write: (poll: number) => string) {
  let polls = 0;
  const server = createServer((_request, response) => {
    response.setHeader('Content-Type', 'application/rss+xml; charset=utf-8').end(write(polls++));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/feed.xml` };
}

const rss = (items: string, link = 'https://paper.example/'): string =>
  `<rss version="2.0"><channel><title>Paper</title><link>${link}</link>${items}</channel></rss>`;
const HEADLINES = ['Ferry returns to the bay', 'Bakery opens before dawn', 'Lamps stay dark until June'];
const time = (minute: number): string =>
  `${DAY}${String(8 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00 GMT`;
const all = (write: (headline: string, index: number) => string): string => HEADLINES.map(write).join('');
const slug = (text: string): string => text.toLowerCase().replaceAll(' ', '-');

/** What a feed does from poll to poll, and how many items a person counts. */
const TRICKS: [string, (poll: number) => string, number][] = [
  [
    'an aggregator that sends a new guid and link each time',
    (poll) =>
      rss(
        all(
          (headline, index) =>
            `<item><title>${headline} - Bay Post</title><link>https://gather.example/articles/CBMi${poll}x${index}</link><guid isPermaLink="false">CBMi${poll}x${index}</guid><pubDate>${time(index)}</pubDate><source url="https://baypost.example">Bay Post</source></item>`,
        ),
        'https://gather.example/',
      ),
    3,
  ],
  [
    'an aggregator that names the same headline of two outlets and of two days',
    (poll) =>
      rss(
        ['Bay Post', 'Hill Post']
          .flatMap((outlet, which) =>
            [0, 1].map(
              (day) =>
                `<item><title>Weather</title><link>https://gather.example/${poll}-${which}-${day}</link><guid>https://gather.example/${poll}-${which}-${day}</guid><pubDate>${time(day * 90)}</pubDate><source url="https://${which}.example/rss">${outlet}</source></item>`,
            ),
          )
          .join(''),
        'https://gather.example/',
      ),
    4,
  ],
  [
    'a live feed whose entries share one link, and grow by one each time',
    (poll) =>
      rss(
        Array.from(
          { length: poll + 1 },
          (_, n) =>
            `<item><title>Storm, minute ${n}</title><link>https://paper.example/live/storm</link><pubDate>${time(n)}</pubDate><description>The wind is at ${n}.</description></item>`,
        ).join(''),
      ),
    20,
  ],
  [
    'a live feed that shows the last three entries',
    (poll) =>
      rss(
        [0, 1, 2]
          .map((back) => poll - back)
          .filter((n) => n >= 0)
          .map(
            (n) =>
              `<item><link>https://paper.example/live/storm</link><pubDate>${time(n)}</pubDate><description>The wind is at ${n}.</description></item>`,
          )
          .join(''),
      ),
    20,
  ],
  [
    'a live feed that shows three entries at first and then one',
    (poll) =>
      rss(
        (poll < 3 ? [0, 1, 2] : [poll])
          .map(
            (n) =>
              `<item><title>Storm</title><link>https://paper.example/live/storm</link><pubDate>${time(n)}</pubDate><description>Wind ${n}.</description></item>`,
          )
          .join(''),
      ),
    20,
  ],
  [
    'a status feed that shows the last entry alone, with the link of the site',
    (poll) =>
      rss(
        `<item><title>Status</title><link>https://status.example</link><pubDate>${time(Math.floor(poll / 2))}</pubDate><description>Step ${Math.floor(poll / 2)}.</description></item>`,
        'https://status.example/',
      ),
    10,
  ],
  [
    'entries with one link and no dates',
    () =>
      rss(
        all(
          (headline) =>
            `<item><title>${headline}</title><link>https://paper.example/page</link><description>${headline}, at last.</description></item>`,
        ),
      ),
    3,
  ],
  [
    'links that move from http to https',
    (poll) =>
      rss(
        all(
          (headline) =>
            `<item><title>${headline}</title><link>http${poll > 9 ? 's' : ''}://paper.example/${slug(headline)}</link></item>`,
        ),
      ),
    3,
  ],
  [
    'links that move to www. and back',
    (poll) =>
      rss(
        all(
          (headline) =>
            `<item><title>${headline}</title><link>https://${poll % 2 ? 'www.' : ''}paper.example/${slug(headline)}</link></item>`,
        ),
      ),
    3,
  ],
  [
    'links with and without a slash at the end, by both schemes, with and without trackers',
    (poll) =>
      rss(
        all(
          (headline) =>
            `<item><title>${headline}</title><link>${['http://www.', 'https://', 'https://www.'][poll % 3]}paper.example/${slug(headline)}${poll % 2 ? '/' : ''}${poll % 4 ? '' : '?utm_source=rss'}</link></item>`,
        ),
      ),
    3,
  ],
  [
    'guids that are addresses and move to https',
    (poll) =>
      rss(
        all(
          (headline) =>
            `<item><title>${headline}</title><guid>http${poll > 9 ? 's' : ''}://paper.example/${slug(headline)}</guid></item>`,
        ),
      ),
    3,
  ],
  [
    'a headline in the guid, edited three times',
    (poll) =>
      rss(
        all((headline, index) => {
          const title =
            poll > 4 ? `${headline}, ${['mayor', 'council', 'minister'][Math.floor(poll / 7)]} says` : headline;
          return `<item><title>${title}</title><guid isPermaLink="false">${title}</guid><link>https://paper.example/?p=${index}</link><description>As told.</description></item>`;
        }),
      ),
    3,
  ],
  [
    'a headline in the guid as a slug, and a headline that changes without it',
    (poll) =>
      rss(
        all(
          (headline, index) =>
            `<item><title>${headline}${poll % 5}</title><guid isPermaLink="false">${slug(headline)}${poll > 9 ? '-update' : ''}</guid><link>https://paper.example/${index}.html</link></item>`,
        ),
      ),
    3,
  ],
  [
    'a guid of the site for every entry, alone at first',
    (poll) =>
      rss(
        all(
          (headline) =>
            `<item><title>${headline}</title><guid isPermaLink="false">paper</guid><link>https://paper.example/${slug(headline)}</link></item>`,
        )
          .split('</item>')
          .slice(0, poll === 0 ? 1 : 3)
          .map((item) => (item === '' ? '' : `${item}</item>`))
          .join(''),
      ),
    3,
  ],
  [
    'guids that stay while links and headlines change',
    (poll) =>
      rss(
        all(
          (headline, index) =>
            `<item><title>${headline} ${poll}</title><guid isPermaLink="false">tag:paper.example,2024:${index}</guid><link>https://paper.example/${poll}/${slug(headline)}</link></item>`,
        ),
      ),
    3,
  ],
];

describe('a feed polled 20 times holds what a person counts', () => {
  test.each(TRICKS)(
    '%s',
    async (_name, write, count) => {
      const world = await createWorld(await serveChanging(write));
      for (let poll = 0; poll < POLLS; poll++) {
        expect(await world.poll()).toMatchObject({ error: null });
        world.pass(HOUR);
      }
      const items = await world.items();
      expect(items.map(({ title, summary }) => title || summary)).toHaveLength(count);
    },
    60_000,
  );
});

test('what shares a link is never written over: each entry keeps its own text', async () => {
  const [, write] = TRICKS[2] as (typeof TRICKS)[number];
  const world = await createWorld(await serveChanging(write));
  for (let poll = 0; poll < 4; poll++) {
    await world.poll();
    world.pass(HOUR);
  }
  const items = await world.items();
  expect(items.map(({ title, revision }) => [title, revision]).toSorted()).toEqual(
    [0, 1, 2, 3].map((n) => [`Storm, minute ${n}`, 1]),
  );
});
