import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { collect } from '../../lambda/store/collect.ts';
import type { Attributes, Key } from '../../lambda/store/table/port.ts';
import { openTableFile } from '../../local/sqlite/open-table-file.ts';
import type { Report } from '../deploy/report.ts';
import type { MotoTable } from '../support/moto-table.ts';
import { quietLog } from '../support/quiet-log.ts';

/** What readers without our code see by a Scan, as docs/data-format.md shows it. (Moto's PartiQL takes neither quoted names nor an order.) */
export async function tryScan({ client, name, table }: MotoTable, folder: string, report: Report): Promise<void> {
  const records = await collect(table.scan());
  const current = new Map(records.filter(isItem).map((item) => [item.id, item.edition]));
  const statements = records.filter(({ sk, itemId, edition }) => {
    return String(sk).startsWith('STMT#') && current.get(itemId) === edition;
  });

  const rows: Attributes[] = [];
  for (let ExclusiveStartKey: Attributes | undefined; ; ) {
    const page = await client.send(
      new ScanCommand({ TableName: name, ...(ExclusiveStartKey && { ExclusiveStartKey }) }),
    );
    rows.push(...(page.Items ?? []));
    ExclusiveStartKey = page.LastEvaluatedKey;
    if (!ExclusiveStartKey) break;
  }
  const file = openTableFile({ folder, log: quietLog() });
  await file.table.batchWrite(rows as (Attributes & Key)[]);
  const view = file.database.all('SELECT id FROM statements ORDER BY 1').flat();
  const scanned = statements.filter(isNoCopy(records)).map(({ id }) => String(id));
  report.check(
    `a Scan and a comparison of editions have the ${view.length} rows of the view of statements`,
    view.length > 0 && view.join() === scanned.sort().join(),
    [view.length, scanned.length],
  );
  file.close();
}

const isItem = ({ pk, sk }: Attributes): boolean => String(pk).startsWith('ITEM#') && sk === 'META';

function isNoCopy(records: Attributes[]): (statement: Attributes) => boolean {
  const copies = new Set(records.filter((one) => isItem(one) && one.duplicateOf !== null).map(({ id }) => id));
  return ({ itemId }) => !copies.has(itemId);
}
