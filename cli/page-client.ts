import { setTimeout } from 'node:timers/promises';
import * as z from 'zod';
import { CommandError } from './command-error.ts';
import { EXIT, type ExitCode } from './exit-codes.ts';

/** A page of a list in a form other than JSON. */
export interface TextPage {
  text: string;
  /** The address of the next one; `null` at the end. */
  nextUrl: string | null;
}

/** Reads pages by their addresses, relative to the host. */
export type AskPage = (url: string) => Promise<TextPage>;

const MOST_TRIES = 5;
const LONGEST_WAIT_SECONDS = 60;
const EXIT_OF_STATUS: Record<number, ExitCode> = { 400: EXIT.usage, 401: EXIT.usage, 404: EXIT.notFound };
const problemSchema = z.object({ code: z.string(), detail: z.string() });

/** The page of an answer: the next one stands in its header Link. */
export async function textPageOf(response: Response): Promise<TextPage> {
  const nextUrl = /^<([^>]+)>; rel="next"$/.exec(response.headers.get('link') ?? '')?.[1] ?? null;
  return { text: await response.text(), nextUrl };
}

/**
 * Reads from a server elsewhere, with its key; waits where the server asks for it (429, 503), a few times. Throws CommandError for an
 * answer that is none.
 */
export function createHttpAskPage(base: string, key: string | undefined): AskPage {
  const headers: Record<string, string> = key === undefined ? {} : { Authorization: `Bearer ${key}` };
  return async (url) => {
    for (let tries = 1; ; tries++) {
      const response = await fetch(new URL(url, base), { headers }).catch((error: unknown) => {
        throw new CommandError(EXIT.unavailable, 'unreachable', `${base} does not answer`, null, error);
      });
      if (response.ok) return textPageOf(response);
      const mayPass = response.status === 429 || response.status === 503;
      if (!mayPass || tries === MOST_TRIES) throw await refusal(response, base);
      const seconds = Number(response.headers.get('retry-after') ?? 1) || 0;
      await setTimeout(Math.min(seconds, LONGEST_WAIT_SECONDS) * 1000);
    }
  };
}

async function refusal(response: Response, base: string): Promise<CommandError> {
  const parsed = problemSchema.safeParse(await response.json().catch(() => null));
  const { code, detail } = parsed.success
    ? parsed.data
    : { code: 'unexpected-answer', detail: `${base} answered ${response.status}` };
  const hint = response.status === 401 ? 'Set DATELINE_KEY to a key made with `dateline keys create`.' : null;
  return new CommandError(EXIT_OF_STATUS[response.status] ?? EXIT.unavailable, code, detail, hint);
}
