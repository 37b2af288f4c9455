import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { eventually } from '../deploy/eventually.ts';
import { freePort } from '../deploy/loopback.ts';
import { start } from '../deploy/processes.ts';
import { pythonWith } from '../support/python-with.ts';

const MOTO = { name: 'moto', version: '5.2.5', extra: 'server' };
const { PATH = '/usr/bin:/bin' } = process.env;

/** Starts a moto server on this machine, and answers its address; its log stands in the folder. */
export async function startMoto(folder: string, say: (text: string) => void): Promise<string> {
  const python = await pythonWith(MOTO, say);
  const port = await freePort();
  const log = await open(join(folder, 'moto.log'), 'w');
  const child = start(python, ['-m', 'moto.server', '-H', '127.0.0.1', '-p', String(port)], {
    env: { PATH, HOME: folder },
    cwd: folder,
    stdio: ['ignore', log.fd, log.fd],
  });
  await log.close();
  const endpoint = `http://127.0.0.1:${port}`;
  await eventually('moto answers', 60, async () => {
    if (child.exitCode !== null) throw new Error(`moto ended, see ${folder}/moto.log`);
    return (await fetch(`${endpoint}/moto-api/data.json`)).ok || undefined;
  });
  return endpoint;
}
