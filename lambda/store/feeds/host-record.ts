import { type Host, hostSchema } from '../../model/feed.ts';
import { defineRecord } from '../table/codec.ts';
import { bounded } from '../table/key-parts.ts';
import type { Key } from '../table/port.ts';

/** A record holds 400 KB. RFC 9309 lets a crawler stop reading robots.txt at 500 KiB, which nearly nobody fills. */
const LONGEST_ROBOTS_BYTES = 380 * 1024;

/** The key of what holds for a host. */
export const hostKey = (name: string): Key => ({ pk: `HOST#${bounded(name)}`, sk: 'STATE' });

const record = defineRecord(hostSchema, ({ name }) => hostKey(name));

/** What holds for all feeds of one host, with its robots.txt, of which the lines beyond 380 KB are left out. */
export const hostRecord = {
  encode: ({ robots, ...host }: Host) =>
    record.encode({ ...host, robots: robots && { ...robots, text: firstLines(robots.text) } }),
  decode: record.decode,
};

function firstLines(text: string): string {
  if (Buffer.byteLength(text) <= LONGEST_ROBOTS_BYTES) return text;
  const first = Buffer.from(text).subarray(0, LONGEST_ROBOTS_BYTES).toString('utf8');
  return first.slice(0, first.lastIndexOf('\n') + 1 || first.length - 1);
}
