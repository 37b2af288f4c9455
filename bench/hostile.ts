import { FeedParseError } from '../lambda/model/errors.ts';
import { parseFeed } from '../lambda/parse/parse-feed.ts';
import { HOSTILE_FEEDS } from './hostile-feeds.ts';

/** What became of a hostile feed: how it was read, or the code that refused it. */
async function outcome(bytes: Uint8Array): Promise<string> {
  try {
    const { entries } = await parseFeed(bytes);
    return `read, ${entries.length} entries`;
  } catch (error) {
    if (!(error instanceof FeedParseError)) throw error;
    return `refused: ${error.code}`;
  }
}

/** Each hostile feed with the milliseconds that it costs, the slowest of three runs. */
export async function benchHostile(): Promise<string> {
  const rows: string[] = [];
  for (const [name, make] of HOSTILE_FEEDS) {
    const bytes = make();
    let slowest = 0;
    let result = '';
    for (let round = 0; round < 3; round += 1) {
      const began = performance.now();
      result = await outcome(bytes);
      slowest = Math.max(slowest, performance.now() - began);
    }
    rows.push(`| ${name} | ${Math.round(slowest)} | ${result} |`);
  }
  return ['| hostile feed | ms | what becomes of it |', '| --- | --- | --- |', ...rows].join('\n');
}
