import { describeError } from '../../lambda/model/errors.ts';
import { CommandError } from '../command-error.ts';
import { countDeadLetters } from '../dead-letters/dead-letters.ts';
import { withQueues } from '../dead-letters/with-queues.ts';
import type { StoreOptions } from '../options/store-options.ts';
import type { Terminal } from '../terminal.ts';
import { type Finding, fine, problem, warning } from './finding.ts';

/** Whether messages of a deployed table have failed for good; a warning where its queues can't be asked. */
export async function checkDeadLetters(options: StoreOptions, terminal: Terminal): Promise<Finding[]> {
  const findings: Finding[] = [];
  try {
    await withQueues(options, terminal, async (client, queues) => {
      findings.push(findingOf(await countDeadLetters(client, queues['dead-letters'])));
    });
  } catch (error) {
    const hint = error instanceof CommandError ? error.hint : null;
    const message = `They could not be counted: ${describeError(error).message}.`;
    findings.push(warning('dead letters', message, hint ?? '`dateline dlq list` tells more.'));
  }
  return findings;
}

function findingOf(count: number): Finding {
  if (count === 0) return fine('dead letters', 'There are none.');
  return problem(
    'dead letters',
    count === 1 ? 'One message has failed for good.' : `${count} messages have failed for good.`,
    '`dateline dlq list` shows them; when the reason is mended, `dateline dlq redrive` sends them again.',
  );
}
