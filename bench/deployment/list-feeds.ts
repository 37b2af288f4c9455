import { writeFile } from 'node:fs/promises';
import { feedOf } from '../../lambda/api/feeds/subscribe.ts';
import { writeOpml } from '../../lambda/common/opml/write-opml.ts';
import type { Feed } from '../../lambda/model/feed.ts';
import type { MachineFeeds } from '../machine/machine-feeds.ts';

/** The first `count` feeds of a server as they are subscribed, written to an OPML file. */
export async function listFeeds(server: MachineFeeds, count: number, opml: string): Promise<Feed[]> {
  const clock = { now: () => Date.now() };
  const feeds = Array.from({ length: count }, (_, n) => feedOf({ url: server.urlOf(n), title: `Paper ${n}` }, clock));
  await writeFile(opml, writeOpml(feeds));
  return feeds;
}
