import type { Cloud, Outputs } from './cloud.ts';
import type { Report } from './report.ts';

const RESTORED = 'restored-records';
const ADOPTING = 'adopting';

/** Restores the table to now under another name, and lets a second stack adopt it: all is there, the key opens, and the table outlives that stack. */
export async function checkAdoption(
  cloud: Cloud,
  outputs: Outputs,
  { context, key }: { context: Record<string, string>; key: string },
  report: Report,
): Promise<void> {
  report.say('the table is restored to this moment under another name, and adopted by a second stack');
  await cloud.aws(`
dynamodb = client('dynamodb')
dynamodb.restore_table_to_point_in_time(SourceTableName=${JSON.stringify(outputs.TableName)}, TargetTableName='${RESTORED}', UseLatestRestorableTime=True)
dynamodb.get_waiter('table_exists').wait(TableName='${RESTORED}')
dynamodb.update_time_to_live(TableName='${RESTORED}', TimeToLiveSpecification={'Enabled': True, 'AttributeName': 'ttl'})
`);
  const adopted = await cloud.deploy({ ...context, table: RESTORED }, ADOPTING);
  report.check('the second stack answers the table that it adopted', adopted.TableName === RESTORED, adopted);
  const [before, after] = [
    await cloud.api(outputs, '/v1/statements', key),
    await cloud.api(adopted, '/v1/statements', key),
  ];
  const isSame = after.status === 200 && idsOf(after.body).length > 0 && idsOf(after.body) === idsOf(before.body);
  report.check('its API has the same statements, and the key of before opens it', isSame, after);
  const healthy = await cloud.operate(['doctor', '--table', RESTORED]).then(
    () => true,
    (error: Error) => error.message,
  );
  report.check('doctor finds the restored table well', healthy === true, healthy);
  await cloud.destroy(ADOPTING);
  const left = await cloud.aws(
    `print(client('dynamodb').describe_table(TableName='${RESTORED}')['Table']['TableStatus'])`,
  );
  report.check('the table is still there when the stack that adopted it is deleted', left.trim() === 'ACTIVE', left);
}

const idsOf = (body: string): string => {
  const { data } = JSON.parse(body) as { data: { id: string }[] };
  return data.map(({ id }) => id).join(' ');
};

/** Deploys the example app, which has the construct from a package made by npm pack. */
export async function checkExample(cloud: Cloud, report: Report): Promise<void> {
  report.say('examples/cdk is deployed, with the construct of the npm package');
  const outputs = await cloud.deployExample();
  const { status } = await cloud.api(outputs, '/v1/statements');
  report.check('the API of the example app asks for a key', status === 401, { outputs, status });
  const listed = await cloud.operate(['feeds', 'list', '--json', '--table', outputs.TableName]);
  report.check('the command line reads its table', listed.trim().startsWith('['), listed);
}
