import { once } from 'node:events';
import { chmod } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Engine } from './engine/engine.ts';
import { answerRequest } from './protocol.ts';

const IDLE_CHECK = 20;
/** As DynamoDB takes at most. */
const LARGEST_REQUEST = 16 * 1024 * 1024;

/** The engine behind a unix socket, for other processes. */
export interface SocketServer {
  /** Stops taking requests, and waits for those under way. */
  close(): Promise<void>;
}

/** Speaks DynamoDB's protocol at the socket, which only this user may use. */
export async function listenOnSocket(socket: string, engine: Engine): Promise<SocketServer> {
  const server = createServer((request, response) => {
    respond(engine, request, response).catch(() => response.destroy());
  });
  // A server that ends idle connections races with the client that takes one up again.
  server.keepAliveTimeout = 0;
  server.listen(socket);
  await once(server, 'listening');
  await chmod(socket, 0o600);
  return {
    close: () =>
      new Promise((resolve, reject) => {
        // A connection that was busy at first becomes idle later, and would be kept alive.
        const timer = setInterval(() => server.closeIdleConnections(), IDLE_CHECK);
        server.close((error) => {
          clearInterval(timer);
          if (error) reject(error);
          else resolve();
        });
      }),
  };
}

async function respond(engine: Engine, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const isTooLarge = Number(request.headers['content-length'] ?? Number.POSITIVE_INFINITY) > LARGEST_REQUEST;
  if (isTooLarge) return send(response, 413, { __type: 'RequestEntityTooLarge', message: 'the request is too large' });
  const operation = String(request.headers['x-amz-target'] ?? '').replace('DynamoDB_20120810.', '');
  const body = await text(request);
  try {
    send(response, 200, await answerRequest(engine, operation, JSON.parse(body)));
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error));
    const isTheirs = ['ValidationException', 'ConditionalCheckFailedException', 'SyntaxError'].includes(name);
    const type = isTheirs ? name : 'InternalServerError';
    send(response, isTheirs ? 400 : 500, { __type: `com.amazonaws.dynamodb.v20120810#${type}`, message });
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.0' }).end(JSON.stringify(body));
}
