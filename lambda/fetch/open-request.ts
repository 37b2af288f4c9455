import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Connections } from './connections.ts';
import { bareHost, portOf } from './target.ts';

/** What one request needs beside its address. */
export interface RequestOptions {
  headers: Record<string, string>;
  lookup: LookupFunction;
  connections: Connections;
  maxHeaderBytes: number;
  /** Aborting it destroys the socket. */
  signal: AbortSignal;
  /** What is sent, by POST; without it, it is a GET. */
  body?: string;
}

/** Sends one GET, or a POST of the body, and answers once the headers are in; a kept connection that the server had meanwhile closed is replaced once. */
export function openRequest(url: URL, options: RequestOptions, again = true): Promise<IncomingMessage> {
  const secure = url.protocol === 'https:';
  return new Promise((resolve, reject) => {
    const request = (secure ? httpsRequest : httpRequest)({
      host: bareHost(url),
      port: portOf(url),
      path: `${url.pathname}${url.search}`,
      method: options.body === undefined ? 'GET' : 'POST',
      headers: options.headers,
      agent: secure ? options.connections.https : options.connections.http,
      lookup: options.lookup,
      maxHeaderSize: options.maxHeaderBytes,
      signal: options.signal,
    });
    request.once('response', resolve);
    request.on('error', (error: NodeJS.ErrnoException) => {
      if (again && request.reusedSocket && error.code === 'ECONNRESET') resolve(openRequest(url, options, false));
      else reject(error);
    });
    request.once('close', () => reject(new Error('the server closed the connection without an answer')));
    request.end(options.body);
  });
}
