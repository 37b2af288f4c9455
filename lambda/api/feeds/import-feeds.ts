import { readOpml } from '../../common/opml/read-opml.ts';
import { InputError } from '../../model/errors.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { type SubscribeContext, type SubscribeReport, subscribe } from './subscribe.ts';

/** More would not be done before a request is over. */
export const MOST_IMPORTED = 1_000;

/** Subscribes the feeds of an OPML document; throws InputError for a text that is none, or has too many. */
export async function importFeeds(opml: string | Uint8Array, context: SubscribeContext): Promise<SubscribeReport> {
  const outlines = atOpml(() => readOpml(opml));
  if (outlines.length > MOST_IMPORTED) {
    const message = `${outlines.length} feeds are too many for one request: \`dateline feeds import\` takes them, or give ${MOST_IMPORTED} at a time`;
    throw new InputError('too-many-feeds', message, '/opml');
  }
  return subscribe(outlines, context);
}

function atOpml<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof InputError) throw new InputError(error.code, error.message, '/opml', error);
    throw error;
  }
}

/** What importing needs of what lists are read with. */
export function subscribeContext({ store, clock, capabilities }: QueryContext): SubscribeContext {
  return { store, clock, isPrivatePlace: (url) => capabilities?.isPrivatePlace?.(url) ?? false };
}
