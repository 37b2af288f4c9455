import { checkAdoption, checkExample } from './adoption.ts';
import type { Cloud, Outputs } from './cloud.ts';
import { checkDeadLetters, POISON, sendPoison } from './dead-letters.ts';
import { checkDuplicates } from './duplicates.ts';
import { eventually } from './eventually.ts';
import type { FeedServer } from './feed-server.ts';
import type { MoreFeeds } from './more-feeds.ts';
import { checkPartiql } from './partiql.ts';
import type { Report } from './report.ts';

interface StatementRow {
  text: string;
  speaker: { name: string } | null;
  title: string;
  outlet: string;
}

const CONTACT = 'operator@coastwire.example';
const EXPECTED = [
  { name: 'Ines Calloway', text: 'We have tested every cable twice', title: 'Harbour bridge passes its last test' },
  {
    name: 'Tomas Brandt',
    text: 'Our schools need forty more teachers by January',
    title: 'Union asks for more teachers before winter',
  },
  // In the article's page only: the feed has a teaser.
  {
    name: 'Petra Lindqvist',
    text: 'Nobody on the quay will sleep well this month',
    title: 'Dredgers to work day and night',
  },
];

/** Deploys, subscribes the feed, waits for the schedule, and reads the statements back through the API. */
export async function tryOut(cloud: Cloud, feed: FeedServer, more: MoreFeeds, report: Report): Promise<void> {
  report.say('cdk bootstrap');
  await cloud.bootstrap();
  report.say('cdk deploy');
  const context = {
    retentionDays: '30',
    contact: CONTACT,
    alarmEmail: CONTACT,
    allowHosts: `127.0.0.1:${feed.port},127.0.1.0/24`,
  };
  const outputs = await cloud.deploy(context);
  const found = outputs.FirstKey.includes('keys create') && outputs.Cost.includes('a month');
  report.check('it tells how to make the first key, and what a month costs', found, outputs);
  report.check('cdk deploy answers the table and the address of the API', Boolean(outputs.TableName), outputs);
  report.say(`deployed: table ${outputs.TableName}, API ${outputs.ApiAddress}`);

  await cloud.allowBatches();
  await checkClosed(cloud, outputs, report);
  const created = await cloud.operate(['keys', 'create', 'trial', '--json', '--table', outputs.TableName]);
  const { key } = JSON.parse(created) as { key: string };
  const empty = await cloud.api(outputs, '/v1/statements', key);
  report.check('with the key the API answers, and has no statement yet', isEmptyList(empty), empty);
  await sendPoison(cloud, outputs);
  await cloud.operate(['feeds', 'add', feed.url, '--table', outputs.TableName]);
  await cloud.operate(['feeds', 'import', '--private', more.opml, '--table', outputs.TableName]);
  report.say('a key is made and the feed subscribed; waiting for the tick of the schedule');

  // A minute each: they are waited for together.
  const [rows] = await Promise.all([storedStatements(cloud, outputs, key), checkRevoked(cloud, outputs, report)]);
  checkStatements(rows, report);
  await eventually('an item of every feed through the API', 120, async () => {
    const { body } = await cloud.api(outputs, '/v1/items?limit=100', key);
    const { data } = JSON.parse(body) as { data: { feedId: string }[] };
    return new Set(data.map(({ feedId }) => feedId)).size === 1 + more.count || undefined;
  });
  report.check(`all ${1 + more.count} feeds were polled, and brought their items`, true);
  const listed = await cloud.operate(['statements', '--speaker', 'calloway', '--json', '--table', outputs.TableName]);
  report.check(
    'the command line lists the statement of the deployed table',
    listed.includes('every cable twice'),
    listed,
  );
  const asked = feed.userAgents.some((agent) => agent.includes(CONTACT));
  report.check('the publisher is told whom to ask', asked, feed.userAgents);
  checkPoliteness(feed, report);
  await checkRollup(cloud, outputs, key, report);
  await checkPartiql(cloud, outputs, report);
  await checkClosed(cloud, outputs, report);
  await checkDeadLetters(cloud, outputs, report);
  await checkDuplicates(cloud, outputs, { feed, key }, report);
  await checkRedeployed(cloud, { ...context, retentionDays: '31' }, { before: rows, key }, report);
  await checkNothingFailed(cloud, report);
  await checkAdoption(cloud, outputs, { context, key }, report);
  await checkExample(cloud, report);
}

function storedStatements(cloud: Cloud, outputs: Outputs, key: string): Promise<StatementRow[]> {
  return eventually('three statements through the API', 240, async () => {
    const { status, body } = await cloud.api(outputs, '/v1/statements', key);
    if (status !== 200) throw new Error(`the API answers ${status}: ${body}`);
    const { data } = JSON.parse(body) as { data: StatementRow[] };
    return data.length >= EXPECTED.length ? data : undefined;
  });
}

async function checkClosed(cloud: Cloud, outputs: Outputs, report: Report): Promise<void> {
  for (const path of ['/', '/v1/statements', '/v1/status', '/nothing']) {
    const { status, body } = await cloud.api(outputs, path);
    report.check(`without a key ${path} answers 401`, status === 401, { status, body });
  }
  const { status, body } = await cloud.api(outputs, '/v1/statements', 'a-key-that-was-never-made');
  report.check('with an unknown key the API answers 401', status === 401, { status, body });
}

async function checkRevoked(cloud: Cloud, outputs: Outputs, report: Report): Promise<void> {
  const { TableName } = outputs;
  const created = await cloud.operate(['keys', 'create', 'guest', '--json', '--table', TableName]);
  const { key } = JSON.parse(created) as { key: string };
  const before = await cloud.api(outputs, '/v1/feeds', key);
  await cloud.operate(['keys', 'revoke', 'guest', '--table', TableName]);
  const status = await eventually('401 for a revoked key', 75, async () => {
    const answer = await cloud.api(outputs, '/v1/feeds', key);
    return answer.status === 200 ? undefined : answer.status;
  });
  report.check('a revoked key answers 401 within a minute', before.status === 200 && status === 401, {
    before,
    status,
  });
}

async function checkRedeployed(
  cloud: Cloud,
  context: Record<string, string>,
  { before, key }: { before: StatementRow[]; key: string },
  report: Report,
): Promise<void> {
  report.say('cdk deploy again, with another retention');
  const outputs = await cloud.deploy(context);
  const { status, body } = await cloud.api(outputs, '/v1/statements', key);
  const { data } = JSON.parse(body) as { data: StatementRow[] };
  report.check(
    'deployed again, all statements are there, and the key still opens',
    status === 200 && data.length === before.length,
    body,
  );
}

function isEmptyList({ status, body }: { status: number; body: string }): boolean {
  return status === 200 && (JSON.parse(body) as { data: unknown[] }).data.length === 0;
}

function checkStatements(rows: StatementRow[], report: Report): void {
  report.check('there are three statements, no more', rows.length === EXPECTED.length, rows);
  for (const { name, text, title } of EXPECTED) {
    const row = rows.find(({ speaker }) => speaker?.name === name);
    report.check(`${name} is quoted`, row?.text.includes(text) === true, rows);
    report.check(`${name}'s statement names its article and outlet`, row?.title === title && row.outlet !== '', row);
  }
}

function checkPoliteness({ asked }: FeedServer, report: Report): void {
  const paths = asked.map(({ path }) => path);
  const order = paths.indexOf('/robots.txt') < paths.indexOf('/dredgers') && paths.includes('/robots.txt');
  report.check('the page is asked for once, after its robots.txt', order && count(paths, '/dredgers') === 1, paths);
  const gaps = asked.slice(1).map(({ at }, index) => at - (asked[index]?.at ?? 0));
  report.check('the server had a second between requests', Math.min(...gaps) >= 1000, gaps);
}

const count = (list: string[], word: string): number => list.filter((entry) => entry === word).length;

async function checkRollup(cloud: Cloud, outputs: Outputs, key: string, report: Report): Promise<void> {
  report.say('the hourly rollup is run at once');
  const answer = await cloud.aws(`
lambdas = client('lambda')
name = next(f['FunctionName'] for f in lambdas.list_functions()['Functions'] if 'Rollup' in f['FunctionName'])
answer = lambdas.invoke(FunctionName=name, Payload=b'{}')
print(answer.get('FunctionError', 'done'), answer['Payload'].read().decode())
`);
  report.check('the rollup runs through', answer.startsWith('done'), answer);
  const { status, body } = await cloud.api(outputs, '/v1/speakers?q=calloway', key);
  const { data } = JSON.parse(body) as { data: { name: string; statementCount: number }[] };
  const counted = data.some(({ name, statementCount }) => name === 'Ines Calloway' && statementCount === 1);
  report.check('the speaker is found with one statement counted', status === 200 && counted, { status, body });
}

async function checkNothingFailed(cloud: Cloud, report: Report): Promise<void> {
  const logs = (await cloud.functionLogs(1000))
    .split('\n')
    .filter((line) => !line.includes(POISON))
    .join('\n');
  report.check('the functions logged no error', !/"level":"ERROR"|AccessDenied|not authorized/i.test(logs), logs);
  report.check('a line of ingest names the run that sent its message', /"run":"/.test(logs), logs);
  report.check('the functions logged what they did', /"level":"INFO"/.test(logs), logs);
}
