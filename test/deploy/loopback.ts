import { createServer } from 'node:net';

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Throws an Error unless the address is on this machine: nothing of this test may ever reach AWS. */
export function assertLoopback(address: string): void {
  const { hostname } = new URL(address);
  if (!LOOPBACK.has(hostname)) throw new Error(`${address} is not on this machine; the test refuses to go on`);
}

/** Throws an Error unless the environment has an AWS endpoint, and each of its endpoints is on this machine. */
export function assertOnlyLoopback(environment: NodeJS.ProcessEnv): void {
  const endpoints = Object.entries(environment).filter(([name]) => name.startsWith('AWS_ENDPOINT_URL'));
  if (!endpoints.some(([name]) => name === 'AWS_ENDPOINT_URL')) throw new Error('AWS_ENDPOINT_URL is not set');
  for (const [, address] of endpoints) assertLoopback(address ?? '');
  const foreign = ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'];
  for (const name of foreign) if (environment[name] !== undefined) throw new Error(`${name} must not be set`);
}

/** A port of this machine that is free at this moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
