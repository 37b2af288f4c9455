import { groupBy } from '../common/group-by.ts';
import { sha256 } from '../common/hash.ts';
import type { Message } from '../model/message.ts';

/** So many groups has the queue: each is worked on by one worker at a time, and a host is always in the same one. */
export const LANES = 10;
/** So many messages travel together at most, */
export const MOST_MESSAGES = 25;
/** or as many as take so many bytes: ten packs fit into the 256 KB that SQS takes in a request. */
export const MOST_BYTES = 25_000;

/** Messages of one lane that travel together. */
export interface Pack {
  lane: string;
  messages: Message[];
}

/** The lane of a host. */
export const laneOf = (host: string): string => `lane-${Number.parseInt(sha256(host).slice(0, 8), 16) % LANES}`;

/** The messages in packs: each once, those of a host one after the other as they come, and in one pack where they fit. */
export function packMessages(messages: readonly Message[]): Pack[] {
  return [...groupBy(messages, ({ host }) => laneOf(host))].flatMap(([lane, ofLane]) => {
    const packs: Pack[] = [];
    let [pack, bytes]: [Message[], number] = [[], 0];
    const makeRoom = (count: number, more: number): void => {
      if (pack.length + count <= MOST_MESSAGES && bytes + more <= MOST_BYTES) return;
      if (pack.length > 0) packs.push({ lane, messages: pack });
      [pack, bytes] = [[], 0];
    };
    for (const ofHost of groupBy(ofLane, ({ host }) => host).values()) {
      const sizes = ofHost.map(sizeOf);
      makeRoom(
        ofHost.length,
        sizes.reduce((sum, size) => sum + size, 0),
      );
      for (const [index, message] of ofHost.entries()) {
        const size = sizes[index] ?? 0;
        makeRoom(1, size);
        pack.push(message);
        bytes += size;
      }
    }
    return pack.length > 0 ? [...packs, { lane, messages: pack }] : packs;
  });
}

const sizeOf = (message: Message): number => Buffer.byteLength(JSON.stringify(message)) + 1;
