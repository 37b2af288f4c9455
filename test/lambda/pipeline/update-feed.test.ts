import { expect, test } from 'vitest';
import type { Feed } from '../../../lambda/model/feed.ts';
import type { DocumentReport } from '../../../lambda/pipeline/document-report.ts';
import { updateFeed } from '../../../lambda/pipeline/update-feed.ts';
import { createWorld } from './world.ts';

const URL = 'https://gazette.example/feed.xml';
const SITE = 'https://gazette.example/';
const MOVED = 'https://gazette.example/new.xml';
const named = { title: ' Harbour Gazette ', siteUrl: SITE } as DocumentReport;

test.each<[string, Partial<Feed>, Parameters<typeof updateFeed>[2], Partial<Feed>]>([
  ['has no name yet', {}, { movedTo: undefined, document: named }, { title: 'Harbour Gazette', siteUrl: SITE }],
  [
    'is called by its address',
    { title: URL },
    { movedTo: undefined, document: named },
    { title: 'Harbour Gazette', siteUrl: SITE },
  ],
  ['was named meanwhile', { title: 'Mine' }, { movedTo: undefined, document: named }, { title: 'Mine' }],
  [
    'was named meanwhile and moves',
    { title: 'Mine' },
    { movedTo: MOVED, document: named },
    { title: 'Mine', url: MOVED },
  ],
  [
    'was paused meanwhile and moves',
    { paused: true },
    { movedTo: MOVED, document: null },
    { paused: true, url: MOVED },
  ],
])('a feed that %s, where the poll had read it earlier', async (_name, meanwhile, shown, expected) => {
  const { store } = await createWorld({ url: URL });
  const read = (await store.feeds.get('feed-1')) as Feed;
  await store.feeds.put({ ...read, ...meanwhile });
  await updateFeed(store, read, shown);
  expect(await store.feeds.get('feed-1')).toEqual({ ...read, ...meanwhile, ...expected });
});
