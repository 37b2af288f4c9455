import { App } from 'aws-cdk-lib';
import { DatelineStack } from '../lib/dateline-stack.ts';
import { readSettings, SettingsError } from '../lib/settings.ts';

const app = new App();
try {
  new DatelineStack(
    app,
    readSettings((name) => app.node.tryGetContext(name)),
  );
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  // The operator needs the reason; where in the code it was found tells nothing more.
  console.error(error.message);
  process.exitCode = 1;
}
