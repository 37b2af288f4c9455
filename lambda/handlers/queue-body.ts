import * as z from 'zod';
import { type Message, messageSchema } from '../model/message.ts';

/** What travels in one message of the queue: several of ours, or, as `dlq redrive` and earlier versions send it, one alone. */
const bodySchema = z.union([
  messageSchema.transform((message) => [message]),
  z.object({ kind: z.literal('pack'), messages: z.array(messageSchema).min(1) }).transform(({ messages }) => messages),
]);

/** The text that stands for these messages in the queue. */
export function bodyOf(messages: readonly Message[]): string {
  return JSON.stringify(messages.length === 1 ? messages[0] : { kind: 'pack', messages });
}

/** The messages of a text, in order; throws SyntaxError or ZodError where it is none of ours. */
export function messagesIn(body: string): Message[] {
  return bodySchema.parse(JSON.parse(body));
}
