// A stack of your own with a Dateline in it, and a function that reads its table.
import { App, CfnOutput, Stack } from 'aws-cdk-lib';
import { Code, Function as Lambda, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Dateline } from 'dateline';

const stack = new Stack(new App(), 'Newsroom');
const news = new Dateline(stack, 'News', { stage: 'newsroom', retentionDays: 90, contact: 'desk@paper.example' });

const report = new Lambda(stack, 'Report', {
  runtime: Runtime.NODEJS_24_X,
  handler: 'index.handler',
  code: Code.fromInline('exports.handler = async () => process.env.TABLE;'),
  environment: { TABLE: news.table.tableName },
});
news.table.grantReadData(report);

new CfnOutput(stack, 'TableName', { value: news.table.tableName });
new CfnOutput(stack, 'ApiAddress', { value: news.address });
