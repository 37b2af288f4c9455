import { Agent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/** Kept connections of both kinds. */
export interface Connections {
  http: Agent;
  https: HttpsAgent;
}

/** So many are kept in all: of ten thousand feeds nearly each has a place of its own, which is asked again in an hour. */
const MOST_KEPT = 64;

/** Connections that are kept for the next request to the same place, those that were used last. */
export function createConnections(): Connections {
  const options = { keepAlive: true, maxFreeSockets: 32 };
  return { http: bounded(new Agent(options)), https: bounded(new HttpsAgent(options)) };
}

function bounded<Kept extends Agent>(agent: Kept): Kept {
  // Node bounds them for each place only; this listener comes behind its own, which has put the connection at the end of the list.
  return agent.on('free', () => {
    const kept = Object.values(agent.freeSockets).flatMap((some) => some ?? []);
    const open = kept.filter(({ destroyed }) => !destroyed);
    for (const socket of open.slice(0, -MOST_KEPT)) socket.destroy();
  });
}

/** Ends all of them. */
export function closeConnections({ http, https }: Connections): void {
  http.destroy();
  https.destroy();
}
