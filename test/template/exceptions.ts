/** Rules of the linters that the template breaks on purpose, each with the reason. */
export const EXCEPTIONS: Record<'cfn-lint' | 'checkov', Record<string, string>> = {
  'cfn-lint': {
    W3005: 'CDK itself adds the role to DependsOn of a function, beside the reference: harmless.',
  },
  checkov: {
    CKV_AWS_27:
      'Queues are encrypted by SQS (SqsManagedSseEnabled), which this rule does not know; encryptionKey sets a KMS key.',
    CKV_AWS_26: 'A key costs a dollar a month and alarm texts hold nothing secret; encryptionKey sets one.',
    CKV_AWS_115:
      'Reserved concurrency cannot be had in a new account, which has ten in all; maxConcurrency of the event source bounds ingest.',
    CKV_AWS_116:
      'Scheduled functions have a destination for failures (EventInvokeConfig), ingest has the dead letters of its queue; the others are called synchronously.',
    CKV_AWS_117:
      'Functions fetch from the whole internet: a VPC would need a NAT gateway at $32 a month and protect nothing.',
    CKV_AWS_158: 'CloudWatch encrypts logs with its own key; logs hold no secret.',
    CKV_AWS_173: 'Environment variables are names and settings; no secret is in them.',
  },
};
