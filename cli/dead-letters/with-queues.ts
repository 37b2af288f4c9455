import type { SQSClient } from '@aws-sdk/client-sqs';
import { describeError } from '../../lambda/model/errors.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';
import type { StoreOptions } from '../options/store-options.ts';
import type { Terminal } from '../terminal.ts';
import type { Queues } from './find-queues.ts';

/** Does the work with the queues of the table; on this machine's own store, which has none, says what there is instead. */
export async function withQueues(
  options: StoreOptions,
  terminal: Terminal,
  work: (client: SQSClient, queues: Queues, table: string) => Promise<void>,
): Promise<void> {
  if (!options.table) {
    terminal.tell(
      'The local store has no dead letters: what fails three times is in the log of `dateline serve`, and its feed is tried again within the hour.\n`dateline feeds list` shows what fails; --table NAME asks a deployed table.',
    );
    return;
  }
  const { SQSClient } = await import('@aws-sdk/client-sqs');
  const { findQueues } = await import('./find-queues.ts');
  const client = new SQSClient({});
  try {
    await work(client, await findQueues(client, options.table), options.table);
  } catch (error) {
    const { name, message } = error instanceof Error ? error : { name: '', message: '' };
    if (error instanceof CommandError || !/credential|token|region|signature|denied/i.test(`${name} ${message}`))
      throw error;
    const hint = 'Set AWS_REGION, and AWS_PROFILE or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.';
    const text = `the queues of ${options.table} can't be reached: ${describeError(error).message}`;
    throw new CommandError(EXIT.unavailable, 'aws-access', text, hint, error);
  } finally {
    client.destroy();
  }
}
