import { Arn, ArnFormat, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import { TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { Key } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { NAME_PREFIX } from '../lambda/model/names.ts';
import { estimate } from './cost/estimate.ts';
import { readMeasured } from './cost/measured.ts';
import { PRICES } from './cost/prices.ts';
import { readLoad } from './cost/read-load.ts';
import { costLine } from './cost/show.ts';
import { Dateline } from './dateline.ts';
import type { ExistingResources } from './existing-resources.ts';
import { PRODUCTION_STAGE, type StackSettings } from './settings.ts';

/** The stack of one stage: a Dateline with what cdk.json says; its name carries the stage, so that stages don't meet. */
export class DatelineStack extends Stack {
  constructor(scope: Construct, settings: StackSettings, props: StackProps = {}) {
    super(scope, `${NAME_PREFIX}${settings.stage}`, {
      description: `Dateline (${settings.stage}): who said what, and when`,
      terminationProtection: settings.stage === PRODUCTION_STAGE,
      // CloudFormation wants a table's own key by region, which the key's ARN names.
      ...(settings.encryptionKey === ''
        ? {}
        : { env: { region: Arn.split(settings.encryptionKey, ArnFormat.SLASH_RESOURCE_NAME).region ?? '' } }),
      ...props,
    });
    const { table, encryptionKey, domain, certificate, ...options } = settings;
    // CDK leaves the id `Default` out of logical ids, which are therefore those of the construct's parts.
    const dateline = new Dateline(this, 'Default', {
      ...options,
      ...this.existing({ table, encryptionKey, domain, certificate }),
    });

    const { tableName } = dateline.table;
    const loads = [100, 1_000, 10_000].map((feeds) => ({ ...readLoad({ retention: settings.retentionDays }), feeds }));
    const measured = readMeasured();
    const columns = loads.map((load) => ({ load, estimate: estimate(load, measured, PRICES) }));
    this.output('ApiAddress', 'The HTTP API; it answers nobody without a key', dateline.address);
    if (dateline.domainTarget) {
      this.output(
        'DomainTarget',
        'Where a DNS record (CNAME or alias) of the domain must point to',
        dateline.domainTarget,
      );
    }
    this.output('TableName', 'For the --table option of the command line', tableName);
    this.output('QueueUrl', 'Feeds on their way to ingest', dateline.queue.queueUrl);
    this.output(
      'DeadLettersUrl',
      'Messages that can not be read, or were received four times in vain',
      dateline.deadLetters.queueUrl,
    );
    this.output('FirstKey', 'Makes a first key for the API', `npx dateline keys create NAME --table ${tableName}`);
    this.output('Cost', 'Estimated from list prices, without any free tier', costLine(columns));
  }

  /** The resources outside the stack that the settings name. */
  private existing({ table, encryptionKey, domain, certificate }: ExistingResources) {
    return {
      ...(table === '' ? {} : { table: TableV2.fromTableName(this, 'AdoptedTable', table) }),
      ...(encryptionKey === '' ? {} : { encryptionKey: Key.fromKeyArn(this, 'EncryptionKey', encryptionKey) }),
      ...(domain === ''
        ? {}
        : { domain: { name: domain, certificate: Certificate.fromCertificateArn(this, 'Certificate', certificate) } }),
    };
  }

  private output(id: string, description: string, value: string): void {
    new CfnOutput(this, id, { description, value });
  }
}
