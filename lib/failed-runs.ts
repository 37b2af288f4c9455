import { Duration, Validations } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';

/** Destination of scheduled runs that failed: each message has the error, and is kept for 14 days. */
export class FailedRuns extends Construct {
  readonly queue: Queue;

  constructor(scope: Construct, id: string, { encryptionKey }: { encryptionKey: IKey | undefined }) {
    super(scope, id);
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
}

/** How a queue is encrypted: by the key where there is one, else by SQS's own. */
export const queueEncryption = (key: IKey | undefined) =>
  key ? { encryption: QueueEncryption.KMS, encryptionMasterKey: key } : { encryption: QueueEncryption.SQS_MANAGED };
