import {
  BatchGetCommand,
  BatchWriteCommand,
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { Engine } from './engine/engine.ts';
import { RequestRefused } from './engine/refusals.ts';

/** A client that hands commands to an engine in this process: nothing is signed, sent or made into JSON. */
export function directClient(engine: Engine): DynamoDBDocumentClient {
  const run = async (command: unknown): Promise<unknown> => {
    if (command instanceof GetCommand) return engine.get(command.input);
    if (command instanceof PutCommand) return engine.put(command.input);
    if (command instanceof QueryCommand) return engine.query(command.input);
    if (command instanceof BatchGetCommand) return engine.batchGet(command.input);
    if (command instanceof BatchWriteCommand) return engine.batchWrite(command.input);
    if (command instanceof UpdateCommand) return engine.update(command.input);
    if (command instanceof DeleteCommand) return engine.delete(command.input);
    if (command instanceof ScanCommand) return engine.scan(command.input);
    throw new RequestRefused('this command is not known here');
  };
  const client = { send: run, destroy: () => undefined };
  return client as unknown as DynamoDBDocumentClient;
}
