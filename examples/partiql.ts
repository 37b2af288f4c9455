// Prints what a speaker said, by PartiQL on the table, without Dateline's own code.
// node --import tsx examples/partiql.ts TABLE ada-brook 2026-11-01
import { DynamoDBClient, ExecuteStatementCommand, type ExecuteStatementCommandOutput } from '@aws-sdk/client-dynamodb';

const [table, speaker, since = '2020-01-01'] = process.argv.slice(2);
if (!table || !speaker) throw new Error('give the name of a table and the id of a speaker');
const client = new DynamoDBClient({});

type Row = Record<string, { S?: string }>;

async function select(Statement: string, ...values: string[]): Promise<Row[]> {
  const rows: Row[] = [];
  let NextToken: string | undefined;
  do {
    const Parameters = values.map((S) => ({ S }));
    const page: ExecuteStatementCommandOutput = await client.send(
      new ExecuteStatementCommand({ Statement, Parameters, ...(NextToken && { NextToken }) }),
    );
    rows.push(...((page.Items ?? []) as Row[]));
    NextToken = page.NextToken;
  } while (NextToken);
  return rows;
}

const statements = await select(
  `SELECT itemId, edition, "text", saidAt, url FROM "${table}"."gsi1" WHERE gsi1pk = ? AND gsi1sk >= ?`,
  `SPEAKER#${speaker}`,
  since,
);
for (const { itemId, edition, text, saidAt, url } of statements) {
  // Statement rows are written before their item: a row of another edition is replaced, or not committed yet.
  const [item] = await select(`SELECT edition FROM "${table}" WHERE pk = ? AND sk = 'META'`, `ITEM#${itemId?.S}`);
  if (item?.edition?.S === edition?.S) console.log(`${saidAt?.S}  ${text?.S}  ${url?.S ?? ''}`);
}
