import { QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Attributes } from './codec.ts';
import { attempt, type Expression, type TableContext } from './table.ts';
import { type IndexName, keyAttributes } from './table-schema.ts';

/** A stretch of one partition, both ends inclusive. */
export interface PartitionQuery {
  index: IndexName | null;
  partition: string;
  low?: string | undefined;
  high?: string | undefined;
  beginsWith?: string | undefined;
  descending?: boolean | undefined;
  consistent?: boolean | undefined;
  fields?: readonly string[] | undefined;
  /** Records of the first page; later ones are larger. */
  pageSize?: number | undefined;
}

const LARGEST_PAGE = 400;

/** The records of a stretch of a partition in the order of their sort keys, page by page as they are asked for. */
export async function* queryRecords(context: TableContext, query: PartitionQuery): AsyncGenerator<Attributes> {
  if (query.low !== undefined && query.high !== undefined && query.low > query.high) return;
  let start: Record<string, unknown> | undefined;
  let limit = query.pageSize;
  do {
    const command = new QueryCommand({
      TableName: context.table,
      ...(query.index ? { IndexName: query.index } : {}),
      ...rangeInput(query),
      ScanIndexForward: !query.descending,
      ...(query.consistent ? { ConsistentRead: true } : {}),
      ...(limit ? { Limit: limit } : {}),
      ...(start ? { ExclusiveStartKey: start } : {}),
    });
    const page = await attempt(context, `query ${query.partition}`, () => context.client.send(command));
    yield* page.Items ?? [];
    start = page.LastEvaluatedKey;
    limit = limit && Math.min(limit * 2, LARGEST_PAGE);
  } while (start);
}

/** All records of the table that the filter lets through. */
export async function* scanRecords(
  context: TableContext,
  filter: Expression,
  fields: readonly string[],
): AsyncGenerator<Attributes> {
  let start: Record<string, unknown> | undefined;
  do {
    const projection = projectionInput(fields);
    const command = new ScanCommand({
      TableName: context.table,
      FilterExpression: filter.expression,
      ExpressionAttributeNames: { ...filter.names, ...projection.ExpressionAttributeNames },
      ExpressionAttributeValues: filter.values,
      ProjectionExpression: projection.ProjectionExpression,
      ...(start ? { ExclusiveStartKey: start } : {}),
    });
    const page = await attempt(context, 'scan', () => context.client.send(command));
    yield* page.Items ?? [];
    start = page.LastEvaluatedKey;
  } while (start);
}

/** Which attributes to bring, as the SDK takes it; names are always escaped, for many are reserved words. */
export function projectionInput(fields: readonly string[]) {
  return {
    ProjectionExpression: fields.map((field) => `#${field}`).join(', '),
    ExpressionAttributeNames: Object.fromEntries(fields.map((field) => [`#${field}`, field])),
  };
}

function rangeInput(query: PartitionQuery) {
  const names = keyAttributes(query.index);
  const { low, high, beginsWith, fields } = query;
  let range = '';
  if (beginsWith !== undefined) range = ' AND begins_with(#range, :prefix)';
  else if (low !== undefined && high !== undefined) range = ' AND #range BETWEEN :low AND :high';
  else if (low !== undefined) range = ' AND #range >= :low';
  else if (high !== undefined) range = ' AND #range <= :high';
  const projection = fields ? projectionInput(fields) : null;
  return {
    KeyConditionExpression: `#partition = :partition${range}`,
    ...(projection ? { ProjectionExpression: projection.ProjectionExpression } : {}),
    ExpressionAttributeNames: {
      '#partition': names.partition,
      ...(range ? { '#range': names.sort } : {}),
      ...projection?.ExpressionAttributeNames,
    },
    ExpressionAttributeValues: {
      ':partition': query.partition,
      ...(beginsWith !== undefined
        ? { ':prefix': beginsWith }
        : { ...(low === undefined ? {} : { ':low': low }), ...(high === undefined ? {} : { ':high': high }) }),
    },
  };
}
