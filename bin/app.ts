import { App } from 'aws-cdk-lib';
import { DatelineStack } from '../lib/dateline-stack.ts';
import { readSettings } from '../lib/settings.ts';

const app = new App();
new DatelineStack(
  app,
  readSettings((name) => app.node.tryGetContext(name)),
);
