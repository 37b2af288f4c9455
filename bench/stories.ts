import { rollup } from '../lambda/pipeline/rollup/rollup.ts';
import { createStore } from '../lambda/store/create-store.ts';
import { dynamoTable } from '../lambda/store/table/dynamo-table.ts';
import { ingestBytes } from '../local/ingest-file.ts';
import { feed } from '../test/support/articles.ts';
import { fakeClock } from '../test/support/fake-clock.ts';
import { openQueryApp } from '../test/support/query-app.ts';
import { quietLog } from '../test/support/quiet-log.ts';
import { type ConsumedCapacity, countingClient, newConsumedCapacity } from './cost/counting-client.ts';
import { article } from './cost/news.ts';
import { startStore } from './cost/start-store.ts';

const OUTLETS = 40;
const STATEMENTS = 6;
const START = '2026-03-02T06:00:00Z';
const HOUR = 3_600_000;
/** In which of these hours outlets print the story: most of them soon. */
const hourOf = (outlet: number): number => Math.floor(outlet / 10);

/** Units of DynamoDB that one story in forty outlets takes: to store and link its articles, and to show them. */
export async function benchStories(): Promise<string> {
  const opened = await startStore();
  let consumed = newConsumedCapacity();
  const client = countingClient(opened.client, () => consumed);
  const clock = fakeClock(START);
  const table = dynamoTable({ client, name: opened.table });
  const store = createStore({ table, clock });
  const log = quietLog();
  const { html } = await article(1, STATEMENTS, START);
  const measured = async (work: () => Promise<unknown>): Promise<ConsumedCapacity> => {
    consumed = newConsumedCapacity();
    await work();
    return consumed;
  };
  const stored: ConsumedCapacity[] = [];
  const linked: ConsumedCapacity[] = [];
  for (let hour = 0; hour < 4; hour++) {
    for (let outlet = 0; outlet < OUTLETS; outlet++) {
      if (hourOf(outlet) !== hour) continue;
      const id = `outlet-${outlet}`;
      clock.advance(60_000);
      const date = new Date(clock.now() - 60_000).toISOString();
      const url = `https://${id}.example/story`;
      const text = `<p>From our staff in town number ${outlet}</p>\n${html}`;
      const entry = { id: url, url, title: `As told by outlet ${outlet}`, content_html: text, date_published: date };
      const document = { version: 'https://jsonfeed.org/version/1.1', title: id, items: [entry] };
      await store.feeds.put(feed(id, id));
      const bytes = new TextEncoder().encode(JSON.stringify(document));
      stored.push(await measured(() => ingestBytes(feed(id, id), bytes, { store, clock, log, retentionDays: 90 })));
    }
    clock.set(new Date(Date.parse(START) + (hour + 1) * HOUR).toISOString());
    linked.push(await measured(() => rollup({ store, clock, log })));
  }
  const query = await openQueryApp({ opened: { store, clock, table, close: async () => undefined } });
  const newest = (await query.get('/v1/items?limit=1&includeDuplicates=true')).body.data[0];
  const said = (await query.get(`/v1/items/${newest.id}`)).body.statements;
  const statement = said.find(({ sayingId }: { sayingId?: string }) => sayingId !== undefined);
  const paths = {
    'an article with its statements': `/v1/items/${newest.id}`,
    'the web page of an article': `/articles/${newest.id}`,
    'the web page of a statement': `/articles/${newest.id}/statements/${statement?.id}`,
    'a story': `/v1/stories/${newest.id}`,
    'a saying': `/v1/statements?saying=${statement?.sayingId}&includeDuplicates=true`,
    'the newest 50 articles': '/v1/items?limit=50',
    'the newest 50 articles, copies too': '/v1/items?limit=50&includeDuplicates=true',
    'the newest 50 statements': '/v1/statements?limit=50',
  };
  const lines: string[] = [];
  const unitsOf = (all: ConsumedCapacity[], kind: string): number =>
    all.reduce((sum, { byKind }) => {
      const one = byKind.get(kind);
      return sum + (one ? one.tableUnits + one.indexUnits : 0);
    }, 0) / OUTLETS;
  const readsOf = (all: ConsumedCapacity[]): number => all.reduce((sum, { readUnits }) => sum + readUnits, 0) / OUTLETS;
  const kinds = [...new Set([...stored, ...linked].flatMap(({ byKind }) => [...byKind.keys()]))].sort();
  for (const kind of kinds) {
    lines.push(
      `| write units of ${kind}, an article: stored, linked | ${unitsOf(stored, kind).toFixed(2)}, ${unitsOf(linked, kind).toFixed(2)} |`,
    );
  }
  lines.push(
    `| read units, an article: stored, linked | ${readsOf(stored).toFixed(2)}, ${readsOf(linked).toFixed(2)} |`,
  );
  for (const [name, path] of Object.entries(paths)) {
    await query.get(path);
    const { readUnits } = await measured(async () => {
      const { status, text } = await query.get(path);
      if (status !== 200) throw new Error(`${path}: ${status} ${text}`);
    });
    lines.push(`| read units of ${name} | ${readUnits} |`);
  }
  await opened.close();
  return ['| a story in 40 outlets | units |', '| --- | --- |', ...lines].join('\n');
}
