import { setTimeout as pause } from 'node:timers/promises';
import { createFetcher } from '../lambda/fetch/create-fetcher.ts';
import { createPoliteFetcher } from '../lambda/fetch/polite-fetcher.ts';
import type { Fetcher } from '../lambda/model/ports.ts';
import { systemClock } from './clock.ts';
import type { LocalSettings } from './settings.ts';

/** Does some work with the network of this machine, politely, and closes its connections. */
export async function withNetwork<T>(
  { contact, allowHosts }: LocalSettings,
  work: (fetcher: Fetcher) => Promise<T>,
): Promise<T> {
  const network = createFetcher({ contact, allowHosts }, systemClock);
  try {
    const delay = (milliseconds: number) => pause(milliseconds);
    return await work(createPoliteFetcher(network, { clock: systemClock, delay }));
  } finally {
    network.close();
  }
}
