import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';

/** What DynamoDB calls `ValidationException`: a request that it can never take. */
export class RequestRefused extends Error {
  override readonly name = 'ValidationException';
}

/** The error of a write whose condition does not hold, as the SDK's client throws it. */
export function conditionFailed(): ConditionalCheckFailedException {
  return new ConditionalCheckFailedException({ message: 'The conditional request failed', $metadata: {} });
}
