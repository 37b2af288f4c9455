import { Duration } from 'aws-cdk-lib';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '../lambda/model/names.ts';
import { DatelineFunction } from './dateline-function.ts';
import { runFunction } from './run-function.ts';
import type { Store } from './store.ts';

/** Every hour the days that changed are counted anew. */
export class Rollup extends Construct {
  readonly lambda: IFunction;

  constructor(scope: Construct, id: string, { store }: { store: Store }) {
    super(scope, id);
    const { lambda } = new DatelineFunction(this, 'Rollup', {
      handler: 'rollup',
      description: 'Counts anew the days that changed',
      timeout: Duration.minutes(10),
      memorySize: 512,
      environment: { [ENVIRONMENT.table]: store.table.tableName },
    });
    this.lambda = lambda;
    store.grant(
      lambda,
      ['GetItem', 'BatchGetItem', 'Query', 'PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'],
      ['gsi1', 'gsi2'],
    );
    new Schedule(this, 'EveryHour', {
      description: 'Counts anew the days that changed',
      schedule: ScheduleExpression.rate(Duration.hours(1)),
      target: runFunction(this, lambda, { retryAttempts: 2, maxEventAge: Duration.minutes(30) }),
    });
  }
}
