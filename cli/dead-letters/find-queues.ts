import { ListQueuesCommand, ListQueueTagsCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { NAME_PREFIX, QUEUE_TAGS, type QueueKind } from '../../lambda/model/names.ts';
import { CommandError } from '../command-error.ts';
import { EXIT } from '../exit-codes.ts';

/** Addresses of the queues of one table. */
export type Queues = Record<QueueKind, string>;

/** The queues that the stack has tagged with the table's name. Throws CommandError `no-queues`. */
export async function findQueues(client: SQSClient, table: string): Promise<Queues> {
  const found: Partial<Queues> = {};
  let NextToken: string | undefined;
  do {
    const command = new ListQueuesCommand({ QueueNamePrefix: NAME_PREFIX, MaxResults: 1000, NextToken });
    const page = await client.send(command);
    for (const QueueUrl of page.QueueUrls ?? []) {
      const { Tags = {} } = await client.send(new ListQueueTagsCommand({ QueueUrl }));
      if (Tags[QUEUE_TAGS.table] === table) found[Tags[QUEUE_TAGS.kind] as QueueKind] = QueueUrl;
    }
    NextToken = page.NextToken;
  } while (NextToken);
  const { work, 'dead-letters': dead } = found;
  if (work && dead) return { work, 'dead-letters': dead };
  const message = `no queues of the table ${JSON.stringify(table)} are in this account and region`;
  throw new CommandError(EXIT.notFound, 'no-queues', message, 'The outputs of `npm run deploy` name the table.');
}
