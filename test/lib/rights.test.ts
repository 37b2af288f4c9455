import { describe, expect, it } from 'vitest';
import { ROLE_TABLE } from './role-table.ts';
import { resources, synthesise } from './synth.ts';

interface Statement {
  Effect: string;
  Action: string | string[];
  Resource: unknown;
  Condition?: unknown;
  Principal?: unknown;
}

const template = synthesise();
const list = <T>(value: T | T[]): T[] => (Array.isArray(value) ? value : [value]);
const withoutHash = (id: string): string => id.replace(/[0-9A-F]{8}$/, '');

/** `StoreTable/index/gsi1` for what CloudFormation joins of the table's ARN. */
function place(value: unknown): string {
  if (typeof value === 'string') return value;
  const { Ref, 'Fn::GetAtt': attribute, 'Fn::Join': joined } = value as Record<string, never>;
  if (Ref) return withoutHash(Ref);
  if (attribute) return withoutHash(attribute[0]);
  const [separator, parts] = joined as unknown as [string, unknown[]];
  return parts.map(place).join(separator);
}

const line = ({ Effect, Action, Resource, Condition }: Statement): string =>
  [
    Effect === 'Allow' ? '' : `${Effect} `,
    [...list(Action)].sort().join(', '),
    ` on ${list(Resource).map(place).join(', ')}`,
    Condition ? ` if ${JSON.stringify(Condition)}` : '',
  ].join('');

const policies = resources(template, 'AWS::IAM::Policy');
const statements = policies.flatMap(([, { Properties }]) => Properties.PolicyDocument.Statement as Statement[]);

describe('rights', () => {
  it('are those of the reviewed table, for every role, statement by statement', () => {
    const found: Record<string, string[]> = {};
    for (const [id] of resources(template, 'AWS::IAM::Role')) found[withoutHash(id)] = [];
    for (const [, { Properties }] of policies) {
      for (const role of Properties.Roles) found[place(role)]?.push(...Properties.PolicyDocument.Statement.map(line));
    }
    expect(found).toEqual(ROLE_TABLE);
  });

  it('have no wildcard, not in an action and not in a resource', () => {
    expect(statements.length).toBeGreaterThan(12);
    const named = statements.map(({ Action, Resource }) => ({ Action, Resource }));
    expect(JSON.stringify(named)).not.toContain('*');
  });

  it('come from no policy that AWS manages, nor one inside a role', () => {
    for (const [, { Properties }] of resources(template, 'AWS::IAM::Role')) {
      expect(Properties.ManagedPolicyArns).toBeUndefined();
      expect(Properties.Policies).toBeUndefined();
    }
    expect(resources(template, 'AWS::IAM::ManagedPolicy')).toEqual([]);
  });

  it('are given to services of AWS only, the scheduler only for this account', () => {
    for (const [id, { Properties }] of resources(template, 'AWS::IAM::Role')) {
      const [trust, ...others] = Properties.AssumeRolePolicyDocument.Statement;
      expect(others).toEqual([]);
      const isSchedule = /ScheduleRole/.test(id);
      expect(trust.Principal.Service).toBe(isSchedule ? 'scheduler.amazonaws.com' : 'lambda.amazonaws.com');
      if (isSchedule) expect(trust.Condition.StringEquals).toHaveProperty(['aws:SourceAccount']);
    }
  });

  it('let the API alone call the query function from outside', () => {
    const [[, permission] = [], ...others] = resources(template, 'AWS::Lambda::Permission');
    expect(others).toEqual([]);
    expect(permission?.Properties.Principal).toBe('apigateway.amazonaws.com');
    expect(place(permission?.Properties.SourceArn)).toMatch(/:QueryApi\/\*\/\*$/);
  });
});

describe('queues and the topic of alarms', () => {
  const policiesOf = (type: string) => resources(template, type).map(([, { Properties }]) => Properties);

  it('are reached over TLS only', () => {
    const all = [...policiesOf('AWS::SQS::QueuePolicy'), ...policiesOf('AWS::SNS::TopicPolicy')];
    expect(all).toHaveLength(4);
    for (const { PolicyDocument } of all) {
      expect(PolicyDocument.Statement).toContainEqual(
        expect.objectContaining({ Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
      );
    }
  });

  it('are open to nobody else, but that alarms of this account may publish', () => {
    const allowed = [...policiesOf('AWS::SQS::QueuePolicy'), ...policiesOf('AWS::SNS::TopicPolicy')].flatMap(
      ({ PolicyDocument }) => (PolicyDocument.Statement as Statement[]).filter(({ Effect }) => Effect === 'Allow'),
    );
    expect(allowed).toEqual([
      expect.objectContaining({
        Action: 'sns:Publish',
        Principal: { Service: 'cloudwatch.amazonaws.com' },
        Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
      }),
    ]);
  });
});
