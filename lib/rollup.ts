import { Duration } from 'aws-cdk-lib';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '../lambda/model/names.ts';
import { DatelineFunction } from './dateline-function.ts';
import type { FailedRuns } from './failed-runs.ts';
import { runFunction } from './run-function.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';

/** Every hour the days that changed are counted anew; a run that stopped goes on 10 minutes later. */
export class Rollup extends Construct {
  readonly lambda: Lambda;

  constructor(
    scope: Construct,
    id: string,
    { store, settings, failedRuns }: { store: Store; settings: Settings; failedRuns: FailedRuns },
  ) {
    super(scope, id);
    const { lambda } = new DatelineFunction(this, 'Rollup', {
      handler: 'rollup',
      description: 'Counts anew the days that changed',
      // Shorter than the lease of the job: a worker that still runs holds it.
      timeout: Duration.minutes(10),
      memorySize: 1024,
      environment: { [ENVIRONMENT.table]: store.table.tableName, [ENVIRONMENT.stage]: settings.stage },
    });
    this.lambda = lambda;
    store.grant(
      lambda,
      ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'],
      ['gsi1', 'gsi2'],
    );
    new Schedule(this, 'EveryTenMinutes', {
      description: 'Counts anew the days that changed',
      schedule: ScheduleExpression.rate(Duration.minutes(10)),
      target: runFunction(this, lambda, { maxEventAge: Duration.minutes(10), failedRuns }),
    });
  }
}
