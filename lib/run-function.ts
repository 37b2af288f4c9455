import type { Duration } from 'aws-cdk-lib';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import type { IScheduleTarget } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';
import type { FailedRuns } from './failed-runs.ts';

/**
 * Target of a schedule that runs one function, by a role that may do just that: the library's own target would allow every version of it too.
 * A failed run is not repeated, for the schedule starts the next one; its error goes to the queue of failed runs.
 */
export function runFunction(
  scope: Construct,
  lambda: Lambda,
  { maxEventAge, failedRuns }: { maxEventAge: Duration; failedRuns: FailedRuns },
): IScheduleTarget {
  lambda.configureAsyncInvoke({ retryAttempts: 0, maxEventAge, onFailure: failedRuns.destinationOf(lambda) });
  const { stack } = lambda;
  const role = new Role(scope, 'ScheduleRole', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': stack.account } },
    }),
  });
  Grant.addToPrincipal({ grantee: role, actions: ['lambda:InvokeFunction'], resourceArns: [lambda.functionArn] });
  return {
    bind: () => ({
      arn: lambda.functionArn,
      role,
      retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: maxEventAge.toSeconds() },
    }),
  };
}
