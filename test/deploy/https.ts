import { readFileSync } from 'node:fs';
import { request } from 'node:https';

/** A request to the emulator; `host` chooses what of it answers. */
export interface EmulatorRequest {
  port: number;
  certificate: string;
  host: string;
  path: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
}

/** What came back. */
export interface Answer {
  status: number;
  headers: Record<string, unknown>;
  body: string;
}

/** Asks the emulator on 127.0.0.1 under the name of one of its hosts. */
export function ask({
  port,
  certificate,
  host,
  path,
  method = 'GET',
  headers,
  body,
}: EmulatorRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: { ...headers, host },
        servername: 'localhost',
        ca: readFileSync(certificate),
        agent: false,
        timeout: 35_000,
      },
      (response) => {
        const parts: Buffer[] = [];
        response.on('data', (part: Buffer) => parts.push(part));
        response.on('error', reject);
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(parts).toString('utf8'),
          }),
        );
      },
    );
    sent.on('error', reject);
    sent.on('timeout', () => sent.destroy(new Error(`${host}${path}: no answer`)));
    sent.end(body);
  });
}
