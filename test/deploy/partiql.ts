import type { Cloud, Outputs } from './cloud.ts';
import type { Report } from './report.ts';

/** What an operator without our code asks in PartiQL, as docs/data-format.md shows it. */
export async function checkPartiql(cloud: Cloud, { TableName }: Outputs, report: Report): Promise<void> {
  const ask = async (statement: string): Promise<string> =>
    cloud.aws(`print(client('dynamodb').execute_statement(Statement=${JSON.stringify(statement)})['Items'])`);
  const said = await ask(
    `SELECT itemId, edition, "text", saidAt, url FROM "${TableName}"."gsi1" WHERE gsi1pk = 'SPEAKER#ines-calloway' AND gsi1sk >= '2020-01-01' ORDER BY gsi1sk DESC`,
  );
  report.check('PartiQL on gsi1 lists the statements of a speaker', said.includes('every cable twice'), said);
  const printed = await cloud.example('partiql.ts', [TableName, 'ines-calloway']);
  report.check('examples/partiql.ts prints them', printed.includes('every cable twice'), printed);
  const counted = await ask(
    `SELECT sk, statements, items, roles FROM "${TableName}" WHERE pk = 'COUNT#SPEAKER#ines-calloway' AND sk >= '2020-01-01'`,
  );
  report.check('and how often the speaker was quoted each day', /'statements': {'N': '1'}/.test(counted), counted);
}
