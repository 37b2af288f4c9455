import { describeError, WorkerStoppedError } from '../lambda/model/errors.ts';
import { deduplicationId, type Message } from '../lambda/model/message.ts';
import type { Clock, Log, Queue } from '../lambda/model/ports.ts';

/** As SQS does: a message with an id that was sent in the last five minutes is dropped. */
const REMEMBERED_MILLISECONDS = 5 * 60_000;
const HOSTS_AT_ONCE = 8;

/** What a queue in this process works with. */
export interface LocalQueueOptions {
  clock: Clock;
  log: Log;
  /**
   * Works on one message; where it throws the message is left, for it is still due. Where it throws a WorkerStoppedError the message is delivered once
   * more, when nothing else is under way.
   */
  work(message: Message, receiveCount: number): Promise<void>;
  /** Whether a message counts as delivered before: the process that worked on it ended meanwhile. */
  wasUnderWay?: (message: Message) => boolean;
  /** Called when nothing is left to do, after something was done. */
  onIdle?: () => void;
  /** @default 8 */
  hostsAtOnce?: number;
}

/** A queue whose workers run in this process. */
export interface LocalQueue extends Queue {
  /** Whether nothing is waiting and nothing is worked on. */
  isIdle(): boolean;
  /** Resolves when that is so. */
  idle(): Promise<void>;
  /** Forgets what is waiting, and resolves when the work under way is done. */
  stop(): Promise<void>;
}

/** A queue with one group a host: a host's messages are worked on one after the other, those of several hosts side by side. */
export function createLocalQueue(options: LocalQueueOptions): LocalQueue {
  const { clock, log, work, onIdle, wasUnderWay = () => false, hostsAtOnce = HOSTS_AT_ONCE } = options;
  const waiting = new Map<string, Message[]>();
  const busy = new Set<string>();
  const sentAt = new Map<string, number>();
  /** What stopped its worker: delivered alone, so that it stops no other work. */
  const suspects: Message[] = [];
  let isAlone = false;
  let idlers: (() => void)[] = [];
  let stopped = false;

  const isDoubled = (message: Message): boolean => {
    const now = clock.now();
    for (const [id, at] of sentAt) {
      // What was sent by a clock that was ahead is forgotten too.
      if (at > now - REMEMBERED_MILLISECONDS && at <= now) break;
      sentAt.delete(id);
    }
    const id = deduplicationId(message);
    if (sentAt.has(id)) return true;
    sentAt.set(id, now);
    return false;
  };

  const deliver = async (message: Message, receiveCount = 1): Promise<void> => {
    try {
      await work(message, receiveCount);
    } catch (error) {
      if (error instanceof WorkerStoppedError && receiveCount === 1) suspects.push(message);
      if (!stopped) log.error('message failed', { ...describeError(error), id: deduplicationId(message) });
    }
  };

  const workOn = async (host: string): Promise<void> => {
    busy.add(host);
    for (let message = waiting.get(host)?.shift(); message && !stopped; message = waiting.get(host)?.shift()) {
      await deliver(message);
    }
    waiting.delete(host);
    busy.delete(host);
    start();
  };

  const workAlone = async (message: Message): Promise<void> => {
    isAlone = true;
    await deliver(message, 2);
    isAlone = false;
    start();
  };

  const start = (): void => {
    if (isAlone) return;
    for (const host of waiting.keys()) {
      if (busy.size >= hostsAtOnce || stopped) break;
      if (!busy.has(host)) void workOn(host);
    }
    if (busy.size > 0) return;
    const suspect = stopped ? undefined : suspects.shift();
    if (suspect) return void workAlone(suspect);
    for (const resolve of idlers) resolve();
    idlers = [];
    if (!stopped) onIdle?.();
  };

  const isIdle = (): boolean => busy.size === 0 && !isAlone;
  const idle = (): Promise<void> =>
    isIdle() ? Promise.resolve() : new Promise((resolve) => void idlers.push(resolve));

  return {
    async send(messages) {
      const fresh = stopped ? [] : messages.filter((message) => !isDoubled(message));
      for (const message of fresh) {
        if (wasUnderWay(message)) {
          suspects.push(message);
          continue;
        }
        const group = waiting.get(message.host);
        if (group) group.push(message);
        else waiting.set(message.host, [message]);
      }
      if (fresh.length > 0) start();
    },
    isIdle,
    idle,
    stop() {
      stopped = true;
      waiting.clear();
      return idle();
    },
  };
}
