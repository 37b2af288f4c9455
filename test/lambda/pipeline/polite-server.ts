import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { Clock } from '../../../lambda/model/ports.ts';

/** What a host answers; a document is an Atom-less RSS feed with these dates. */
export interface HostAnswer {
  status?: number;
  headers?: Record<string, string>;
  /** When its entries were published. */
  dates?: string[];
  /** Text in the channel beside the entries. */
  extra?: string;
}

/** One request, as the server saw it. */
export interface Asked {
  host: string;
  path: string;
  /** Milliseconds since 1970 by the test's clock, when it began and when it was answered. */
  at: number;
  until: number;
  headers: IncomingHttpHeaders;
}

/** A server at every address of 127.0.0.0/8, each a host of its own. */
export interface PoliteServer {
  /** The address of a path at the host `127.0.<host>`, as `1.1`. */
  url(host: string, path?: string): string;
  /** By host or by host and path; the longer name counts. Change it between polls. */
  answers: Map<string, HostAnswer>;
  asked: Asked[];
}

const document = ({ dates = [], extra = '' }: HostAnswer): string =>
  `<rss version="2.0"><channel><title>Gazette</title>${extra}${dates.map((date) => `<item><guid>${date}</guid><title>News of ${date}</title><pubDate>${new Date(date).toUTCString()}</pubDate></item>`).join('')}</channel></rss>`;

/** Starts the server for one test. */
export async function servePolitely(clock: Clock): Promise<PoliteServer> {
  const answers: PoliteServer['answers'] = new Map();
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const host = (request.socket.localAddress ?? '').replace(/^127\.0\./, '');
    const path = request.url ?? '/';
    const entry: Asked = { host, path, at: clock.now(), until: Number.POSITIVE_INFINITY, headers: request.headers };
    asked.push(entry);
    const answer = answers.get(host + path) ?? answers.get(host) ?? { status: 404 };
    const { etag } = answer.headers ?? {};
    const isKnown = etag !== undefined && request.headers['if-none-match'] === etag;
    // Answered a little later, so that what is asked meanwhile would be seen.
    setTimeout(() => {
      entry.until = clock.now();
      response.writeHead(isKnown ? 304 : (answer.status ?? 200), answer.headers).end(isKnown ? '' : document(answer));
    }, 3);
  });
  await new Promise<void>((resolve) => server.listen(0, '0.0.0.0', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { answers, asked, url: (host, path = '/feed') => `http://127.0.${host}:${port}${path}` };
}
