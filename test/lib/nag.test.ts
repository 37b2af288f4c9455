import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { Topic } from 'aws-cdk-lib/aws-sns';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatelineStack } from '../../lib/dateline-stack.ts';
import type { StackSettings } from '../../lib/settings.ts';
import { CONTEXT, EVERY_OPTION, SETTINGS } from './synth.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dateline-nag-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Makes the template with all rules looked at; throws what the stack breaks without acknowledging it. */
function check(name: string, change: (stack: DatelineStack) => void, settings: Partial<StackSettings> = {}): void {
  const app = new App({ outdir: join(folder, name), context: CONTEXT });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  change(new DatelineStack(app, { ...SETTINGS, stage: 'prod', ...settings }));
  app.synth();
}

describe('the rules of AwsSolutions', () => {
  it('are kept, or broken with a reason', () => {
    check('own', () => undefined);
  }, 60_000);

  it('are kept with every option, too', () => {
    check('every-option', () => undefined, EVERY_OPTION);
  }, 60_000);

  it('would tell what is not', () => {
    expect(() => check('planted', (stack) => void new Topic(stack, 'Open'))).toThrow(/AwsSolutions-SNS3/);
  }, 60_000);
});
