import * as z from 'zod';
import { counted } from '../kit/words.ts';

const DONE = {
  added: () => 'Added. It is polled within a minute or two.',
  known: () => 'This feed is here already; it stays as it is.',
  removed: () => 'Removed. Its articles and statements stay.',
  imported: (count: number) => `${counted(count, 'feed')} added; those that were here already stay as they are.`,
  paused: () => 'Paused: it is not polled until you say so.',
  resumed: () => 'It is polled again, and due at once.',
  changed: () => 'Saved.',
  due: () => 'It is due: it is polled with the next round, within a minute or two.',
  unchanged: () => 'Polled: nothing new since the last time.',
  read: (count: number) => `Polled: ${counted(count, 'article')} new or changed.`,
} satisfies Record<string, (count: number) => string>;

type Done = keyof typeof DONE;

/** What a form has done, as it stands in the address of the page behind it. */
export const doneSchema = z.enum(Object.keys(DONE) as [Done, ...Done[]]);

/** What a form has done, in words. */
export function doneInWords(done: Done, count: number): string {
  return DONE[done](count);
}
