// Runs the handlers as Lambda would, and the table's contract, on moto.
// npm run test:moto
import { join } from 'node:path';
import { ENVIRONMENT } from '../../lambda/model/names.ts';
import { run } from '../deploy/processes.ts';
import { Report } from '../deploy/report.ts';
import { workingFolder } from '../deploy/working-folder.ts';
import { serveFaultFeeds } from '../faults/fault-feeds.ts';
import { openMotoTable } from '../support/moto-table.ts';
import { createLanes } from './lanes.ts';
import { startMoto } from './server.ts';
import { ENTRIES, FEEDS, tryHandlers } from './try-handlers.ts';
import { tryScan } from './try-scan.ts';

const { PATH = '', HOME = '' } = process.env;
const CONTRACT = 'test/lambda/store/table/contract.test.ts';

const report = new Report();
const folder = await workingFolder();
try {
  const endpoint = await startMoto(folder, (text) => report.say(text));
  report.say(`moto listens on ${endpoint}`);
  const [table, lanes, feeds] = [
    await openMotoTable(endpoint),
    await createLanes(endpoint),
    await serveFaultFeeds(FEEDS, ENTRIES),
  ];
  Object.assign(process.env, {
    ...{
      AWS_ENDPOINT_URL: endpoint,
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_LOG_LEVEL: 'FATAL',
      POWERTOOLS_METRICS_DISABLED: 'true',
    },
    ...{ AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' },
    [ENVIRONMENT.stage]: 'moto',
    [ENVIRONMENT.table]: table.name,
    [ENVIRONMENT.queueUrl]: lanes.queueUrl,
    [ENVIRONMENT.articleExtractor]: 'none',
    [ENVIRONMENT.retentionDays]: '3650',
    [ENVIRONMENT.allowHosts]: '127.0.0.0/8',
  });
  await tryHandlers({ table: table.table, lanes, feeds, report });
  await tryScan(table, join(folder, 'data'), report);
  feeds.close();
  table.close();
  const env = { PATH, HOME, MOTO_ENDPOINT: endpoint };
  const vitest = join('node_modules', '.bin', 'vitest');
  const contract = await run(vitest, ['run', CONTRACT], { env, cwd: process.cwd(), timeoutSeconds: 240 }).then(
    () => null,
    (error: Error) => error.message,
  );
  report.check('the table keeps its contract', contract === null, contract);
} catch (error) {
  report.fail(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
process.exit(report.end() ? 0 : 1);
