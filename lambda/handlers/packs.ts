import { groupBy } from '../common/group-by.ts';
import { hashPlace } from '../common/hash.ts';
import { parseJson } from '../common/parse-json.ts';
import { type Message, packSchema } from '../model/message.ts';
import { PACKING } from '../model/names.ts';

/** Less than SQS takes as one message and as all messages of a request, 256 KiB each. */
export const LARGEST_BYTES = 240_000;
const [OPENING, CLOSING] = ['{"messages":[', ']}'];
const FRAME_BYTES = OPENING.length + CLOSING.length;

/** What becomes one message of SQS. */
export interface Pack {
  /** Group of the queue. */
  lane: string;
  messages: Message[];
  body: string;
}

/** The lane of a host, always the same one: a lane has one worker at a time, and so has the host. */
export function laneOf(host: string): string {
  return `lane-${hashPlace(host, PACKING.lanes)}`;
}

/** The messages of a body of SQS. Throws a ZodError for a body that is no pack. */
export function readPack(body: string): Message[] {
  return packSchema.parse(parseJson(body)).messages;
}

/** The messages in packs of one lane each, every message once, those of a lane in their order; at most `most` in a pack. */
export function packMessages(messages: Message[], most: number = PACKING.messages): Pack[] {
  const lanes = groupBy(messages, ({ host }) => laneOf(host));
  return [...lanes].flatMap(([lane, ofLane]) => packsOf(lane, ofLane, most));
}

function packsOf(lane: string, messages: Message[], most: number): Pack[] {
  const packs: { messages: Message[]; texts: string[] }[] = [];
  let bytes = 0;
  for (const message of messages) {
    const text = jsonOf(message);
    // With the comma that follows it.
    const own = Buffer.byteLength(text) + 1;
    const open = packs.at(-1);
    if (open && open.messages.length < most && bytes + own <= LARGEST_BYTES) {
      open.messages.push(message);
      open.texts.push(text);
      bytes += own;
    } else {
      packs.push({ messages: [message], texts: [text] });
      bytes = FRAME_BYTES + own;
    }
  }
  return packs.map(({ messages: packed, texts }) => ({
    lane,
    messages: packed,
    body: `${OPENING}${texts.join(',')}${CLOSING}`,
  }));
}

/** A feed that is too large to travel is left out of its message, and the worker reads it. */
function jsonOf(message: Message): string {
  // Of what JSON leaves as it is, SQS refuses two characters, and with them the whole pack.
  const text = JSON.stringify(message).replace(
    /[\ufffe\uffff]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16)}`,
  );
  if (message.kind === 'page' || !message.feed || Buffer.byteLength(text) < LARGEST_BYTES - FRAME_BYTES) return text;
  const { feed: _, ...smaller } = message;
  return jsonOf(smaller);
}
