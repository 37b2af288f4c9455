import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { QueueEncryption } from 'aws-cdk-lib/aws-sqs';

/** How a queue is encrypted: by the key where there is one, else by SQS's own. */
export const queueEncryption = (key: IKey | undefined) =>
  key ? { encryption: QueueEncryption.KMS, encryptionMasterKey: key } : { encryption: QueueEncryption.SQS_MANAGED };

/** What services that encrypt by a key need of those who use them; `Key.grantEncryptDecrypt` has these with wildcards. */
const KEY_ACTIONS = ['Decrypt', 'Encrypt', 'GenerateDataKey', 'GenerateDataKeyWithoutPlaintext', 'DescribeKey'];

/** Allows using the key, where there is one. */
export function grantKey(key: IKey | undefined, grantee: IGrantable): void {
  key?.grant(grantee, ...KEY_ACTIONS.map((action) => `kms:${action}`));
}
