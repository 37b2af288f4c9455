import { Duration } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '../lambda/model/names.ts';
import { DatelineFunction } from './dateline-function.ts';
import type { Store } from './store.ts';

/** Every hour the days that changed are counted anew. */
export class Rollup extends Construct {
  constructor(scope: Construct, id: string, { store }: { store: Store }) {
    super(scope, id);
    const { lambda } = new DatelineFunction(this, 'Rollup', {
      handler: 'rollup',
      description: 'Counts anew the days that changed',
      timeout: Duration.minutes(10),
      memorySize: 512,
      environment: { [ENVIRONMENT.table]: store.table.tableName },
    });
    store.grant(
      lambda,
      ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'],
      ['gsi1', 'gsi2'],
    );
    new Schedule(this, 'EveryHour', {
      description: 'Counts anew the days that changed',
      schedule: ScheduleExpression.rate(Duration.hours(1)),
      target: new LambdaInvoke(lambda, { retryAttempts: 2, maxEventAge: Duration.minutes(30) }),
    });
  }
}
