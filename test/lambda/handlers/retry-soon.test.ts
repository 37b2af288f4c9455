import type { ChangeMessageVisibilityBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { retrySoon } from '../../../lambda/handlers/retry-soon.ts';
import type { Log } from '../../../lambda/model/ports.ts';

const event: SQSEvent = {
  Records: ['a', 'b', 'c'].map((messageId) => ({ messageId, receiptHandle: `handle of ${messageId}` }) as SQSRecord),
};
const failed = (...ids: string[]) => ({ batchItemFailures: ids.map((itemIdentifier) => ({ itemIdentifier })) });

/** What is asked of SQS, and what is logged. */
function listening(answer: () => unknown) {
  const asked: unknown[] = [];
  const warnings: unknown[] = [];
  const log: Log = { info() {}, warn: (_message, fields) => void warnings.push(fields), error() {} };
  const send = async ({ input }: ChangeMessageVisibilityBatchCommand) => {
    asked.push(input);
    return answer();
  };
  return { asked, warnings, deps: { client: { send } as unknown as SQSClient, queueUrl: 'https://queue/', log } };
}

it('lets failed messages, and only those, be received again in a minute', async () => {
  const { asked, deps } = listening(() => ({}));
  await retrySoon(event, failed('c', 'a'), deps);
  expect(asked).toEqual([
    {
      QueueUrl: 'https://queue/',
      Entries: [
        { Id: '0', ReceiptHandle: 'handle of a', VisibilityTimeout: 60 },
        { Id: '1', ReceiptHandle: 'handle of c', VisibilityTimeout: 60 },
      ],
    },
  ]);
});

it('asks nothing where nothing failed, and only warns where SQS refuses', async () => {
  const { asked, warnings, deps } = listening(() => {
    throw new Error('no such queue');
  });
  await retrySoon(event, failed(), deps);
  expect(asked).toEqual([]);
  await retrySoon(event, failed('b'), deps);
  expect(warnings).toEqual([expect.objectContaining({ message: 'no such queue' })]);
});

it('warns of a message that SQS refuses by itself', async () => {
  const { warnings, deps } = listening(() => ({ Failed: [{ Id: '1', Code: 'MessageNotInflight', Message: 'late' }] }));
  await retrySoon(event, failed('a', 'c'), deps);
  expect(warnings).toEqual([{ messageId: 'c', code: 'MessageNotInflight', message: 'late' }]);
});
