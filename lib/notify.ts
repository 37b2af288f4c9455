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

/** Every minute people are told what their searches find; where none sends anything, a run reads one page of searches and ends. */
export class Notify extends Construct {
  readonly lambda: Lambda;

  constructor(
    scope: Construct,
    id: string,
    { store, settings, failedRuns }: { store: Store; settings: Settings; failedRuns: FailedRuns },
  ) {
    super(scope, id);
    const { lambda } = new DatelineFunction(this, 'Notify', {
      handler: 'notify',
      description: 'Tells people what their searches find',
      // Shorter than the lease of the job: a worker that still runs holds it.
      timeout: Duration.seconds(75),
      memorySize: 512,
      environment: {
        [ENVIRONMENT.table]: store.table.tableName,
        [ENVIRONMENT.stage]: settings.stage,
        [ENVIRONMENT.contact]: settings.contact,
        [ENVIRONMENT.allowHosts]: settings.allowHosts.join(','),
      },
    });
    this.lambda = lambda;
    store.grant(lambda, ['GetItem', 'BatchGetItem', 'Query'], ['gsi1', 'gsi3']);
    store.grantWrites(lambda, ['SEARCH#*', 'JOB#notify']);
    new Schedule(this, 'EveryMinute', {
      description: 'Tells people what their searches find',
      schedule: ScheduleExpression.rate(Duration.minutes(1)),
      target: runFunction(this, lambda, { maxEventAge: Duration.minutes(1), failedRuns }),
    });
  }
}
