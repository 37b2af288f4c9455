import { hostOf } from '../../common/host.ts';
import type { PollAnswer } from '../kernel/capabilities.ts';
import { ProblemError } from '../kernel/http/problem.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { makeDue, requireFeed } from './change-feed.ts';

/**
 * Polls a feed now, whatever its rhythm: at once where this process can, else with the next round of all that are due. Throws NotFoundError, and a 409 for
 * a feed that is paused or gone.
 */
export async function pollFeed(id: string, { store, clock, capabilities }: QueryContext): Promise<PollAnswer> {
  const feed = await requireFeed(id, store);
  const state = feed.paused ? null : await makeDue(id, { store, clock });
  if (!state || state.nextPollAt === null) {
    const why = feed.paused ? 'it is paused' : 'its server says that it is gone for good';
    throw new ProblemError(409, 'not-polled', `the feed ${id} is not polled: ${why}`);
  }
  const { nextPollAt } = state;
  if (!capabilities?.poll) return { result: 'due', newItems: 0, changedItems: 0, error: null, nextPollAt };
  return capabilities.poll({ kind: 'feed', feedId: id, nextPollAt, host: hostOf(feed.url) });
}
