import type { Cloud, Outputs } from './cloud.ts';
import { eventually } from './eventually.ts';
import type { FeedServer } from './feed-server.ts';
import type { Report } from './report.ts';

const TIMES = 3;
/** A due time that every feed has left behind. */
const LONG_AGO = '2020-01-01T00:00:00.000Z';

interface ListedFeed {
  id: string;
  url: string;
  state: { nextPollAt: string };
}

/** Delivers a feed's message several times, with older ones before and behind: its server is asked once, and no statement is stored again. */
export async function checkDuplicates(
  cloud: Cloud,
  outputs: Outputs,
  { feed, key }: { feed: FeedServer; key: string },
  report: Report,
): Promise<void> {
  report.say('a message is delivered several times, and out of its order');
  const { TableName, QueueUrl } = outputs;
  const find = async (): Promise<ListedFeed> => {
    const listed = await cloud.operate(['feeds', 'list', '--limit', '0', '--json', '--table', TableName]);
    const found = (JSON.parse(listed) as ListedFeed[]).find(({ url }) => url === feed.url);
    if (!found) throw new Error(`${feed.url} is not subscribed any more`);
    return found;
  };
  const statements = async (): Promise<string> => (await cloud.api(outputs, '/v1/statements', key)).body;
  const requests = (): number => feed.asked.filter(({ path }) => path === '/feed.xml').length;

  const [before, { id, state }] = [await statements(), await find()];
  const asked = requests();
  const dueTimes = [LONG_AGO, ...Array.from({ length: TIMES }, () => state.nextPollAt), LONG_AGO];
  const host = new URL(feed.url).hostname;
  const bodies = dueTimes.map((nextPollAt) =>
    JSON.stringify({ messages: [{ kind: 'feed', feedId: id, nextPollAt, host }] }),
  );
  await cloud.aws(`
sqs = client('sqs')
for number, body in enumerate(${JSON.stringify(bodies)}):
    sqs.send_message(QueueUrl=${JSON.stringify(QueueUrl)}, MessageBody=body, MessageGroupId=${JSON.stringify(host)},
        MessageDeduplicationId='again-%d' % number)
`);
  // All but one of them: that one is worked on.
  const dropped = await eventually('a line of each message', 120, async () => {
    const lines = (await cloud.functionLogs(1000)).split('\n');
    const own = lines.filter((line) => line.includes(`"feedId":"${id}"`) && line.includes('"result":"dropped"'));
    return own.length >= dueTimes.length - 1 ? own.length : undefined;
  });
  report.check('all others are dropped', dropped === dueTimes.length - 1, dropped);
  report.check(`a message that came ${TIMES} times, and old ones: the server is asked once`, requests() === asked + 1, {
    before: asked,
    after: requests(),
  });
  report.check('the feed is due at another time', (await find()).state.nextPollAt !== state.nextPollAt);
  const after = await statements();
  report.check('and no statement is there twice, or changed', after === before, { before, after });
}
