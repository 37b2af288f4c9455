import { Duration, Validations } from 'aws-cdk-lib';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IDestination } from 'aws-cdk-lib/aws-lambda';
import { Queue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { grantKey, queueEncryption } from './encryption.ts';

/** Destination of scheduled runs that failed: each message has the error, and is kept for 14 days. */
export class FailedRuns extends Construct {
  private readonly queue: Queue;
  private readonly encryptionKey: IKey | undefined;

  constructor(scope: Construct, id: string, { encryptionKey }: { encryptionKey: IKey | undefined }) {
    super(scope, id);
    this.encryptionKey = encryptionKey;
    this.queue = new Queue(this, 'Queue', {
      retentionPeriod: Duration.days(14),
      enforceSSL: true,
      ...queueEncryption(encryptionKey),
    });
    Validations.of(this.queue).acknowledge({
      id: 'AwsSolutions::AwsSolutions-SQS3',
      reason: 'This queue is itself the place for what failed: people read it, and no function receives from it.',
    });
  }

  /** The place for errors of a function; the library's own destination would allow more than to send. */
  destinationOf(lambda: IGrantable): IDestination {
    this.queue.grant(lambda, 'sqs:SendMessage');
    grantKey(this.encryptionKey, lambda);
    return { bind: () => ({ destination: this.queue.queueArn }) };
  }
}
