import type { ChangeMessageVisibilityBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSEvent, SQSRecord } from 'aws-lambda';
import { expect, it } from 'vitest';
import { everySoOften, keepHidden } from '../../../lambda/handlers/keep-hidden.ts';
import type { Log } from '../../../lambda/model/ports.ts';

const event: SQSEvent = {
  Records: ['a', 'b'].map((messageId) => ({ messageId, receiptHandle: `handle of ${messageId}` }) as SQSRecord),
};

/** What is asked of SQS, what is logged, and a timer that is turned by hand. */
function setting(answer: () => unknown = () => ({})) {
  const asked: unknown[] = [];
  const warnings: unknown[] = [];
  const timers: (() => void)[] = [];
  const log: Log = { info() {}, warn: (_message, fields) => void warnings.push(fields), error() {} };
  const send = async ({ input }: ChangeMessageVisibilityBatchCommand) => {
    asked.push(input);
    return answer();
  };
  const every = (_milliseconds: number, work: () => void) => {
    timers.push(work);
    return { end: () => void timers.splice(timers.indexOf(work), 1) };
  };
  const client = { send } as unknown as SQSClient;
  return { asked, warnings, timers, deps: { client, queueUrl: 'https://queue/', log, every } };
}

const HIDDEN = {
  QueueUrl: 'https://queue/',
  Entries: [
    { Id: '0', ReceiptHandle: 'handle of a', VisibilityTimeout: 120 },
    { Id: '1', ReceiptHandle: 'handle of b', VisibilityTimeout: 120 },
  ],
};

it('hides a batch for two minutes before its work, and again as long as that lasts', async () => {
  const { asked, timers, deps } = setting();
  const result = await keepHidden(
    event,
    async () => {
      expect(asked).toEqual([HIDDEN]);
      for (const tick of [...timers, ...timers]) tick();
      return 'done';
    },
    deps,
  );
  expect(result).toBe('done');
  expect(asked).toEqual([HIDDEN, HIDDEN, HIDDEN]);
  expect(timers).toEqual([]);
});

it('ends with its work, also where that fails', async () => {
  const { timers, deps } = setting();
  await expect(keepHidden(event, () => Promise.reject(new Error('broken')), deps)).rejects.toThrow('broken');
  expect(timers).toEqual([]);
});

it('only warns where SQS refuses', async () => {
  const { warnings, deps } = setting(() => {
    throw new Error('no such queue');
  });
  expect(await keepHidden(event, async () => 1, deps)).toBe(1);
  expect(warnings).toEqual([expect.objectContaining({ message: 'no such queue' })]);
});

it('has a timer that works until it is ended', async () => {
  let count = 0;
  await new Promise<void>((resolve) => {
    const timer = everySoOften(1, () => {
      count += 1;
      if (count < 3) return;
      timer.end();
      resolve();
    });
    // The timer itself does not keep the process.
    setTimeout(() => {}, 500);
  });
  expect(count).toBe(3);
});
