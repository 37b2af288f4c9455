import type { MiddlewareHandler } from 'hono';
import { answerBytes, MOST_ANSWERED } from './answer-length.ts';
import type { AppEnv } from './app-env.ts';
import { ProblemError } from './problem.ts';

/** No character takes more bytes than this in a JSON string. */
const MOST_ESCAPED = 6;

/** The last gate where answers have a limit: one that is too long is told as a problem, for what runs the function would answer with an error of its own. */
export const boundAnswer: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  const bytes = await c.res.clone().arrayBuffer();
  if (bytes.byteLength * MOST_ESCAPED <= MOST_ANSWERED) return;
  if (answerBytes(new TextDecoder().decode(bytes)) <= MOST_ANSWERED) return;
  throw new ProblemError(
    500,
    'answer-too-long',
    `this answer has ${bytes.byteLength} bytes, and a function answers 6 MB at most; ask for less at once`,
  );
};
