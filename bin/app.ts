import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { checkCli } from '../lib/check-cli.ts';
import { DatelineStack } from '../lib/dateline-stack.ts';
import { readSettings, SettingsError } from '../lib/settings.ts';

const app = new App();
Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
try {
  checkCli(process.env.CDK_CLI_VERSION);
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
