import { RemovalPolicy } from 'aws-cdk-lib';
import {
  AttributeType,
  Billing,
  type ITableV2,
  ProjectionType,
  TableClass,
  TableEncryptionV2,
  TableV2,
} from 'aws-cdk-lib/aws-dynamodb';
import { Grant, type IGrantable } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { INDEX_NAMES, KEY_ATTRIBUTES, TTL_ATTRIBUTE } from '../lambda/model/names.ts';
import { grantKey } from './encryption.ts';
import { type TableKind, tableKindFor } from './table-class.ts';

const CLASSES: Record<TableKind, TableClass> = {
  standard: TableClass.STANDARD,
  infrequentAccess: TableClass.STANDARD_INFREQUENT_ACCESS,
};

const text = (name: string) => ({ name, type: AttributeType.STRING });

/** A table; TableV2 is named too, as under exactOptionalPropertyTypes it does not fit its own interface. */
export type AnyTable = ITableV2 | TableV2;

/** Options of the table. */
export interface StoreProps {
  /** Whether the table stays when the stack is deleted. */
  keep: boolean;
  retentionDays: number;
  /** Existing table that is used in place of a new one. */
  table: AnyTable | undefined;
  /** Customer-managed key; undefined for the key of AWS. */
  encryptionKey: IKey | undefined;
}

/** The one table: on demand, encrypted, restorable to any second of the last 35 days, with three sparse indexes. */
export class Store extends Construct {
  readonly table: AnyTable;
  private readonly encryptionKey: IKey | undefined;

  constructor(scope: Construct, id: string, props: StoreProps) {
    super(scope, id);
    this.table = props.table ?? this.newTable(props);
    this.encryptionKey = props.encryptionKey;
  }

  private newTable({ keep, retentionDays, encryptionKey }: StoreProps): TableV2 {
    const { partition, sort } = KEY_ATTRIBUTES;
    return new TableV2(this, 'Table', {
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
      encryption: encryptionKey
        ? TableEncryptionV2.customerManagedKey(encryptionKey)
        : TableEncryptionV2.awsManagedKey(),
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
    grantKey(this.encryptionKey, grantee);
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
