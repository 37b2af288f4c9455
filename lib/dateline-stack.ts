import { CfnOutput, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { NAME_PREFIX } from '../lambda/model/names.ts';
import { estimate } from './cost/estimate.ts';
import { readMeasured } from './cost/measured.ts';
import { PRICES } from './cost/prices.ts';
import { readLoad } from './cost/read-load.ts';
import { costLine } from './cost/show.ts';
import { Ingest } from './ingest.ts';
import { Monitoring } from './monitoring/monitoring.ts';
import { Notify } from './notify.ts';
import { QueryApi } from './query-api.ts';
import { Rollup } from './rollup.ts';
import { PRODUCTION_STAGE, type Settings } from './settings.ts';
import { Store } from './store.ts';

/** All of one stage of Dateline; its name carries the stage, so that stages don't meet. */
export class DatelineStack extends Stack {
  constructor(scope: Construct, settings: Settings, props: StackProps = {}) {
    super(scope, `${NAME_PREFIX}${settings.stage}`, {
      description: `Dateline (${settings.stage}): who said what, and when`,
      terminationProtection: settings.stage === PRODUCTION_STAGE,
      ...props,
    });
    Tags.of(this).add('dateline:stage', settings.stage);
    const store = new Store(this, 'Store', {
      keep: settings.stage === PRODUCTION_STAGE,
      retentionDays: settings.retentionDays,
    });
    const ingest = new Ingest(this, 'Ingest', { store, settings });
    const rollup = new Rollup(this, 'Rollup', { store, settings });
    const notify = new Notify(this, 'Notify', { store, settings });
    const api = new QueryApi(this, 'QueryApi', { store, settings });
    new Monitoring(this, 'Monitoring', { settings, store, ingest, rollup, notify, api });

    const { tableName } = store.table;
    const loads = [100, 1_000, 10_000].map((feeds) => ({ ...readLoad({ retention: settings.retentionDays }), feeds }));
    const measured = readMeasured();
    const columns = loads.map((load) => ({ load, estimate: estimate(load, measured, PRICES) }));
    this.output('ApiAddress', 'The HTTP API; it answers nobody without a key', api.address);
    this.output('TableName', 'For the --table option of the command line', tableName);
    this.output('QueueUrl', 'Feeds on their way to ingest', ingest.queue.queueUrl);
    this.output(
      'DeadLettersUrl',
      'Messages that can not be read, or were received four times in vain',
      ingest.deadLetters.queueUrl,
    );
    this.output('FirstKey', 'Makes a first key for the API', `npx dateline keys create NAME --table ${tableName}`);
    this.output('Cost', 'Estimated from list prices, without any free tier', costLine(columns));
  }

  private output(id: string, description: string, value: string): void {
    new CfnOutput(this, id, { description, value });
  }
}
