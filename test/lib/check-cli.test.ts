import { expect, test } from 'vitest';
import { checkCli } from '../../lib/check-cli.ts';
import { SettingsError } from '../../lib/settings.ts';

test.each(['2.177.0', '2.1148.1', '2.1000.0-rc.1', '', undefined])('%s may deploy', (version) => {
  expect(() => checkCli(version)).not.toThrow();
});

test.each(['2.176.9', '1.204.0', '3.0.0', 'latest'])('%s may not, and is told so', (version) => {
  expect(() => checkCli(version)).toThrow(SettingsError);
  expect(() => checkCli(version)).toThrow(version);
});
