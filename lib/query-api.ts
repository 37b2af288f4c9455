import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { AccessLogField, AccessLogFormat } from 'aws-cdk-lib/aws-apigateway';
import { DomainName, HttpApi, HttpStage, LogGroupLogDestination } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { ICertificate } from 'aws-cdk-lib/aws-certificatemanager';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '../lambda/model/names.ts';
import { acknowledgeApiFindings } from './acknowledge-findings.ts';
import { DatelineFunction } from './dateline-function.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';

/** What operators change through the API, and sessions; keys of the API are made by the command line alone. */
export const WRITTEN_BY_API = [
  'FEED#*',
  'STATES#*',
  'ITEM#*',
  'SPEAKER#*',
  'SPEAKERS',
  'CHANGED#*',
  'MENTIONED#*',
  'SKETCH#*',
  'SAID#*',
  'HELD#*',
  'URL#*',
  'TEXT#*',
  'DAYS#*',
  'SESSION#*',
  'SEARCH#*',
];

/** Of all callers, strangers without a key among them, who should not use up what is there; a key has 20 a second of its own (`key-guard.ts`). */
const REQUESTS_A_SECOND = 100;
const BURST = 200;
/** Who asked for what, and what became of it. Neither headers nor queries: those may hold keys and what people look for. */
const ACCESS = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    time: AccessLogField.contextRequestTime(),
    ip: AccessLogField.contextIdentitySourceIp(),
    method: AccessLogField.contextHttpMethod(),
    path: AccessLogField.contextPath(),
    status: AccessLogField.contextStatus(),
    bytes: AccessLogField.contextResponseLength(),
    milliseconds: AccessLogField.contextResponseLatency(),
    error: AccessLogField.contextIntegrationErrorMessage(),
  }),
);

/** The API's own host name. */
export interface DatelineDomain {
  /** Host name, as `news.example.org`. */
  readonly name: string;
  /** Certificate for the name, of the region of the stack. */
  readonly certificate: ICertificate;
}

interface QueryApiProps {
  store: Store;
  settings: Settings;
  domain: DatelineDomain | undefined;
}

/** The HTTP API in front of the query function, which itself answers nobody without a key from the table. */
export class QueryApi extends Construct {
  readonly address: string;
  /** Host name that a DNS record of the custom domain must point to; undefined without a domain. */
  readonly domainTarget: string | undefined;
  readonly lambda: Lambda;
  readonly api: HttpApi;

  constructor(scope: Construct, id: string, { store, settings, domain }: QueryApiProps) {
    super(scope, id);
    const { lambda } = new DatelineFunction(this, 'Query', {
      handler: 'api',
      description: 'Answers queries of those who have a key',
      timeout: Duration.seconds(29),
      memorySize: 1024,
      environment: {
        [ENVIRONMENT.table]: store.table.tableName,
        [ENVIRONMENT.allowHosts]: settings.allowHosts.join(','),
      },
      files: ['web/style.css', 'web/script.js'],
      modules: { 'extract.mjs': 'lambda/extract/extract.ts' },
    });
    this.lambda = lambda;
    store.grant(lambda, ['GetItem', 'BatchGetItem', 'Query'], ['gsi1', 'gsi2']);
    store.grantWrites(lambda, WRITTEN_BY_API);
    this.api = new HttpApi(this, 'Api', {
      description: `Dateline ${settings.stage}: who said what, and when`,
      createDefaultStage: false,
      // One front door: with a domain of its own the API has no second address.
      disableExecuteApiEndpoint: domain !== undefined,
      defaultIntegration: new HttpLambdaIntegration('Query', lambda),
    });
    const domainName =
      domain && new DomainName(this, 'Domain', { domainName: domain.name, certificate: domain.certificate });
    new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      ...(domainName ? { domainMapping: { domainName } } : {}),
      throttle: { rateLimit: REQUESTS_A_SECOND, burstLimit: BURST },
      accessLogSettings: { destination: new LogGroupLogDestination(this.accessLog()), format: ACCESS },
    });
    acknowledgeApiFindings(this.api);
    this.address = domain ? `https://${domain.name}` : this.api.apiEndpoint;
    this.domainTarget = domainName?.regionalDomainName;
  }

  private accessLog(): LogGroup {
    return new LogGroup(this, 'AccessLog', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
  }
}
