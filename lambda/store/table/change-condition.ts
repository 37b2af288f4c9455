import type { Change, Condition } from './port.ts';

/** That there is such a record. */
export const EXISTS: Condition = { exists: true };

/** The condition of an update: a change that sets and adds nothing makes no record, which DynamoDB leaves open. */
export function changeCondition({ set = {}, add = {} }: Change, condition?: Condition): Condition | undefined {
  if ([...Object.values(set), ...Object.values(add)].some((value) => value !== undefined)) return condition;
  return condition ? { allOf: [EXISTS, condition] } : EXISTS;
}
