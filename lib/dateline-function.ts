import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Duration, RemovalPolicy } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  ApplicationLogLevel,
  Architecture,
  Code,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import { NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';

const ROOT = resolve(import.meta.dirname, '..');
// CommonJS dependencies call require, which an ES module doesn't have by itself.
const REQUIRE =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

/** Bundles of the functions, which lie beside this code in the npm package and nowhere else. */
const BUNDLES = resolve(import.meta.dirname, 'functions');

const standIn = (file: string): string => resolve(ROOT, `lib/bundling/${file}.ts`);
/** What dependencies load and the functions never run, by what stands in for it. */
const LEFT_OUT = {
  '--alias:@aws-sdk/credential-provider-node': standIn('environment-credentials'),
  '--alias:xmlbuilder': standIn('no-xml-builder'),
};

/** What one function needs beyond what all share. */
export interface DatelineFunctionProps {
  /** Name of the file in lambda/handlers, without `.ts`. */
  handler: string;
  description: string;
  timeout: Duration;
  memorySize: number;
  environment: Record<string, string>;
  /** Files of the project that the function reads, as `web/style.css`; they lie at the same place beside its code. */
  files?: string[];
  /** Sources of the project that the function loads when they are first needed, by the name of the module that is made of each beside its code. */
  modules?: Record<string, string>;
}

/** A Lambda of one handler file: one ESM bundle with the SDK inside, a role that may only write its own log. */
export class DatelineFunction extends Construct {
  readonly lambda: NodejsFunction;
  readonly log: LogGroup;

  constructor(scope: Construct, id: string, props: DatelineFunctionProps) {
    super(scope, id);
    this.log = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    // The managed policy AWSLambdaBasicExecutionRole would allow writing to every log of the account.
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    this.log.grantWrite(role);
    this.lambda = new NodejsFunction(this, 'Function', {
      entry: resolve(ROOT, `lambda/handlers/${props.handler}.ts`),
      handler: 'index.handler',
      projectRoot: ROOT,
      depsLockFilePath: resolve(ROOT, 'package-lock.json'),
      description: props.description,
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      timeout: props.timeout,
      memorySize: props.memorySize,
      environment: { NODE_OPTIONS: '--enable-source-maps', ...props.environment },
      role,
      logGroup: this.log,
      loggingFormat: LoggingFormat.JSON,
      applicationLogLevelV2: ApplicationLogLevel.INFO,
      // INFO keeps Lambda's REPORT lines: memory used is in no metric, and the dashboard reads it from them.
      systemLogLevelV2: SystemLogLevel.INFO,
      awsSdkConnectionReuse: false,
      ...(existsSync(BUNDLES) ? { code: Code.fromAsset(resolve(BUNDLES, props.handler)) } : {}),
      bundling: {
        format: OutputFormat.ESM,
        target: 'node20',
        mainFields: ['module', 'main'],
        minify: true,
        sourceMap: true,
        sourcesContent: false,
        // Imported this way the bundle loads twice as fast as with the runtime's own SDK.
        bundleAwsSDK: true,
        // The word lists are full of letters that ASCII spells out; the construct's own `charset` changes nothing.
        esbuildArgs: { ...LEFT_OUT, '--charset': 'utf8' },
        // CommonJS dependencies call require, which an ES module doesn't have by itself.
        banner: REQUIRE,
        tsconfig: resolve(ROOT, 'tsconfig.json'),
        commandHooks: {
          beforeBundling: () => [],
          beforeInstall: () => [],
          afterBundling: (_input, output) => [
            ...(props.files ?? []).map((file) => copyCommand(file, output)),
            ...Object.entries(props.modules ?? {}).map(([name, source]) =>
              bundleCommand(source, resolve(output, name)),
            ),
          ],
        },
      },
    });
  }
}

/** One minified module of a source and all that it imports. */
function bundleCommand(source: string, output: string): string {
  const [from, to] = [resolve(ROOT, source), output].map((path) => path.replaceAll('\\', '/'));
  return `npx --no-install esbuild "${from}" --bundle --minify --format=esm --platform=node --target=node20 --charset=utf8 --outfile="${to}"`;
}

/** Through node, for not every system has a shell with `cp`. */
function copyCommand(file: string, output: string): string {
  const [from, to] = [resolve(ROOT, file), resolve(output, file)].map((path) => path.replaceAll('\\', '/'));
  return `node -e "require('node:fs').cpSync('${from}', '${to}')"`;
}
