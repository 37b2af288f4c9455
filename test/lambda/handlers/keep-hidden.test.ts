import type { ChangeMessageVisibilityBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import { type Every, keepHidden } from '../../../lambda/handlers/keep-hidden.ts';
import type { Log } from '../../../lambda/model/ports.ts';
import { recordOf } from '../../support/sqs-records.ts';

const event = { Records: [recordOf('a', 'one'), recordOf('b', 'two')] };

/** A timer that a test turns. */
function handTimer() {
  const running = new Map<object, { milliseconds: number; work: () => void }>();
  const every: Every = (milliseconds, work) => {
    const key = {};
    running.set(key, { milliseconds, work });
    return () => void running.delete(key);
  };
  return { running, every, tick: () => running.forEach(({ work }) => void work()) };
}

function world(answer: () => unknown = () => ({})) {
  const [asked, warnings, timer]: [unknown[], unknown[], ReturnType<typeof handTimer>] = [[], [], handTimer()];
  const log: Log = { info() {}, warn: (_message, fields) => void warnings.push(fields), error() {} };
  const send = async ({ input }: ChangeMessageVisibilityBatchCommand) => {
    asked.push(input);
    return answer();
  };
  const deps = { client: { send } as unknown as SQSClient, queueUrl: 'https://queue/', log, every: timer.every };
  return { asked, warnings, timer, deps };
}

const turn = () => new Promise(setImmediate);

describe('a batch in work', () => {
  it('is kept from other workers for two minutes before anything is done, all of it in one request', async () => {
    const { asked, timer, deps } = world();
    const answer = await keepHidden(event, deps, async () => {
      expect(asked).toEqual([
        {
          QueueUrl: 'https://queue/',
          Entries: [
            { Id: '0', ReceiptHandle: 'handle of a', VisibilityTimeout: 120 },
            { Id: '1', ReceiptHandle: 'handle of b', VisibilityTimeout: 120 },
          ],
        },
      ]);
      expect([...timer.running.values()]).toMatchObject([{ milliseconds: 45_000 }]);
      return 'done';
    });
    expect(answer).toBe('done');
    expect(asked).toHaveLength(1);
    expect(timer.running.size).toBe(0);
  });

  it('is kept for longer while the work goes on, and no longer', async () => {
    const { asked, timer, deps } = world();
    await keepHidden(event, deps, async () => {
      timer.tick();
      await turn();
      timer.tick();
      await turn();
    });
    expect(asked).toHaveLength(3);
    expect(asked[2]).toEqual(asked[0]);
    timer.tick();
    expect(asked).toHaveLength(3);
  });

  it('waits for a renewal that is under way, and begins none beside it', async () => {
    let release: (answer: object) => void = () => undefined;
    let isFirst = true;
    const { asked, timer, deps } = world(() => {
      if (isFirst) return {};
      return new Promise((resolve) => {
        release = resolve;
      });
    });
    const order: string[] = [];
    const keeping = keepHidden(event, deps, async () => {
      isFirst = false;
      timer.tick();
      timer.tick();
      order.push('worked');
    }).then(() => order.push('ended'));
    await turn();
    expect(asked).toHaveLength(2);
    expect(order).toEqual(['worked']);
    release({});
    await keeping;
    expect(order).toEqual(['worked', 'ended']);
  });

  it('is worked on where SQS refuses, which is only warned of', async () => {
    const { warnings, timer, deps } = world(() => {
      throw new Error('no such queue');
    });
    const answer = await keepHidden(event, deps, async () => {
      timer.tick();
      await turn();
      return 'done';
    });
    expect(answer).toBe('done');
    expect(warnings).toEqual([
      expect.objectContaining({ message: 'no such queue' }),
      expect.objectContaining({ message: 'no such queue' }),
    ]);
  });

  it('ends its renewals also where the work throws', async () => {
    const { timer, deps } = world();
    const working = keepHidden(event, deps, async () => {
      throw new Error('broken');
    });
    await expect(working).rejects.toThrow('broken');
    expect(timer.running.size).toBe(0);
  });
});
