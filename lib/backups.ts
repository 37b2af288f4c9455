import { Duration, Validations } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource, BackupVault } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import type { AnyTable } from './store.ts';

const POLICIES = ['AWSBackupServiceRolePolicyForBackup', 'AWSBackupServiceRolePolicyForRestores'];

/** A daily copy of the table by AWS Backup, kept for so many days: unlike point-in-time recovery it outlives the table. */
export function addBackups(
  scope: Construct,
  { table, days, encryptionKey }: { table: AnyTable; days: number; encryptionKey: IKey | undefined },
): void {
  const plan = new BackupPlan(scope, 'Backups', {
    backupVault: new BackupVault(scope, 'BackupVault', encryptionKey ? { encryptionKey } : {}),
    backupPlanRules: [
      new BackupPlanRule({
        ruleName: 'daily',
        scheduleExpression: Schedule.cron({ hour: '3', minute: '0' }),
        deleteAfter: Duration.days(days),
      }),
    ],
  });
  for (const policy of POLICIES) {
    Validations.of(plan).acknowledge({
      id: `AwsSolutions::AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/${policy}]`,
      reason: 'AWS Backup itself takes this role; AWS keeps the policies in step with what its copies need.',
    });
  }
  plan.addSelection('Table', { resources: [BackupResource.fromDynamoDbTable(table)], allowRestores: true });
}
