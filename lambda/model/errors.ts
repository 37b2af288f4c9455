/** Base of every error of ours: a stable code for machines, a message that names the input and the reason, the cause kept. */
export class DatelineError extends Error {
  // Spelt out in each kind, for the names of classes are shortened in the functions' bundles.
  override name = 'DatelineError';
  /** Stable and kebab-case; part of the interface. */
  readonly code: string;

  constructor(code: string, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}

/**
 * A request over HTTP that brought nothing usable: `timeout`, `too-large`, `private-address`, `bad-url`, `http-status`, `gone`, `blocked`,
 * `redirect-loop`, `dns`, `tls`, `connection`, `decompress`, `port-not-allowed`, `host-held`.
 */
export class FetchError extends DatelineError {
  override name = 'FetchError';
  /** The HTTP status, where a server answered. */
  readonly status: number | null;
  /** Seconds that the server asks us to wait, where it does. */
  readonly retryAfterSeconds: number | null;
  /** The host that answered so, where one did: after a redirect it is not the one that was asked first. */
  readonly host: string | null;

  constructor(
    code: string,
    message: string,
    more: { status?: number; retryAfterSeconds?: number; host?: string; cause?: unknown } = {},
  ) {
    super(code, message, more.cause);
    this.status = more.status ?? null;
    this.retryAfterSeconds = more.retryAfterSeconds ?? null;
    this.host = more.host ?? null;
  }
}

/** Bytes that are no feed: `not-a-feed`, `empty`, `malformed`. */
export class FeedParseError extends DatelineError {
  override name = 'FeedParseError';
}

/** A feed entry that cannot become an item. */
export class ItemError extends DatelineError {
  override name = 'ItemError';
}

/** Invalid input of a person or caller; `pointer` is a JSON pointer or an option's name. */
export class InputError extends DatelineError {
  override name = 'InputError';
  readonly pointer: string | null;

  constructor(code: string, message: string, pointer: string | null = null, cause?: unknown) {
    super(code, message, cause);
    this.pointer = pointer;
  }
}

/** A record that is not there. */
export class NotFoundError extends DatelineError {
  override name = 'NotFoundError';
}

/**
 * The table refused or answered what it must not: `conflict`, `corrupt-record`, `invalid-record`, `unavailable`; of a file on this machine also
 * `missing-file`, `damaged-file`, `other-version`; `lease-lost` where another worker has taken a job over.
 */
export class StoreError extends DatelineError {
  override name = 'StoreError';
}

/** Work that was stopped before its end, for its time was over or its process ends: nothing is recorded of it, and it is still due. */
export class InterruptedError extends DatelineError {
  override name = 'InterruptedError';

  constructor(message: string, cause?: unknown) {
    super('interrupted', message, cause);
  }
}

/** Work whose thread was ended, for it took too much time or memory: it is delivered once more, alone, as a queue does where a worker dies. */
export class WorkerStoppedError extends DatelineError {
  override name = 'WorkerStoppedError';

  constructor(message: string) {
    super('worker-stopped', message);
  }
}

/** The function that takes articles from pages can't be asked now: it is throttled, or the call did not reach it. No fault of the page. */
export class ExtractorUnavailableError extends DatelineError {
  override name = 'ExtractorUnavailableError';

  constructor(cause: unknown) {
    const why = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
    super('extractor-unavailable', `the article extractor can't be asked now: ${why}`, cause);
  }
}

/** Settings that do not hold together. */
export class ConfigurationError extends DatelineError {
  override name = 'ConfigurationError';
}

/** The stack of a thrown value, where it has one, for logs. */
export const stackOf = (error: unknown): string | undefined => (error instanceof Error ? error.stack : undefined);

/** Any thrown value as code and message, for records and logs. */
export function describeError(error: unknown): { code: string; message: string } {
  if (error instanceof DatelineError) return { code: error.code, message: error.message };
  if (error instanceof Error) return { code: 'internal', message: error.message };
  return { code: 'internal', message: String(error) };
}
