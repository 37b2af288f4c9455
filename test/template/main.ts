import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../deploy/processes.ts';
import { Report } from '../deploy/report.ts';
import { workingFolder } from '../deploy/working-folder.ts';
import { EVERY_OPTION } from '../lib/synth.ts';
import { type PythonPackage, pythonWith } from '../support/python-with.ts';
import { EXCEPTIONS } from './exceptions.ts';

type Linter = keyof typeof EXCEPTIONS;

const LINTERS: Record<Linter, PythonPackage> = {
  'cfn-lint': { name: 'cfn-lint', version: '1.58.0' },
  checkov: { name: 'checkov', version: '3.3.30' },
};
const MAIL = 'desk@paper.example';
const PROD = { stage: 'prod', contact: MAIL, alarmEmail: MAIL };
/** The stack as it is deployed, and with every option. */
const TEMPLATES: Record<string, Record<string, unknown>> = {
  prod: PROD,
  'prod with every option': { ...PROD, ...EVERY_OPTION, allowHosts: '10.0.0.0/8' },
};
const { PATH = '' } = process.env;
const ROOT = process.cwd();

/** The template that these settings make. Functions are not bundled: the linters don't look at code. */
async function synthesise(settings: Record<string, unknown>, folder: string): Promise<string> {
  const { context } = JSON.parse(await readFile('cdk.json', 'utf8')) as { context: Record<string, unknown> };
  const all = { ...context, ...settings, 'aws:cdk:bundling-stacks': [] };
  const env = { PATH, CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify(all) };
  await run(process.execPath, ['--import', 'tsx', 'bin/app.ts'], { env, cwd: ROOT, timeoutSeconds: 120 });
  return join(folder, 'Dateline-prod.template.json');
}

/** The rules that a linter finds broken, each with the places. Both linters end with another code than 0 then. */
async function broken(linter: Linter, python: string, template: string): Promise<Map<string, string[]>> {
  const program = {
    'cfn-lint': `import sys; from cfnlint.runner.cli import main; sys.argv = ["cfn-lint", "--format", "json", "--non-zero-exit-code", "none", ${JSON.stringify(template)}]; main()`,
    checkov: `import sys; from checkov.main import Checkov; c = Checkov(["-f", ${JSON.stringify(template)}, "--framework", "cloudformation", "--quiet", "--compact", "-o", "json", "--soft-fail", "--skip-download"]); sys.exit(c.run())`,
  }[linter];
  const printed = await run(python, ['-c', program], { env: { PATH, HOME: ROOT }, cwd: ROOT, timeoutSeconds: 120 });
  const found: { rule: string; place: string }[] =
    linter === 'cfn-lint'
      ? (JSON.parse(printed || '[]') as { Rule: { Id: string }; Message: string }[]).map(({ Rule, Message }) => ({
          rule: Rule.Id,
          place: Message,
        }))
      : (
          JSON.parse(printed) as { results: { failed_checks: { check_id: string; resource: string }[] } }
        ).results.failed_checks.map(({ check_id, resource }) => ({ rule: check_id, place: resource }));
  const rules = new Map<string, string[]>();
  for (const { rule, place } of found) rules.set(rule, [...(rules.get(rule) ?? []), place]);
  return rules;
}

const report = new Report();
const folder = await workingFolder();
const pythons = {
  'cfn-lint': await pythonWith(LINTERS['cfn-lint'], (text) => report.say(text)),
  checkov: await pythonWith(LINTERS.checkov, (text) => report.say(text)),
};
const seen: Record<Linter, Set<string>> = { 'cfn-lint': new Set(), checkov: new Set() };
for (const [name, settings] of Object.entries(TEMPLATES)) {
  const template = await synthesise(settings, join(folder, name.replaceAll(' ', '-')));
  for (const linter of ['cfn-lint', 'checkov'] as const) {
    const rules = await broken(linter, pythons[linter], template);
    for (const rule of rules.keys()) seen[linter].add(rule);
    const faults = [...rules].filter(([rule]) => !(rule in EXCEPTIONS[linter]));
    report.check(`${linter} finds nothing in ${name} but reviewed exceptions`, faults.length === 0, faults);
  }
}
for (const linter of ['cfn-lint', 'checkov'] as const) {
  const stale = Object.keys(EXCEPTIONS[linter]).filter((rule) => !seen[linter].has(rule));
  report.check(`every exception of ${linter} is still needed`, stale.length === 0, stale);
}
process.exit(report.end() ? 0 : 1);
