import type { FetchStep } from './feed-trial.ts';
import type { Message } from './message.ts';

/** The time, in milliseconds since 1970; passed in, so that a test can turn it. */
export interface Clock {
  now(): number;
}

/** What is asked of a server. */
export interface FetchRequest {
  url: string;
  etag?: string | null;
  lastModified?: string | null;
  /** The host that gave the validators, where it is not that of `url`: no other host is told them. */
  validatorsFrom?: string;
  /** Whether something that a public server said has led here (a link, a redirect, a feed): then nothing private is asked. */
  throughPublic?: boolean;
  /** What we would like to get, for the Accept header. */
  accept?: string;
  /** How long the hosts are left alone after it, where that is longer than usual. */
  gapMilliseconds?: number;
  /** Asked before every request, those that follow a redirect too: resolves when the host may be asked, with what is called once its answer is in. */
  turn?: (host: string) => Promise<() => void>;
  /**
   * Asked once, before more than a megabyte of a body is read or decompressed, with the body's length, `null` where that is unknown: resolves when so much
   * may be held. Waiting for that is no time of the fetch.
   */
  beforeLargeBody?: (bytes: number | null) => Promise<void>;
  /** Bytes of the body that are read at most, where these are fewer than the fetcher's own limit. */
  maxBodyBytes?: number;
  /** Aborting it ends the fetch and the waiting for it with an InterruptedError. */
  signal?: AbortSignal | undefined;
  /** Told each step on the way. */
  onStep?: (step: FetchStep) => void;
}

/** What a server answered; errors are thrown as FetchError, the end of its `signal` as InterruptedError. */
export interface FetchResponse {
  status: number;
  /** True for a 304: then the body is empty. */
  notModified: boolean;
  /** The address that answered, after redirects. */
  url: string;
  /** The address that permanent redirects alone lead to, where they do. */
  movedTo: string | null;
  /** Whether a server of the public internet answered or led there: then nothing that it names is asked in a private place. */
  throughPublic: boolean;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: Uint8Array;
  /** Whether the body broke off before its end. */
  isCut: boolean;
  etag: string | null;
  lastModified: string | null;
}

/** Brings bytes over HTTP, politely and safely. */
export interface Fetcher {
  fetch(request: FetchRequest): Promise<FetchResponse>;
}

/** What is sent to a server. */
export interface PostRequest {
  url: string;
  /** Lower-case names. */
  headers: Record<string, string>;
  body: string;
}

/** Sends something to a server, safely. Throws FetchError for all but an answer of 2xx, also for a redirect, which is not followed. */
export interface Poster {
  post(request: PostRequest): Promise<void>;
}

/** Where dispatch puts what is due. */
export interface Queue {
  /** Sends all messages, in groups by host; a message with a known deduplication id is dropped silently. */
  send(messages: Message[]): Promise<void>;
}

/** Where a stage reports what people may want to know. */
export interface Log {
  info(message: string, fields?: Record<string, unknown>): void;
  warn(message: string, fields?: Record<string, unknown>): void;
  error(message: string, fields?: Record<string, unknown>): void;
}
