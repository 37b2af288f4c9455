import { Duration } from 'aws-cdk-lib';
import { HttpApi, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { Construct } from 'constructs';
import { ENVIRONMENT } from '../lambda/model/names.ts';
import { DatelineFunction } from './dateline-function.ts';
import type { Settings } from './settings.ts';
import type { Store } from './store.ts';

const REQUESTS_A_SECOND = 20;
const BURST = 50;

/** The HTTP API in front of the query function, which itself answers nobody without a key from the table. */
export class QueryApi extends Construct {
  readonly address: string;

  constructor(scope: Construct, id: string, { store, settings }: { store: Store; settings: Settings }) {
    super(scope, id);
    const { lambda } = new DatelineFunction(this, 'Query', {
      handler: 'query',
      description: 'Answers queries of those who have a key',
      timeout: Duration.seconds(29),
      memorySize: 1024,
      environment: { [ENVIRONMENT.table]: store.table.tableName },
      files: ['web/style.css', 'web/script.js'],
    });
    store.grant(lambda, ['GetItem', 'BatchGetItem', 'Query'], ['gsi1', 'gsi2', 'gsi3']);
    const api = new HttpApi(this, 'Api', {
      description: `Dateline ${settings.stage}: who said what, and when`,
      createDefaultStage: false,
      defaultIntegration: new HttpLambdaIntegration('Query', lambda),
    });
    new HttpStage(this, 'Stage', {
      httpApi: api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: REQUESTS_A_SECOND, burstLimit: BURST },
    });
    this.address = api.apiEndpoint;
  }
}
