import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { DatelineError, StoreError } from '../model/errors.ts';
import type { Clock } from '../model/ports.ts';
import type { Attributes } from './codec.ts';
import type { Key } from './keys.ts';
import type { ReadOptions } from './store.ts';

/** What every repository works with. */
export interface TableContext {
  client: DynamoDBDocumentClient;
  table: string;
  clock: Clock;
  /** Packs articles as small as it can, for some milliseconds of processor time each. */
  isDense?: boolean;
  /** Waits that many milliseconds before what the table left undone is sent again. */
  delay: (milliseconds: number) => Promise<void>;
}

/** A condition or change in DynamoDB's expression language, with its names (`#n`) and values (`:v`). */
export interface Expression {
  expression: string;
  names?: Record<string, string>;
  values?: Record<string, unknown>;
}

/**
 * Runs one command; a failed condition is thrown as it is, all else as StoreError: `invalid-record` where the table can never
 * take what it was given (too long a key or record), else `unavailable`.
 */
export async function attempt<T>(context: TableContext, what: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException || error instanceof DatelineError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const code = error instanceof Error && error.name === 'ValidationException' ? 'invalid-record' : 'unavailable';
    throw new StoreError(code, `the table ${context.table} refused to ${what}: ${reason}`, error);
  }
}

/** The record with that key, or `null`; reads what was last written, unless less than that is enough. */
export async function getRecord(
  context: TableContext,
  key: Key,
  { consistent = true }: ReadOptions = {},
): Promise<Attributes | null> {
  const { pk, sk } = key;
  const command = new GetCommand({ TableName: context.table, Key: { pk, sk }, ConsistentRead: consistent });
  const answer = await attempt(context, `read ${pk} / ${sk}`, () => context.client.send(command));
  return answer.Item ?? null;
}

/** Puts the record; false where the condition does not hold. */
export function putRecord(context: TableContext, record: Attributes & Key, condition?: Expression): Promise<boolean> {
  const command = new PutCommand({ TableName: context.table, Item: record, ...conditionInput(condition) });
  return conditionally(context, `write ${record.pk} / ${record.sk}`, () => context.client.send(command));
}

/** Changes some attributes of the record; false where the condition does not hold. */
export function updateRecord(
  context: TableContext,
  { pk, sk }: Key,
  change: Expression,
  condition: Expression,
): Promise<boolean> {
  const command = new UpdateCommand({
    TableName: context.table,
    Key: { pk, sk },
    UpdateExpression: change.expression,
    ConditionExpression: condition.expression,
    ...attributesInput({
      names: { ...change.names, ...condition.names },
      values: { ...change.values, ...condition.values },
    }),
  });
  return conditionally(context, `change ${pk} / ${sk}`, () => context.client.send(command));
}

const IS_THERE: Expression = { expression: 'attribute_exists(#pk)', names: { '#pk': 'pk' } };

/** Deletes the record; false where the condition does not hold, by itself where there was none. */
export function deleteRecord(context: TableContext, { pk, sk }: Key, condition = IS_THERE): Promise<boolean> {
  const command = new DeleteCommand({ TableName: context.table, Key: { pk, sk }, ...conditionInput(condition) });
  return conditionally(context, `delete ${pk} / ${sk}`, () => context.client.send(command));
}

function conditionInput(condition: Expression | undefined) {
  return condition ? { ConditionExpression: condition.expression, ...attributesInput(condition) } : {};
}

/** Names and values, each left out where there are none: the table refuses empty ones. */
function attributesInput({ names, values }: Omit<Expression, 'expression'>) {
  return {
    ...(names && Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ...(values && Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
}

async function conditionally(context: TableContext, what: string, run: () => Promise<unknown>): Promise<boolean> {
  try {
    await attempt(context, what, run);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
}
