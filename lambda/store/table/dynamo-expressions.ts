import type { Change, Condition, TableQuery } from './port.ts';
import { keyAttributes } from './table-schema.ts';

/** Collects the names and values of one request; names are always escaped, for many are reserved words. */
export class ExpressionBuilder {
  readonly #names = new Map<string, string>();
  readonly #values: Record<string, unknown> = {};

  /** The placeholder of an attribute's name. */
  name(attribute: string): string {
    const known = this.#names.get(attribute);
    if (known !== undefined) return known;
    const placeholder = `#n${this.#names.size}`;
    this.#names.set(attribute, placeholder);
    return placeholder;
  }

  /** The placeholder of a value. */
  value(value: unknown): string {
    const placeholder = `:v${Object.keys(this.#values).length}`;
    this.#values[placeholder] = value;
    return placeholder;
  }

  /** Names and values as the SDK takes them, each left out where there are none: DynamoDB refuses empty ones. */
  attributes(): {
    ExpressionAttributeNames?: Record<string, string>;
    ExpressionAttributeValues?: Record<string, unknown>;
  } {
    const names = [...this.#names].map(([attribute, placeholder]) => [placeholder, attribute]);
    return {
      ...(names.length > 0 ? { ExpressionAttributeNames: Object.fromEntries(names) } : {}),
      ...(Object.keys(this.#values).length > 0 ? { ExpressionAttributeValues: this.#values } : {}),
    };
  }
}

/** The condition as a ConditionExpression or FilterExpression. */
export function conditionExpression(condition: Condition, builder: ExpressionBuilder): string {
  if ('exists' in condition) {
    return `attribute_${condition.exists ? 'exists' : 'not_exists'}(${builder.name('pk')})`;
  }
  if ('lacks' in condition) return `attribute_not_exists(${builder.name(condition.lacks)})`;
  if ('equals' in condition) {
    const [attribute, value] = condition.equals;
    return `${builder.name(attribute)} = ${builder.value(value)}`;
  }
  if ('atMost' in condition) {
    const [attribute, value] = condition.atMost;
    return `${builder.name(attribute)} <= ${builder.value(value)}`;
  }
  const [parts, word] = 'allOf' in condition ? [condition.allOf, ' AND '] : [condition.anyOf, ' OR '];
  return `(${parts.map((part) => conditionExpression(part, builder)).join(word)})`;
}

/** The change as an UpdateExpression; empty where nothing changes. */
export function updateExpression({ set = {}, remove = [], add = {} }: Change, builder: ExpressionBuilder): string {
  const values = Object.entries(set).filter(([, value]) => value !== undefined);
  const sections: [string, string[]][] = [
    ['SET', values.map(([name, value]) => `${builder.name(name)} = ${builder.value(value)}`)],
    ['REMOVE', remove.map((name) => builder.name(name))],
    ['ADD', Object.entries(add).map(([name, value]) => `${builder.name(name)} ${builder.value(value)}`)],
  ];
  return sections.flatMap(([word, parts]) => (parts.length > 0 ? [`${word} ${parts.join(', ')}`] : [])).join(' ');
}

/** The range of a query as a KeyConditionExpression. */
export function keyExpression(
  { index, partition, low, high, beginsWith }: TableQuery,
  builder: ExpressionBuilder,
): string {
  const names = keyAttributes(index);
  const isPartition = `${builder.name(names.partition)} = ${builder.value(partition)}`;
  if (beginsWith === undefined && low === undefined && high === undefined) return isPartition;
  const sort = builder.name(names.sort);
  if (beginsWith !== undefined) return `${isPartition} AND begins_with(${sort}, ${builder.value(beginsWith)})`;
  if (low === undefined) return `${isPartition} AND ${sort} <= ${builder.value(high)}`;
  if (high === undefined) return `${isPartition} AND ${sort} >= ${builder.value(low)}`;
  return `${isPartition} AND ${sort} BETWEEN ${builder.value(low)} AND ${builder.value(high)}`;
}

/** Which attributes to answer; nothing where all of them are wanted. */
export function projection(fields: readonly string[] | undefined, builder: ExpressionBuilder) {
  return fields ? { ProjectionExpression: fields.map((field) => builder.name(field)).join(', ') } : {};
}
