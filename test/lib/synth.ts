import { readFileSync } from 'node:fs';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { DatelineStack } from '../../lib/dateline-stack.ts';
import type { StackSettings } from '../../lib/settings.ts';

export const SETTINGS: StackSettings = {
  stage: 'dev',
  alarmEmail: 'alarms@paper.example',
  retentionDays: 90,
  concurrency: 5,
  contact: 'desk@paper.example',
  allowHosts: [],
  monthlyBudget: 0,
  backupDays: 0,
  table: '',
  encryptionKey: '',
  domain: '',
  certificate: '',
};

const ACCOUNT = 'eu-west-1:111122223333';
const ID = '12345678-1234-1234-1234-123456789012';
/** The settings that name what exists, and those that add resources. */
export const EVERY_OPTION: Partial<StackSettings> = {
  encryptionKey: `arn:aws:kms:${ACCOUNT}:key/${ID}`,
  domain: 'news.paper.example',
  certificate: `arn:aws:acm:${ACCOUNT}:certificate/${ID}`,
  monthlyBudget: 40,
  backupDays: 30,
};

const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as { context: Record<string, unknown> };
/** CDK's feature flags of cdk.json; functions are not bundled, for that takes seconds. */
export const CONTEXT: Record<string, unknown> = {
  ...Object.fromEntries(Object.entries(context).filter(([name]) => name.startsWith('@aws-cdk/'))),
  'aws:cdk:bundling-stacks': [],
};

const synthesised = new Map<string, Template>();

/** The template that is deployed with these settings. Nobody changes it, so that each is made once. */
export function synthesise(settings: Partial<StackSettings> = {}): Template {
  const name = JSON.stringify(settings);
  const template = synthesised.get(name) ?? deployed(settings);
  synthesised.set(name, template);
  return template;
}

function deployed(settings: Partial<StackSettings>): Template {
  const app = new App({ context: CONTEXT });
  return Template.fromStack(new DatelineStack(app, { ...SETTINGS, ...settings }));
}

/** One resource of a template. */
export interface Resource {
  Type: string;
  DeletionPolicy?: string;
  // biome-ignore lint/suspicious/noExplicitAny: properties are different for each type of resource.
  Properties: any;
}

/** All resources of a type, by their logical ids. */
export function resources(template: Template, type: string): [string, Resource][] {
  return Object.entries(template.findResources(type)) as [string, Resource][];
}

/** Names of the metrics of our own that alarms and dashboards of a template name. */
export function ownMetrics(template: Template): Set<string> {
  const text = JSON.stringify(template.toJSON().Resources);
  const named = text.matchAll(/"MetricName":"(\w+)","Namespace":"Dateline"|Dateline\\",\\"(\w+)\\"/g);
  return new Set([...named].map(([, alarm, graph]) => alarm ?? graph ?? ''));
}

/** The one resource of a type whose logical id has these words in it. */
export function resource(template: Template, type: string, words: RegExp = /./): [string, Resource] {
  const found = resources(template, type).filter(([id]) => words.test(id));
  if (found.length !== 1) throw new Error(`${found.length} resources of type ${type} match ${words}`);
  return found[0] as [string, Resource];
}
