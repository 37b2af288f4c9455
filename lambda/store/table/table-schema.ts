import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { INDEX_NAMES, KEY_ATTRIBUTES } from '../../model/names.ts';
import type { IndexName } from './port.ts';

const { partition, sort } = KEY_ATTRIBUTES;

/** Names of the key attributes of the table (`null`) or of one of its indexes. */
export function keyAttributes(index: IndexName | null): { partition: string; sort: string } {
  const prefix = index ?? '';
  return { partition: `${prefix}${partition}`, sort: `${prefix}${sort}` };
}

/** The table as CreateTable takes it: on demand, with three sparse indexes that carry all attributes. */
export function tableDefinition(name: string): CreateTableCommandInput {
  const owners = [null, ...INDEX_NAMES].map(keyAttributes);
  return {
    TableName: name,
    BillingMode: 'PAY_PER_REQUEST',
    AttributeDefinitions: owners.flatMap((owner) => [
      { AttributeName: owner.partition, AttributeType: 'S' as const },
      { AttributeName: owner.sort, AttributeType: 'S' as const },
    ]),
    KeySchema: keySchema(null),
    GlobalSecondaryIndexes: INDEX_NAMES.map((index) => ({
      IndexName: index,
      KeySchema: keySchema(index),
      Projection: { ProjectionType: 'ALL' as const },
    })),
  };
}

function keySchema(index: IndexName | null) {
  const names = keyAttributes(index);
  return [
    { AttributeName: names.partition, KeyType: 'HASH' as const },
    { AttributeName: names.sort, KeyType: 'RANGE' as const },
  ];
}
