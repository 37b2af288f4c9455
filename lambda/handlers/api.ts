import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { handle } from 'hono/aws-lambda';
import { keyGuard } from '../api/kernel/guard/key-guard.ts';
import type { extract } from '../extract/extract.ts';
import { isPrivatePlace, parseAllowList } from '../fetch/allow-list.ts';
import { createApp } from '../web/create-app.ts';
import { systemClock } from './clients.ts';
import { createCloudStore } from './cloud-store.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';

const folder = process.env.LAMBDA_TASK_ROOT ?? '.';
const readWeb = (name: string): string => readFileSync(join(folder, 'web', name), 'utf8');

/** The extraction is a fifth of the code, and needed for pasted texts only: it lies beside this module, and is loaded when a text is tried. */
const loadExtract = async (): Promise<{ extract: typeof extract }> =>
  import(pathToFileURL(join(folder, 'extract.mjs')).href);

/** What the adapter hands over beside the request. */
interface Environment {
  requestContext?: { http?: { sourceIp?: string } };
}

const { table, allowHosts } = readSettings(['table', 'allowHosts'], process.env);
const allowList = parseAllowList(allowHosts);
const log = createLog('query');
const store = createCloudStore(table, log);
const app = createApp({
  store,
  clock: systemClock,
  log,
  // The address of the API is known to anyone: nothing is answered without a key.
  ...keyGuard({ store, clock: systemClock, log }),
  // As the HTTP API saw it; headers can say anything.
  addressOf: (c) => (c.env as Environment).requestContext?.http?.sourceIp ?? null,
  assets: { stylesheet: readWeb('style.css'), script: readWeb('script.js') },
  capabilities: { isPrivatePlace: (url) => isPrivatePlace(url, allowList) },
  extract: async (input) => (await loadExtract()).extract(input),
});

/** Run by the HTTP API for every request. */
export const handler = handle(app);
