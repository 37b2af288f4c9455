import { untilAborted } from '../common/until-aborted.ts';
import type { Clock, Fetcher } from '../model/ports.ts';

/** What spacing needs of the machine. */
export interface Spacing {
  clock: Clock;
  /** Resolves after so many milliseconds. */
  delay(milliseconds: number): Promise<void>;
  /** From the end of a request to the start of the next one to the same host; a second by itself. */
  gapMilliseconds?: number;
}

/** A host's turn, which ends in one of two ways. */
interface Turn {
  /** The host was asked: the next one keeps the distance. */
  leave(): void;
  /** It was not. */
  giveBack(): void;
}

/** Hosts are forgotten beyond this number, those asked longest ago first. */
const REMEMBERED_HOSTS = 1_000;

/** A fetcher that keeps its distance. */
export interface PoliteFetcher extends Fetcher {
  /**
   * Resolves when every host that was asked may be asked again: whoever comes next, elsewhere, keeps the distance by coming later. Where nobody comes
   * for so many milliseconds, that much earlier.
   */
  rest(idleMilliseconds?: number): Promise<void>;
}

/**
 * A fetcher that asks a host for one thing at a time, with a pause between requests, those that follow redirects too; hosts don't wait for each
 * other. The time of waiting is not counted as time of the fetch.
 */
export function createPoliteFetcher(inner: Fetcher, spacing: Spacing): PoliteFetcher {
  const { clock, delay, gapMilliseconds = 1_000 } = spacing;
  /** By host: settles with the moment from which the host may be asked again. */
  const turns = new Map<string, Promise<number>>();

  const waitFor = async (moment: number): Promise<void> => {
    const wait = moment - clock.now();
    if (wait > 0) await delay(wait);
  };

  const take = async (host: string, gap: number, signal: AbortSignal | undefined): Promise<Turn> => {
    const before = turns.get(host) ?? Promise.resolve(0);
    let settle: (free: number) => void = () => undefined;
    const left = new Promise<number>((resolve) => {
      settle = resolve;
    });
    turns.delete(host);
    turns.set(host, left);
    const oldest = turns.size > REMEMBERED_HOSTS ? turns.keys().next().value : undefined;
    if (oldest !== undefined) turns.delete(oldest);
    const giveBack = (): void => void before.then(settle);
    try {
      await untilAborted(before.then(waitFor), signal);
    } catch (error) {
      giveBack();
      throw error;
    }
    return { leave: () => settle(clock.now() + gap), giveBack };
  };

  return {
    fetch: (request) =>
      inner.fetch({
        ...request,
        async turn(host) {
          const { leave, giveBack } = await take(
            host,
            Math.max(gapMilliseconds, request.gapMilliseconds ?? 0),
            request.signal,
          );
          try {
            const inward = await request.turn?.(host);
            return () => {
              inward?.();
              leave();
            };
          } catch (error) {
            giveBack();
            throw error;
          }
        },
      }),
    async rest(idleMilliseconds = 0) {
      await waitFor(Math.max(0, ...(await Promise.all(turns.values()))) - idleMilliseconds);
    },
  };
}
