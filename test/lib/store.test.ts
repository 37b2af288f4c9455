import { describe, expect, it } from 'vitest';
import { INDEX_NAMES } from '../../lambda/model/names.ts';
import { resource, synthesise } from './synth.ts';

const TABLE = 'AWS::DynamoDB::GlobalTable';
const keys = (prefix: string) => [
  { AttributeName: `${prefix}pk`, KeyType: 'HASH' },
  { AttributeName: `${prefix}sk`, KeyType: 'RANGE' },
];

describe('the table', () => {
  const [, table] = resource(synthesise(), TABLE);
  const { Properties } = table;

  it('has the keys and indexes that the records use', () => {
    expect(Properties.KeySchema).toEqual(keys(''));
    expect(Properties.GlobalSecondaryIndexes).toEqual(
      INDEX_NAMES.map((name) => ({
        IndexName: name,
        KeySchema: keys(name),
        Projection: { ProjectionType: 'ALL' },
      })),
    );
    for (const { AttributeType } of Properties.AttributeDefinitions) expect(AttributeType).toBe('S');
    expect(Properties.AttributeDefinitions).toHaveLength(2 + 2 * INDEX_NAMES.length);
  });

  it('is paid by request, encrypted, restorable, and forgets by itself', () => {
    expect(Properties.BillingMode).toBe('PAY_PER_REQUEST');
    expect(Properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
    expect(Properties.Replicas[0].PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
    expect(Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'ttl', Enabled: true });
  });

  it('is kept when the stack of prod is deleted, and only then', () => {
    const [, kept] = resource(synthesise({ stage: 'prod' }), TABLE);
    expect(kept.DeletionPolicy).toBe('Retain');
    expect(kept.Properties.Replicas[0].DeletionProtectionEnabled).toBe(true);
    expect(table.DeletionPolicy).toBe('Delete');
    expect(Properties.Replicas[0].DeletionProtectionEnabled).toBe(false);
  });
});
