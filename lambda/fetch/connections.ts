import { Agent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** Kept connections of both kinds. */
export interface Connections {
  http: Agent;
  https: HttpsAgent;
}

/** Connections that are kept for the next request to the same place. */
export function createConnections(): Connections {
  const options = { keepAlive: true, maxFreeSockets: 32 };
  return { http: new Agent(options), https: new HttpsAgent(options) };
}

/** Ends all of them. */
export function closeConnections({ http, https }: Connections): void {
  http.destroy();
  https.destroy();
}
