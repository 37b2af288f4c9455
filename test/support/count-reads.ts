import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';

const READS = /^(?:Get|BatchGet|Query|Scan)/;

interface Consumed {
  CapacityUnits?: number;
}

/** Sums the read units that the table returns from now on. */
export function countReads(client: DynamoDBDocumentClient): () => number {
  let units = 0;
  client.middlewareStack.add(
    (next, context) => async (args) => {
      if (!READS.test(String((context as { commandName?: string }).commandName))) return next(args);
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const answer = await next(args);
      const { ConsumedCapacity } = answer.output as { ConsumedCapacity?: Consumed | Consumed[] };
      for (const { CapacityUnits = 0 } of [ConsumedCapacity ?? []].flat()) units += CapacityUnits;
      return answer;
    },
    { step: 'initialize', name: 'countReads' },
  );
  return () => units;
}
