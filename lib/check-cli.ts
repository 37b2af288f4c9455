import { SettingsError } from './settings.ts';

/** The first version that asks the endpoint it is told (AWS_ENDPOINT_URL), rather than AWS whatever it is told. */
const FIRST_MINOR = 177;

/** Throws a SettingsError for a version of the CDK command line that must not deploy this app; `undefined` is none, as in tests. */
export function checkCli(version: string | undefined): void {
  if (version === undefined || version === '') return;
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major === 2 && minor >= FIRST_MINOR) return;
  throw new SettingsError(
    `The CDK command line is ${version}, but must be 2.${FIRST_MINOR} or newer, and below 3. The project's own is right: npm run deploy, or npx cdk in its folder.`,
  );
}
