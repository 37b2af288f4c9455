import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  ProjectionType,
  TableClass,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { INDEX_NAMES, KEY_ATTRIBUTES, TTL_ATTRIBUTE } from '../lambda/model/names.ts';
import { type TableKind, tableKindFor } from './table-class.ts';

const CLASSES: Record<TableKind, TableClass> = {
  standard: TableClass.STANDARD,
  infrequentAccess: TableClass.STANDARD_INFREQUENT_ACCESS,
};

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** The one table: on demand, encrypted, restorable to any second of the last 35 days, with three sparse indexes. */
export class Store extends Construct {
  readonly table: TableV2;

  constructor(scope: Construct, id: string, { keep, retentionDays }: { keep: boolean; retentionDays: number }) {
    super(scope, id);
    const { partition, sort } = KEY_ATTRIBUTES;
    this.table = new TableV2(this, 'Table', {
      partitionKey: text(partition),
      sortKey: text(sort),
      globalSecondaryIndexes: INDEX_NAMES.map((indexName) => ({
        indexName,
        partitionKey: text(indexName + partition),
        sortKey: text(indexName + sort),
        projectionType: ProjectionType.ALL,
      })),
      tableClass: CLASSES[tableKindFor(retentionDays)],
      billing: Billing.onDemand(),
      encryption: TableEncryptionV2.awsManagedKey(),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveAttribute: TTL_ATTRIBUTE,
      deletionProtection: keep,
      removalPolicy: keep ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
    });
  }

  /** Allows exactly these actions on the table (as `GetItem`), and where `indexes` is given, Query on those indexes. */
  grant(grantee: IGrantable, actions: string[], indexes: readonly (typeof INDEX_NAMES)[number][] = []): void {
    const { tableArn } = this.table;
    Grant.addToPrincipal({ grantee, actions: actions.map((action) => `dynamodb:${action}`), resourceArns: [tableArn] });
    if (indexes.length === 0) return;
    const resourceArns = indexes.map((index) => `${tableArn}/index/${index}`);
    Grant.addToPrincipal({ grantee, actions: ['dynamodb:Query'], resourceArns });
  }

  /** Allows writing those records alone whose partition has one of these names; `FEED#*` stands for all that begin so. */
  grantWrites(grantee: IGrantable, names: string[]): void {
    const actions = ['PutItem', 'UpdateItem', 'DeleteItem', 'BatchWriteItem'].map((action) => `dynamodb:${action}`);
    const conditions = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': names } };
    Grant.addToPrincipal({ grantee, actions, resourceArns: [this.table.tableArn], conditions });
  }
}
