import { parseJson } from '../common/parse-json.ts';
import { type Message, messageSchema, packSchema } from '../model/message.ts';

/** What a body of SQS says. */
export interface Unpacked {
  messages: Message[];
  /** What this version cannot read, and why. */
  unread: { text: string; error: unknown }[];
}

/** The messages of a body, which is a pack or, as earlier versions send it, one message. */
export function unpack(body: string): Unpacked {
  const unpacked: Unpacked = { messages: [], unread: [] };
  for (const { value, text } of partsOf(body)) {
    const { data, error } = messageSchema.safeParse(value);
    if (data) unpacked.messages.push(data);
    else unpacked.unread.push({ text, error });
  }
  return unpacked;
}

function partsOf(body: string): { value: unknown; text: string }[] {
  const value = parseJson(body);
  const pack = packSchema.safeParse(value).data;
  return pack?.messages.map((one) => ({ value: one, text: JSON.stringify(one) })) ?? [{ value, text: body }];
}
