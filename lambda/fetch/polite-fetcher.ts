import { hostOf } from '../common/host.ts';
import type { Clock, Fetcher, FetchRequest, FetchResponse } from '../model/ports.ts';

/** What spacing needs of the machine. */
export interface Spacing {
  clock: Clock;
  /** Resolves after so many milliseconds. */
  delay(milliseconds: number): Promise<void>;
  /** From the end of a request to the start of the next one to the same host; a second by itself. */
  gapMilliseconds?: number;
}

/** Hosts are forgotten beyond this number, those asked longest ago first. */
const REMEMBERED_HOSTS = 1_000;

/** A fetcher that asks a host for one thing at a time, with a pause between requests; hosts don't wait for each other. */
export function createPoliteFetcher(inner: Fetcher, { clock, delay, gapMilliseconds = 1_000 }: Spacing): Fetcher {
  /** By host: settles with the moment from which the host may be asked again. */
  const turns = new Map<string, Promise<number>>();

  const ask = async (request: FetchRequest, turn: Promise<number> | undefined): Promise<FetchResponse> => {
    const free = (await turn) ?? 0;
    const wait = free - clock.now();
    if (wait > 0) await delay(wait);
    return inner.fetch(request);
  };

  return {
    fetch(request) {
      const host = hostOf(request.url);
      const asked = ask(request, turns.get(host));
      const next = () => clock.now() + gapMilliseconds;
      turns.delete(host);
      turns.set(host, asked.then(next, next));
      const oldest = turns.size > REMEMBERED_HOSTS ? turns.keys().next().value : undefined;
      if (oldest !== undefined) turns.delete(oldest);
      return asked;
    },
  };
}
