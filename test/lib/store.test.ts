import { describe, expect, it } from 'vitest';
import { tableDefinition } from '../../lambda/store/table/table-schema.ts';
import { tableKindFor } from '../../lib/table-class.ts';
import { resource, synthesise } from './synth.ts';

const TABLE = 'AWS::DynamoDB::GlobalTable';
describe('the table', () => {
  const [, table] = resource(synthesise(), TABLE);
  const { Properties } = table;

  it('has the keys and indexes that the records use', () => {
    const definition = tableDefinition('any');
    expect(Properties.KeySchema).toEqual(definition.KeySchema);
    expect(Properties.AttributeDefinitions).toEqual(definition.AttributeDefinitions);
    expect(Properties.GlobalSecondaryIndexes).toEqual(definition.GlobalSecondaryIndexes);
    expect(definition.GlobalSecondaryIndexes).toHaveLength(3);
    expect(Properties.BillingMode).toBe(definition.BillingMode);
  });

  it('is encrypted, restorable, and forgets by itself', () => {
    expect(Properties.SSESpecification).toEqual({ SSEEnabled: true, SSEType: 'KMS' });
    expect(Properties.Replicas[0].PointInTimeRecoverySpecification).toEqual({ PointInTimeRecoveryEnabled: true });
    expect(Properties.TimeToLiveSpecification).toEqual({ AttributeName: 'ttl', Enabled: true });
  });

  it('is of the class that is cheaper for how long items are kept', () => {
    const classFor = (retentionDays: number) =>
      resource(synthesise({ retentionDays }), TABLE)[1].Properties.Replicas[0].TableClass;
    expect([69, 70].map(classFor)).toEqual(['STANDARD', 'STANDARD_INFREQUENT_ACCESS']);
    expect([1, 60, 69, 70, 90, 365].map(tableKindFor)).toEqual([
      ...['standard', 'standard', 'standard'],
      ...['infrequentAccess', 'infrequentAccess', 'infrequentAccess'],
    ]);
  });

  it('is kept when the stack of prod is deleted, and only then', () => {
    const [, kept] = resource(synthesise({ stage: 'prod' }), TABLE);
    expect(kept.DeletionPolicy).toBe('Retain');
    expect(kept.Properties.Replicas[0].DeletionProtectionEnabled).toBe(true);
    expect(table.DeletionPolicy).toBe('Delete');
    expect(Properties.Replicas[0].DeletionProtectionEnabled).toBe(false);
  });
});
