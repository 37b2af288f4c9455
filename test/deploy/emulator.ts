import { mkdir, open } from 'node:fs/promises';
import { join } from 'node:path';
import { pythonWith } from '../support/python-with.ts';
import { eventually } from './eventually.ts';
import { ask } from './https.ts';
import { assertOnlyLoopback, freePort } from './loopback.ts';
import { run, start } from './processes.ts';

const MINISTACK = '1.5.33';
const PATH = process.env.PATH ?? '/usr/bin:/bin';

/** An AWS emulator that is running on this machine. */
export interface Emulator {
  port: number;
  certificate: string;
  logFile: string;
  /** What a client of it needs, and nothing of this machine's own AWS settings. */
  environment: NodeJS.ProcessEnv;
}

/** Answers a python that has the pinned emulator. */
export function findPython(say: (text: string) => void): Promise<string> {
  return pythonWith({ name: 'ministack', version: MINISTACK }, say);
}

/** Starts the emulator on 127.0.0.1, with TLS, with IAM policies in force, with a home folder of its own. */
export async function startEmulator(python: string, folder: string): Promise<Emulator> {
  const port = await freePort();
  const home = join(folder, 'home');
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  await mkdir(home, { recursive: true });
  const names = 'subjectAltName=DNS:localhost,DNS:*.execute-api.localhost,IP:127.0.0.1';
  const subject = ['-subj', '/CN=localhost', '-addext', names, '-addext', 'basicConstraints=critical,CA:FALSE'];
  const elliptic = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  const request = ['req', '-x509', ...elliptic, '-days', '2', '-keyout', key, '-out', certificate, ...subject];
  await run('openssl', request, { env: { PATH }, cwd: folder, timeoutSeconds: 30 });

  const logFile = join(folder, 'emulator.log');
  const log = await open(logFile, 'w');
  const own = {
    BIND_HOST: '127.0.0.1',
    GATEWAY_PORT: String(port),
    MINISTACK_HOST: 'localhost',
    // Without TLS, CDK's bucket and our queues would refuse every request.
    USE_SSL: '1',
    MINISTACK_SSL_CERT: certificate,
    MINISTACK_SSL_KEY: key,
    // The functions run with the rights of their roles, so that a missing right shows.
    AUTH: 'true',
    LAMBDA_EXECUTOR: 'local',
    IOT_MTLS_ENABLED: '0',
  };
  const child = start(python, ['-m', 'ministack'], {
    env: { PATH, HOME: home, TMPDIR: folder, ...own },
    cwd: folder,
    stdio: ['ignore', log.fd, log.fd],
  });
  await log.close();
  await eventually('the emulator answers', 60, async () => {
    if (child.exitCode !== null) throw new Error(`the emulator ended, see ${logFile}`);
    const { status } = await ask({ port, certificate, host: 'localhost', path: '/_ministack/health' });
    return status === 200 || undefined;
  });
  return { port, certificate, logFile, environment: clientEnvironment(port, certificate, home) };
}

function clientEnvironment(port: number, certificate: string, home: string): NodeJS.ProcessEnv {
  const endpoint = `https://127.0.0.1:${port}`;
  const environment = {
    PATH,
    HOME: home,
    CI: 'true',
    AWS_ENDPOINT_URL: endpoint,
    AWS_ENDPOINT_URL_S3: endpoint,
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'us-east-1',
    AWS_DEFAULT_REGION: 'us-east-1',
    AWS_EC2_METADATA_DISABLED: 'true',
    NODE_EXTRA_CA_CERTS: certificate,
  };
  assertOnlyLoopback(environment);
  return environment;
}
