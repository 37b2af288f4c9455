import { Duration } from 'aws-cdk-lib';
import { BackupPlan, BackupPlanRule, BackupResource } from 'aws-cdk-lib/aws-backup';
import { Schedule } from 'aws-cdk-lib/aws-events';
import type { Construct } from 'constructs';
import type { AnyTable } from './store.ts';

/** A daily copy of the table by AWS Backup, kept for so many days: unlike point-in-time recovery it outlives the table. */
export function addBackups(scope: Construct, table: AnyTable, days: number): void {
  const plan = new BackupPlan(scope, 'Backups', {
    backupPlanRules: [
      new BackupPlanRule({
        ruleName: 'daily',
        scheduleExpression: Schedule.cron({ hour: '3', minute: '0' }),
        deleteAfter: Duration.days(days),
      }),
    ],
  });
  plan.addSelection('Table', { resources: [BackupResource.fromDynamoDbTable(table)], allowRestores: true });
}
