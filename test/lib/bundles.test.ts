import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { App } from 'aws-cdk-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packCall, unpackAnswer } from '../../lambda/handlers/extractor-call.ts';
import { ENVIRONMENT } from '../../lambda/model/names.ts';
import { DatelineStack } from '../../lib/dateline-stack.ts';
import { articlePage, TERMINAL } from '../lambda/pipeline/news-server.ts';
import { SETTINGS } from './synth.ts';

const run = promisify(execFile);
/** Bytes that a function has to load before it can start; each may grow so far. */
const BUDGETS = {
  dispatch: 450_000,
  ingest: 1_140_000,
  'article-extractor': 800_000,
  api: 900_000,
  rollup: 470_000,
  notify: 600_000,
};
const HANDLERS = Object.keys(BUDGETS) as (keyof typeof BUDGETS)[];

// What the functions are told when they are deployed; nothing is reached by loading them.
const environment = {
  [ENVIRONMENT.stage]: 'dev',
  [ENVIRONMENT.table]: 'records',
  [ENVIRONMENT.queueUrl]: 'http://127.0.0.1:1/000000000000/feeds.fifo',
  [ENVIRONMENT.articleExtractor]: 'article-extractor',
  [ENVIRONMENT.retentionDays]: '90',
  AWS_REGION: 'eu-west-1',
  AWS_ACCESS_KEY_ID: 'none',
  AWS_SECRET_ACCESS_KEY: 'none',
};

describe('the bundles', () => {
  let folder: string;
  const bundles = new Map<string, string>();

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dateline-bundles-'));
    const app = new App({ outdir: folder });
    new DatelineStack(app, SETTINGS);
    app.synth();
    for (const name of await readdir(folder)) {
      if (!name.startsWith('asset.')) continue;
      const map = await readFile(join(folder, name, 'index.mjs.map'), 'utf8');
      const handler = HANDLERS.find((known) => map.includes(`lambda/handlers/${known}.ts`));
      bundles.set(handler ?? name, join(folder, name));
    }
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  /** Runs the code, which has the bundle's `handler`, on Node alone: no package of the project is in reach. */
  const inBundle = async (name: string, code: string, more: Record<string, string> = environment): Promise<string> => {
    const bundle = bundles.get(name) ?? '';
    const program = `const { handler } = await import(${JSON.stringify(join(bundle, 'index.mjs'))}); ${code}; process.exit()`;
    const env = { PATH: process.env.PATH, LAMBDA_TASK_ROOT: bundle, ...more };
    const { stdout } = await run(process.execPath, ['--input-type=module', '-e', program], { cwd: bundle, env });
    return stdout.trim();
  };

  it('are one for each function', () => {
    expect([...bundles.keys()].sort()).toEqual(HANDLERS.toSorted());
  });

  it.each(HANDLERS)(
    '%s is within its budget, and loads',
    async (name) => {
      const { size } = await stat(join(bundles.get(name) ?? '', 'index.mjs'));
      expect(size).toBeLessThan(BUDGETS[name]);
      expect(await inBundle(name, 'console.log(typeof handler)')).toBe('function');
    },
    30_000,
  );

  it.each(HANDLERS.filter((name) => name !== 'article-extractor'))(
    '%s refuses to load without its settings',
    async (name) => {
      await expect(inBundle(name, '', {})).rejects.toThrow(
        /DATELINE_TABLE must be the name of the table, but is missing/,
      );
    },
    30_000,
  );

  it('query has the extraction beside it, which it loads when a text is tried', async () => {
    const text = 'Ann Roe said that the bridge was shut.';
    const code = `const { extract } = await import(${JSON.stringify(join(bundles.get('api') ?? '', 'extract.mjs'))});
      console.log(extract({ text: ${JSON.stringify(text)} }).statements[0].speaker.name)`;
    expect(await inBundle('api', code)).toBe('Ann Roe');
  }, 30_000);

  it.each(['/', '/v1/statements', '/v1/export', '/nothing'])(
    'query answers %s to nobody without a key',
    async (path) => {
      const event = {
        version: '2.0',
        routeKey: '$default',
        rawPath: path,
        rawQueryString: '',
        headers: { host: 'api.example' },
        requestContext: { domainName: 'api.example', http: { method: 'GET', path } },
        isBase64Encoded: false,
      };
      const answer = await inBundle('api', `console.log(JSON.stringify(await handler(${JSON.stringify(event)})))`);
      expect(JSON.parse(answer.split('\n').at(-1) ?? '')).toMatchObject({
        statusCode: 401,
        headers: { 'www-authenticate': 'Bearer realm="dateline"' },
      });
    },
    30_000,
  );

  it('ingest gives back what it cannot read', async () => {
    const attributes = { MessageGroupId: 'news.example', ApproximateReceiveCount: '1' };
    const event = { Records: [{ messageId: 'first', body: 'no message', attributes }] };
    const answer = await inBundle('ingest', `console.log(JSON.stringify(await handler(${JSON.stringify(event)})))`);
    expect(JSON.parse(answer)).toEqual({ batchItemFailures: [{ itemIdentifier: 'first' }] });
  }, 30_000);

  it('ingest takes pages too, and asks the table for the item with the credentials of its environment', async () => {
    const page = { kind: 'page', itemId: 'abc', nextTryAt: '2026-03-01T10:00:00Z', host: 'news.example' };
    const body = JSON.stringify({ messages: [page] });
    const attributes = { MessageGroupId: 'news.example', ApproximateReceiveCount: '1' };
    const event = { Records: [{ messageId: 'first', body, attributes }] };
    // Nobody listens there, so that the first read of the table is what fails.
    const nowhere = { ...environment, AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:1', AWS_MAX_ATTEMPTS: '1' };
    const code = `process.stderr.write = (line) => process.stdout.write(line); await handler(${JSON.stringify(event)})`;
    const told = await inBundle('ingest', code, nowhere);
    expect(told).toContain('refused to read ITEM#abc / META');
    expect(told).toContain('ECONNREFUSED');
  }, 30_000);

  it('ingest has none of what reads pages inside, and the article extractor needs no settings to read a page', async () => {
    const inside = (name: string) => readFile(join(bundles.get(name) ?? '', 'index.mjs.map'), 'utf8');
    expect(await inside('ingest')).not.toMatch(/linkedom|readability/);
    expect(await inside('article-extractor')).not.toContain('@aws-sdk');
    const call = await packCall(Buffer.from(articlePage(TERMINAL.title)), {
      url: 'https://news.example/terminal',
      title: TERMINAL.title,
      teaser: TERMINAL.text,
    });
    const answer = await inBundle(
      'article-extractor',
      `console.log(JSON.stringify(await handler(${JSON.stringify(call)})))`,
      {},
    );
    const result = await unpackAnswer(JSON.parse(answer));
    expect(result).toMatchObject({ kind: 'article', text: expect.stringContaining('under a metre of water') });
  }, 30_000);
});
