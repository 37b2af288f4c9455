import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { handle } from 'hono/aws-lambda';
import { extract } from '../extract/extract.ts';
import { bearerKey } from '../query/bearer-key.ts';
import { createApp } from '../query/create-app.ts';
import { createCloudStore, systemClock } from './clients.ts';
import { createLog } from './log.ts';
import { readSettings } from './settings.ts';

const readWeb = (name: string): string => readFileSync(join(process.env.LAMBDA_TASK_ROOT ?? '.', 'web', name), 'utf8');

const { table } = readSettings(['table'], process.env);
const store = createCloudStore(table);
const app = createApp({
  store,
  clock: systemClock,
  log: createLog('query'),
  // The address of the API is known to anyone: nothing is answered without a key.
  authorise: bearerKey(store.keys, systemClock),
  assets: { stylesheet: readWeb('style.css'), script: readWeb('script.js') },
  extract,
});

/** Run by the HTTP API for every request. */
export const handler = handle(app);
