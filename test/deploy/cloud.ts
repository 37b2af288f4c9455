import { readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { appFolder } from '../package/app-folder.ts';
import type { Emulator } from './emulator.ts';
import { type Answer, ask } from './https.ts';
import { assertOnlyLoopback } from './loopback.ts';
import { run } from './processes.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const STAGE = 'trial';

/** What `cdk deploy` answers. */
export interface Outputs {
  ApiAddress: string;
  TableName: string;
  DeadLettersUrl: string;
  QueueUrl: string;
  FirstKey: string;
  Cost: string;
}

/** The emulator as an operator uses it: through the CDK CLI, the command line of Dateline, and HTTP. */
export class Cloud {
  private readonly emulator: Emulator;
  private readonly python: string;
  private readonly folder: string;

  constructor(emulator: Emulator, python: string, folder: string) {
    this.emulator = emulator;
    this.python = python;
    this.folder = folder;
  }

  /** Prepares the account, as is done once in each. */
  async bootstrap(): Promise<void> {
    await this.cdk(['bootstrap', 'aws://000000000000/us-east-1', '--output', join(this.folder, 'bootstrap.out')]);
  }

  /** Deploys the stack of a stage with these values of the context. */
  async deploy(context: Record<string, string>, stage = STAGE): Promise<Outputs> {
    const values = Object.entries({ ...context, stage }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const app = join(this.folder, `cdk.out.${stage}`);
    await this.cdk(['synth', '--quiet', '--output', app, ...values]);
    return this.deploySynthesised<Outputs>(app, `Dateline-${stage}`);
  }

  /** Deploys `examples/cdk`, which uses the package of `npm pack`. */
  async deployExample(): Promise<Pick<Outputs, 'ApiAddress' | 'TableName'>> {
    const folder = await appFolder();
    try {
      const app = join(folder, 'cdk.out');
      const { environment } = this.emulator;
      const env = { ...environment, CDK_OUTDIR: app };
      await run(process.execPath, ['--import', 'tsx', 'app.ts'], { env, cwd: folder, timeoutSeconds: 60 });
      return await this.deploySynthesised(app, 'Newsroom');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Deletes the stack of a stage. */
  async destroy(stage: string): Promise<void> {
    await this.cdk(['destroy', '--app', join(this.folder, `cdk.out.${stage}`), '--force', `Dateline-${stage}`]);
  }

  private async deploySynthesised<T>(app: string, stack: string): Promise<T> {
    const file = join(this.folder, 'outputs.json');
    await leaveOutArithmetic(join(app, `${stack}.template.json`));
    await this.cdk(['deploy', '--app', app, '--require-approval', 'never', '--outputs-file', file]);
    const outputs = JSON.parse(await readFile(file, 'utf8')) as Record<string, T>;
    const found = outputs[stack];
    if (!found) throw new Error(`${file} knows no stack ${stack}`);
    return found;
  }

  /**
   * AWS allows a batch of messages to who has `sqs:SendMessage` (Amazon SQS API permissions reference); the emulator asks
   * for an action of the batch's own, which AWS doesn't know. Allows it to those that have the real one.
   */
  async allowBatches(): Promise<void> {
    await this.aws(`
import json
iam = client('iam')
for role in iam.list_roles()['Roles']:
    batches = []
    for policy in iam.list_role_policies(RoleName=role['RoleName'])['PolicyNames']:
        document = iam.get_role_policy(RoleName=role['RoleName'], PolicyName=policy)['PolicyDocument']
        for statement in document['Statement']:
            actions = statement['Action'] if isinstance(statement['Action'], list) else [statement['Action']]
            named = [action + 'Batch' for action in actions if action in ('sqs:SendMessage', 'sqs:ChangeMessageVisibility')]
            if named:
                batches.append({**statement, 'Action': named})
    if batches:
        document = {'Version': '2012-10-17', 'Statement': batches}
        iam.put_role_policy(RoleName=role['RoleName'], PolicyName='batch', PolicyDocument=json.dumps(document))
`);
  }

  /** Runs the command line of Dateline as an operator does; answers what it writes to stdout. */
  operate(options: string[]): Promise<string> {
    return this.run(process.execPath, [join(ROOT, 'bin/dateline.js'), ...options], 60);
  }

  /** Runs a program of `examples/` as its first line says; answers what it prints. */
  example(file: string, options: string[]): Promise<string> {
    return this.run(process.execPath, ['--import', 'tsx', join(ROOT, 'examples', file), ...options], 60);
  }

  /** Asks the deployed API. */
  api(outputs: Pick<Outputs, 'ApiAddress'>, path: string, key?: string): Promise<Answer> {
    const { port, certificate } = this.emulator;
    const { hostname } = new URL(outputs.ApiAddress);
    const headers: Record<string, string> = key === undefined ? {} : { authorization: `Bearer ${key}` };
    return ask({ port, certificate, host: hostname, path, headers });
  }

  /** Runs a Python program with the emulator's own AWS client, botocore, as `client(service)`; answers what it prints. */
  aws(program: string): Promise<string> {
    const { environment, certificate } = this.emulator;
    const prelude = `import botocore.session
session = botocore.session.get_session()
def client(service):
    return session.create_client(service, endpoint_url=${JSON.stringify(environment.AWS_ENDPOINT_URL)}, verify=${JSON.stringify(certificate)})
`;
    return this.run(this.python, ['-c', prelude + program], 60);
  }

  /** The last lines that the functions wrote, to find out what went wrong. */
  functionLogs(lines = 15): Promise<string> {
    return this.aws(`
logs = client('logs')
for group in logs.describe_log_groups()['logGroups']:
    for event in logs.filter_log_events(logGroupName=group['logGroupName'])['events'][-${lines}:]:
        print(group['logGroupName'], event['message'][:1500])
`);
  }

  private cdk(options: string[]): Promise<string> {
    const cdk = join(ROOT, 'node_modules/.bin/cdk');
    return this.run(cdk, options, 180);
  }

  private run(command: string, options: string[], timeoutSeconds: number): Promise<string> {
    const env = this.emulator.environment;
    assertOnlyLoopback(env);
    return run(command, options, { env, cwd: ROOT, timeoutSeconds });
  }
}

/** The emulator knows alarms on one metric only: takes those that reckon with several out of the template, and nothing else. */
async function leaveOutArithmetic(file: string): Promise<void> {
  const template = JSON.parse(await readFile(file, 'utf8')) as {
    Resources: Record<string, { Type: string; Properties?: { Metrics?: unknown } }>;
  };
  const kept = Object.entries(template.Resources).filter(
    ([, { Type, Properties }]) => Type !== 'AWS::CloudWatch::Alarm' || Properties?.Metrics === undefined,
  );
  await writeFile(file, JSON.stringify({ ...template, Resources: Object.fromEntries(kept) }));
}
