import type { Delivery } from '../../model/delivery.ts';
import { InputError } from '../../model/errors.ts';
import { toInstant } from '../../model/instant.ts';
import type { QueryContext } from '../kernel/query-context.ts';
import { listStatements } from '../statements/list-statements.ts';
import type { StatementRow } from '../statements/rows.ts';
import { newId } from './make-channel.ts';
import { requireSearch } from './save-search.ts';
import { savedFiltersSchema } from './search-bodies.ts';

/** Has an example sent to each channel of the search: the newest statement that it finds, else an invented one. Throws InputError where nothing is sent anywhere. */
export async function testSearch(id: string, context: QueryContext): Promise<Delivery[]> {
  const { store, clock } = context;
  const search = await requireSearch(id, store);
  const channels = search.channels.filter(({ kind }) => kind !== 'feed');
  if (channels.length === 0) {
    throw new InputError(
      'no-channel',
      `the search ${JSON.stringify(search.name)} sends nothing: add a webhook, Slack or ntfy`,
    );
  }
  const filters = savedFiltersSchema.parse(search.filters);
  const { rows } = await listStatements({ ...filters, limit: 1 }, undefined, context);
  const now = toInstant(clock.now());
  const statement = rows[0] ?? invented(now);
  // Tests differ, so that a receiver takes each for a message of its own.
  const example = newId();
  const made = channels.map(
    ({ id: channelId }): Delivery => ({
      ...{ id: `msg_${example}`, searchId: id, searchName: search.name, channelId, example: true },
      ...{ itemId: statement.itemId, edition: example, statementId: `example-${example}`, statement: { ...statement } },
      ...{ state: 'due', createdAt: now, nextTryAt: now, attempts: 0, lastError: null, sentAt: null },
    }),
  );
  for (const delivery of made) await store.deliveries.add(delivery);
  return made;
}

function invented(now: string): StatementRow {
  const text = 'The ferry sails again on Monday.';
  const name = 'Ada Okonkwo';
  return {
    ...{ id: 'example', itemId: 'example', edition: '1-example', feedId: 'example', url: 'https://news.example/ferry' },
    ...{ sortAt: now, language: 'en', type: 'direct', text, start: 1, end: text.length + 1 },
    spans: [{ start: 1, end: text.length + 1 }],
    cue: null,
    speaker: {
      ...{ id: 'ada-okonkwo', name, role: 'harbour master', affiliation: null, kind: 'person' },
      ...{ mention: { text: name, start: 40, end: 40 + name.length }, resolution: 'explicit' },
    },
    ...{ saidAt: now, saidAtSource: 'published', rule: 'example', confidence: 1 },
    ...{ title: 'Ferry back in service', outlet: 'Harbour Post' },
    ...{ publishedAt: now, publishedAtSource: 'feed', duplicateOf: null },
  };
}
