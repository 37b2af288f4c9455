// Adds a feed by code, polls it once, and prints its statements.
// node --import tsx examples/add-feed.ts ./data https://paper.example/feed.xml
import { feedOf } from '../lambda/api/feeds/subscribe.ts';
import { toInstant } from '../lambda/model/instant.ts';
import { feedMessage } from '../lambda/pipeline/feed-message.ts';
import { systemClock } from '../local/clock.ts';
import { createLineLog } from '../local/line-log.ts';
import { openLocalStore } from '../local/open-store.ts';
import { pollNow } from '../local/poll-now.ts';
import { readLocalSettings } from '../local/settings.ts';

const [folder, url] = process.argv.slice(2);
if (!folder || !url) throw new Error('give a data folder and the URL of a feed');

const { store, close } = await openLocalStore(folder, systemClock, createLineLog(console.error, 'error'));
try {
  const feed = feedOf({ url }, systemClock);
  if ((await store.feeds.get(feed.id)) === null) await store.feeds.put(feed);
  const state = await store.feeds.state(feed.id);
  const due = state?.nextPollAt ?? toInstant(systemClock.now());

  await pollNow(
    [{ feed, message: feedMessage(feed, due) }],
    { store, settings: readLocalSettings(process.env) },
    {
      onPoll: (_, line) => console.error(line),
      onPage: (title, line) => console.error(`${title}: ${line}`),
      onFailure: (_, reason) => console.error(reason),
    },
  );

  for await (const { record: statement } of store.statements.newest({ feedId: feed.id })) {
    console.log(`${statement.saidAt}  ${statement.speaker?.name ?? 'unknown'}: ${statement.text}`);
  }
} finally {
  await close();
}
