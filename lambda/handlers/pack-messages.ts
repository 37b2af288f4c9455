import { groupBy } from '../common/group-by.ts';
import { hashPlace } from '../common/hash.ts';
import type { Message } from '../model/message.ts';
import { PACKING } from '../model/names.ts';

/** Less than SQS takes as one message and as all messages of a request, 256 KiB each. */
export const LARGEST_BYTES = 240_000;
const [OPENING, CLOSING] = ['{"kind":"pack","messages":[', ']}'];
const FRAME_BYTES = OPENING.length + CLOSING.length;

/** What becomes one message of SQS. */
export interface Pack {
  /** Group of the queue. */
  lane: string;
  messages: Message[];
  body: string;
}

interface Written {
  message: Message;
  text: string;
  bytes: number;
}

/** The lane of a host, always the same one: a lane has one worker at a time, and so has the host. */
export function laneOf(host: string): string {
  return `lane-${hashPlace(host, PACKING.lanes)}`;
}

/**
 * The messages in packs of one lane each, every message once: those of a host in their order, in one pack where they fit into one. A pack of one
 * message is that message.
 */
export function packMessages(messages: Message[], most: number = PACKING.messages): Pack[] {
  const lanes = groupBy(messages, ({ host }) => laneOf(host));
  return [...lanes].flatMap(([lane, ofLane]) =>
    piles(ofLane, most).map((pile) => ({ lane, messages: pile.map(({ message }) => message), body: bodyOf(pile) })),
  );
}

function piles(messages: Message[], most: number): Written[][] {
  const done: Written[][] = [];
  let [pile, bytes]: [Written[], number] = [[], 0];
  const fits = (more: Written[], [count, size]: [number, number]): boolean =>
    count + more.length <= most && size + bytesOf(more) <= LARGEST_BYTES - FRAME_BYTES;
  const close = (): void => {
    if (pile.length > 0) done.push(pile);
    [pile, bytes] = [[], 0];
  };
  for (const ofHost of groupBy(messages, ({ host }) => host).values()) {
    const written = ofHost.map(write);
    if (!fits(written, [pile.length, bytes]) && fits(written, [0, 0])) close();
    for (const one of written) {
      if (!fits([one], [pile.length, bytes])) close();
      pile.push(one);
      bytes += bytesOf([one]);
    }
  }
  close();
  return done;
}

/** With the comma that follows each. */
const bytesOf = (written: Written[]): number => written.reduce((sum, { bytes }) => sum + bytes + 1, 0);

const bodyOf = (pile: Written[]): string => {
  const texts = pile.map(({ text }) => text).join(',');
  return pile.length === 1 ? texts : `${OPENING}${texts}${CLOSING}`;
};

/** A feed that is too large to travel is read by the worker. */
function write(message: Message): Written {
  const text = jsonOf(message);
  const bytes = Buffer.byteLength(text);
  if (bytes <= LARGEST_BYTES - FRAME_BYTES - 1 || message.kind !== 'feed' || !message.feed) {
    return { message, text, bytes };
  }
  const { feed: _, ...smaller } = message;
  return write(smaller);
}

/** Of what JSON leaves as it is, SQS refuses two characters, and with them the whole pack. */
const jsonOf = (message: Message): string =>
  JSON.stringify(message).replace(/[\ufffe\uffff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16)}`);
