import { groupBy } from '../../common/group-by.ts';
import { isDue } from '../../common/is-due.ts';
import type { Delivery } from '../../model/delivery.ts';
import { describeError, FetchError } from '../../model/errors.ts';
import { isAfter, toInstant } from '../../model/instant.ts';
import type { Clock, Poster } from '../../model/ports.ts';
import type { ChannelHealth, Search, SendingChannel } from '../../model/search.ts';
import { afterFailure, type Failure, GIVE_UP_AFTER, waitAfter } from '../../notify/back-off.ts';
import { requestOf } from '../../notify/channels/request-of.ts';
import type { NotifyProgress } from '../../store/searches/notify-progress.ts';
import type { Store } from '../../store/store.ts';

const DELIVERIES_AT_A_TIME = 500;
const CHANNELS_AT_ONCE = 8;
/** While search or channel are paused, it is looked again so late. */
const WHILE_PAUSED = 3_600_000;
/** Answers that are about one message, not about the receiver. */
const ABOUT_ONE_MESSAGE: ReadonlySet<number | null> = new Set([400, 413, 422]);

/** What delivering works with. */
export interface Delivering {
  store: Pick<Store, 'deliveries'>;
  clock: Clock;
  poster: Poster;
  searches: readonly Search[];
  /** Of channels that failed last time; it is changed as channels fail and answer again. */
  failing: NotifyProgress['failing'];
  /** Called before each delivery; false ends the work there. */
  goOn(): Promise<boolean>;
}

/** What delivering did. */
export interface DeliveryReport {
  sent: number;
  /** Tries that failed; they are tried again, unless they were given up. */
  failed: number;
}

/**
 * Sends what is due: channels side by side, the deliveries of one channel one after another, so that one that hangs holds up no other. Each try is first written
 * down, on condition that nobody else has begun it.
 */
export async function deliver(deps: Delivering): Promise<DeliveryReport> {
  const report: DeliveryReport = { sent: 0, failed: 0 };
  for (;;) {
    const due = await deps.store.deliveries.due(toInstant(deps.clock.now()), DELIVERIES_AT_A_TIME);
    const groups = [...groupBy(due, ({ channelId }) => channelId).values()];
    let next = 0;
    let isStopped = false;
    const work = async (): Promise<void> => {
      for (let group = groups[next++]; group; group = groups[next++]) {
        for (const delivery of group) {
          if (!(await deps.goOn())) isStopped = true;
          if (isStopped) return;
          await deliverOne(delivery, deps, report);
        }
      }
    };
    const workers = Array.from({ length: Math.min(CHANNELS_AT_ONCE, groups.length) }, work);
    // Whatever goes wrong with one, what the others have sent is written down before the run ends.
    const failed = (await Promise.allSettled(workers)).find(({ status }) => status === 'rejected');
    if (failed?.status === 'rejected') throw failed.reason;
    if (isStopped || due.length < DELIVERIES_AT_A_TIME) return report;
  }
}

async function deliverOne(delivery: Delivery, deps: Delivering, report: DeliveryReport): Promise<void> {
  const { store, clock, poster, searches, failing } = deps;
  const now = clock.now();
  const { attempts } = delivery;
  const replace = (changes: Partial<Delivery>): Promise<boolean> =>
    store.deliveries.replace({ ...delivery, ...changes }, attempts);
  const search = searches.find(({ id }) => id === delivery.searchId);
  const channel = search?.channels.find(({ id }) => id === delivery.channelId);
  const reason = reasonToGiveUp(delivery, search && channel, now);
  if (!search || !channel || channel.kind === 'feed' || reason !== null) {
    await replace({ state: 'failed', nextTryAt: null, lastError: reason });
    return;
  }
  const health = healthOf(channel.id, search, failing);
  const waitsUntil =
    search.paused || health?.pausedAt
      ? toInstant(now + WHILE_PAUSED)
      : health && !isDue(health.nextTryAt, toInstant(now)) && health.nextTryAt;
  if (waitsUntil) {
    await replace({ nextTryAt: waitsUntil });
    return;
  }
  const claimed = {
    ...delivery,
    attempts: attempts + 1,
    nextTryAt: toInstant(now + waitAfter(attempts + 1, null)),
  };
  if (!(await store.deliveries.replace(claimed, attempts))) return;
  const failure = await send(poster, channel, delivery, now);
  const after = clock.now();
  if (failure === null) {
    delete failing[channel.id];
    report.sent += 1;
    const sent: Delivery = { ...claimed, state: 'sent', nextTryAt: null, lastError: null, sentAt: toInstant(after) };
    await store.deliveries.replace(sent, claimed.attempts);
    return;
  }
  report.failed += 1;
  if (!failure.isAboutOne) failing[channel.id] = afterFailure(health, failure, after);
  const nextTryAt = toInstant(after + waitAfter(claimed.attempts, failure.retryAfterSeconds));
  await store.deliveries.replace({ ...claimed, nextTryAt, lastError: failure.message }, claimed.attempts);
}

function reasonToGiveUp({ createdAt, lastError }: Delivery, place: unknown, now: number): string | null {
  if (!place) return 'the search or its channel was removed';
  if (now - Date.parse(createdAt) < GIVE_UP_AFTER) return null;
  return lastError ?? 'search or channel were paused for three days';
}

/** How the channel is; resuming a search forgets that its channel was paused. */
function healthOf(id: string, { activeSince }: Search, failing: NotifyProgress['failing']): ChannelHealth | null {
  const health = failing[id] ?? null;
  return health?.pausedAt && isAfter(activeSince, health.pausedAt) ? null : health;
}

async function send(
  poster: Poster,
  channel: SendingChannel,
  delivery: Delivery,
  now: number,
): Promise<(Failure & { isAboutOne: boolean }) | null> {
  try {
    await poster.post(requestOf(channel, delivery, now));
    return null;
  } catch (error) {
    if (!(error instanceof FetchError)) throw error;
    const { retryAfterSeconds, status } = error;
    const isGone = status === 410;
    return {
      message: describeError(error).message,
      retryAfterSeconds,
      isGone,
      isAboutOne: ABOUT_ONE_MESSAGE.has(status),
    };
  }
}
