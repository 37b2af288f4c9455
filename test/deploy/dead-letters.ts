import type { Cloud, Outputs } from './cloud.ts';
import { eventually } from './eventually.ts';
import type { Report } from './report.ts';

/** What no version of the program can read. */
export const POISON = 'poison, and no message at all';

/**
 * Puts a message into the work queue that fails whenever it is received. The trial's visibility timeout is shortened first: four receives would take
 * 22 minutes.
 */
export async function sendPoison(cloud: Cloud, outputs: Outputs): Promise<void> {
  await cloud.aws(`
client('sqs').set_queue_attributes(QueueUrl=${JSON.stringify(outputs.QueueUrl)}, Attributes={'VisibilityTimeout': '30'})
client('sqs').send_message(QueueUrl=${JSON.stringify(outputs.QueueUrl)}, MessageBody=${JSON.stringify(POISON)},
    MessageGroupId='poison.example', MessageDeduplicationId='poison')
`);
}

/** Waits for the poisoned message among the dead letters, looks at it, and sends it again. */
export async function checkDeadLetters(cloud: Cloud, { TableName }: Outputs, report: Report): Promise<void> {
  const dlq = (...words: string[]) => cloud.operate(['dlq', ...words, '--table', TableName]);
  const list = async () => JSON.parse(await dlq('list', '--json')) as { id: string; unread: string | null }[];
  const letters = await eventually(
    'the poisoned message among the dead letters',
    240,
    async () => {
      const found = await list();
      return found.length > 0 ? found : undefined;
    },
    3000,
  );
  const [letter] = letters;
  report.check(
    'the poisoned message, and no other, is dead',
    letters.length === 1 && letter?.unread === POISON,
    letters,
  );
  const shown = await dlq('show', letter?.id.slice(0, 8) ?? '');
  report.check('dlq show shows it whole', shown.includes(POISON), shown);
  await dlq('redrive');
  const left = await list();
  report.check('redriven, it has left the dead letters', left.length === 0, left);
}
