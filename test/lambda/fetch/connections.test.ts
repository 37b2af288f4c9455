import { once } from 'node:events';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { closeConnections, createConnections } from '../../../lambda/fetch/connections.ts';

test('of many places the connections used last are kept, and serve again; the others are ended', async () => {
  const server = createServer({ keepAliveTimeout: 60_000 }, (_request, response) => response.end('here'));
  server.listen(0, '0.0.0.0');
  await once(server, 'listening');
  const connections = createConnections();
  onTestFinished(() => {
    closeConnections(connections);
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  const ask = async (place: number): Promise<boolean> => {
    const request = get({ host: `127.0.0.${place}`, port, agent: connections.http });
    const [response] = await once(request, 'response');
    await once(response.resume(), 'close');
    return request.reusedSocket;
  };
  for (let place = 1; place <= 100; place++) expect(await ask(place)).toBe(false);
  await expect.poll(() => Object.keys(connections.http.freeSockets).length).toBe(64);
  expect(await ask(100)).toBe(true);
  expect(await ask(37)).toBe(true);
  expect(await ask(36)).toBe(false);
  await expect.poll(() => Object.keys(connections.http.freeSockets).length).toBe(64);
});
