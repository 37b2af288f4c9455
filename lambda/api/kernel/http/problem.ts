import * as z from 'zod';
import { DatelineError } from '../../../model/errors.ts';

/** One thing that is wrong with a request: `parameter` names a query parameter, `pointer` is a JSON pointer into a body. */
export const problemPartSchema = z.object({
  detail: z.string(),
  parameter: z.string().optional(),
  pointer: z.string().optional(),
});
export type ProblemPart = z.infer<typeof problemPartSchema>;

/** A speaker that a name may mean. */
export const candidateSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** The latest one that they were quoted in. */
  role: z.string().nullable(),
  statementCount: z.int().nonnegative(),
});
export type Candidate = z.infer<typeof candidateSchema>;

/** An error answer as RFC 9457 shapes it; `code` is stable and kebab-case, and `type` is made of it. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  detail: z.string(),
  errors: z.array(problemPartSchema).optional(),
  /** Speakers that a name may mean, where it means too many; who was quoted most stands first. */
  candidates: z.array(candidateSchema).optional(),
});
export type Problem = z.infer<typeof problemSchema>;

/** Statuses that this API answers with when something is wrong. */
export type ProblemStatus = 400 | 401 | 403 | 404 | 405 | 406 | 409 | 413 | 415 | 421 | 429 | 500 | 501 | 503;

const TITLES: Record<ProblemStatus, string> = {
  400: 'The request is not right',
  401: 'A key is needed',
  403: 'This is not allowed',
  404: 'There is nothing here',
  405: 'That can not be done here',
  406: 'It is not given in that form',
  409: 'It does not go with what is there',
  413: 'The body is too long',
  415: 'The body is of another type than this takes',
  421: 'This server does not answer for that host name',
  429: 'Too many requests',
  500: 'Something went wrong on our side',
  501: 'This server does not do that',
  503: 'The store does not answer just now',
};

/** What a status means, in words. */
export function titleOf(status: ProblemStatus): string {
  return TITLES[status];
}

/** An error that a caller of the HTTP API is told as it is. */
export class ProblemError extends DatelineError {
  override name = 'ProblemError';
  readonly status: ProblemStatus;
  readonly parts: ProblemPart[];
  readonly candidates: Candidate[];
  /** Headers that belong to the answer, as `WWW-Authenticate`. */
  readonly headers: Record<string, string>;

  constructor(
    status: ProblemStatus,
    code: string,
    message: string,
    more: {
      parts?: ProblemPart[];
      candidates?: Candidate[];
      headers?: Record<string, string>;
      cause?: unknown;
    } = {},
  ) {
    super(code, message, more.cause);
    this.status = status;
    this.parts = more.parts ?? [];
    this.candidates = more.candidates ?? [];
    this.headers = more.headers ?? {};
  }
}

/** A 400 that names the query parameter it is about. */
export function badParameter(parameter: string, detail: string, code = 'bad-parameter'): ProblemError {
  return new ProblemError(400, code, `${parameter}: ${detail}`, { parts: [{ parameter, detail }] });
}

/** The body that is sent for an error. */
export function problemOf(error: ProblemError): Problem {
  return problemSchema.parse({
    type: `urn:dateline:problem:${error.code}`,
    title: TITLES[error.status],
    status: error.status,
    code: error.code,
    detail: error.message,
    ...(error.parts.length > 0 && { errors: error.parts }),
    ...(error.candidates.length > 0 && { candidates: error.candidates }),
  });
}
