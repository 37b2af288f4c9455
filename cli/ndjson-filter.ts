import { safeJson } from '../lambda/common/control-characters.ts';
import { describeError, InputError } from '../lambda/model/errors.ts';
import { linesOf } from './lines.ts';
import type { Terminal } from './terminal.ts';

/** What one line of a batch filter becomes; a throw becomes `{id, error}`. */
export type LineFilter = (input: Record<string, unknown>) => object | Promise<object>;

/**
 * Reads a JSON object a line from stdin and answers one a line, in the same order, each as soon as it is done; empty lines are
 * passed over. A line that can't be worked on gives `{id, error: {code, message}}` and never ends the run.
 */
export async function filterLines(terminal: Terminal, work: LineFilter): Promise<{ lines: number; failed: number }> {
  let lines = 0;
  let failed = 0;
  for await (const line of linesOf(terminal.stdin)) {
    if (line.trim() === '') continue;
    lines += 1;
    let id: unknown = null;
    let answer: object;
    try {
      const input = readLine(line, lines);
      id = input.id ?? null;
      answer = { id, ...(await work(input)) };
    } catch (error) {
      failed += 1;
      answer = { id, error: describeError(error) };
    }
    await terminal.write(`${safeJson(answer)}\n`);
  }
  return { lines, failed };
}

function readLine(line: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new InputError('not-json', `line ${number} is not JSON: ${describeError(error).message}`, null, error);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  throw new InputError('not-an-object', `line ${number} is JSON, but no object`);
}
