import type { Host } from '../../model/feed.ts';
import { fromPieces, toPieces } from '../pieces.ts';
import { hostRecord } from '../records/host.ts';
import type { HostRepository } from '../store.ts';
import type { StoreContext } from '../store-context.ts';
import { keys } from '../table/keys.ts';

/** RFC 9309 lets a crawler stop reading robots.txt at 500 KiB; so much compresses into one record, or nothing does. */
const LONGEST_ROBOTS = 500 * 1024;

/** Records that hold for a host. */
export function createHostRepository(context: StoreContext): HostRepository {
  return {
    async get(name, options) {
      const found = await context.table.get(keys.host(name), options);
      if (!found) return null;
      const { robots, ...host } = hostRecord.decode(found);
      if (!robots) return { ...host, robots };
      const { data, ...known } = robots;
      return { ...host, robots: { ...known, text: String(await fromPieces([data], `robots.txt of ${name}`)) } };
    },
    async put({ robots, ...host }) {
      const stored = robots && (await compressed(robots));
      await context.table.put(hostRecord.encode({ ...host, robots: stored }));
    },
  };
}

async function compressed({ text, ...known }: NonNullable<Host['robots']>) {
  return { ...known, data: await compressRobots(text) };
}

/** The text in one piece; of one that cannot be compressed into a record, as much as surely fits. */
async function compressRobots(text: string): Promise<Uint8Array> {
  const [first, ...rest] = await toPieces(text.slice(0, LONGEST_ROBOTS));
  if (first && rest.length === 0) return first;
  return compressRobots(text.slice(0, Math.floor(Math.min(text.length, LONGEST_ROBOTS) / 2)));
}
