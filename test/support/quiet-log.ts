import type { Log } from '../../lambda/model/ports.ts';

/** A log that keeps its messages for the test to look at. */
export function quietLog(): Log & { messages: string[] } {
  const messages: string[] = [];
  const keep = (message: string) => void messages.push(message);
  return { messages, info: keep, warn: keep, error: keep };
}
