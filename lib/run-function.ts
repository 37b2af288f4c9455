import type { Duration } from 'aws-cdk-lib';
import { Grant, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import type { IScheduleTarget } from 'aws-cdk-lib/aws-scheduler';
import type { Construct } from 'constructs';

/** Lets a schedule run one function, by a role that may do just that: the library's own target would allow every version of it too. */
export function runFunction(
  scope: Construct,
  lambda: IFunction,
  { retryAttempts, maxEventAge }: { retryAttempts: number; maxEventAge: Duration },
): IScheduleTarget {
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
      retryPolicy: { maximumRetryAttempts: retryAttempts, maximumEventAgeInSeconds: maxEventAge.toSeconds() },
    }),
  };
}
