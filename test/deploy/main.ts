import { join } from 'node:path';
import { Cloud } from './cloud.ts';
import { findPython, startEmulator } from './emulator.ts';
import { serveFeed } from './feed-server.ts';
import { serveMoreFeeds } from './more-feeds.ts';
import { Report } from './report.ts';
import { tryOut } from './try-out.ts';
import { workingFolder } from './working-folder.ts';

const report = new Report();
const folder = await workingFolder();

let cloud: Cloud | undefined;
try {
  const python = await findPython((text) => report.say(text));
  const emulator = await startEmulator(python, folder);
  report.say(`the emulator listens on https://127.0.0.1:${emulator.port}, with IAM in force`);
  cloud = new Cloud(emulator, python, folder);
  const feed = await serveFeed(Date.now());
  report.say(`a feed is served at ${feed.url}`);
  const more = await serveMoreFeeds(49, join(folder, 'feeds.opml'), Date.now());
  report.say(`and ${more.count} more, at addresses of their own`);
  await tryOut(cloud, feed, more, report);
  more.close();
  feed.close();
} catch (error) {
  report.fail(error instanceof Error ? error.message : String(error));
  if (error instanceof Error && error.cause !== undefined) console.log('because of', error.cause);
}
const passed = report.end();
if (!passed && cloud) console.log(await cloud.functionLogs().catch((error) => `no logs: ${error}`));
process.exit(passed ? 0 : 1);
