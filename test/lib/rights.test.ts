import { describe, expect, it } from 'vitest';
import { resources, synthesise } from './synth.ts';

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
}

const template = synthesise();
const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);

/** What the role of each function may do. */
const statementsOf = (words: RegExp): Statement[] =>
  resources(template, 'AWS::IAM::Policy')
    .filter(([id]) => words.test(id))
    .flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Statement[]);
const actionsOf = (words: RegExp): string[] => statementsOf(words).flatMap(({ Action }) => list(Action));

describe('rights', () => {
  it('name their actions and resources', () => {
    const all = statementsOf(/./);
    expect(all.length).toBeGreaterThan(8);
    for (const { Effect, Action, Resource } of all) {
      expect(Effect).toBe('Allow');
      for (const action of list(Action)) expect(action).not.toContain('*');
      for (const place of list(Resource)) expect(place).not.toBe('*');
    }
  });

  it('have a wildcard only where the scheduler may start any version of its one function', () => {
    const wild = statementsOf(/./).filter(({ Resource }) => JSON.stringify(Resource).includes('*'));
    expect(wild).toHaveLength(2);
    for (const { Action } of wild) expect(Action).toBe('lambda:InvokeFunction');
  });

  it('come from no policy that AWS manages', () => {
    for (const [, { Properties }] of resources(template, 'AWS::IAM::Role')) {
      expect(Properties.ManagedPolicyArns).toBeUndefined();
    }
  });

  it.each([
    ['dispatch', /^IngestDispatchRole/],
    ['query', /^QueryApiQueryRole/],
  ])('let %s write nothing into the table', (_name, role) => {
    const actions = actionsOf(role).filter((action) => action.startsWith('dynamodb:'));
    expect(actions.length).toBeGreaterThan(0);
    for (const action of actions) expect(action).toMatch(/^dynamodb:(GetItem|BatchGetItem|Query)$/);
  });

  it('let only dispatch send, and only ingest receive', () => {
    const queue = (role: RegExp) => actionsOf(role).filter((action) => action.startsWith('sqs:'));
    expect(queue(/^IngestDispatchRole/)).toEqual(['sqs:SendMessage']);
    expect(queue(/^IngestRole/)).toContain('sqs:ReceiveMessage');
    expect(queue(/^IngestRole/)).not.toContain('sqs:SendMessage');
    expect(queue(/^(Rollup|QueryApi)/)).toEqual([]);
  });

  it('let only ingest call the reader of pages, which itself may do nothing but write its log', () => {
    const calls = statementsOf(/^IngestRole/).filter(({ Action }) => Action === 'lambda:InvokeFunction');
    expect(calls).toHaveLength(1);
    expect(JSON.stringify(calls[0]?.Resource)).toContain('IngestPages');
    expect(actionsOf(/^IngestPagesRole/).sort()).toEqual(['logs:CreateLogStream', 'logs:PutLogEvents']);
  });

  it('let no function list or delete tables, or read all of one', () => {
    for (const action of actionsOf(/./)) expect(action).not.toMatch(/Scan|Table|PartiQL/);
  });
});
