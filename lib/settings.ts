import * as z from 'zod';
import { type ExistingResources, existingSchema } from './existing-resources.ts';

/** What the operator decides about a deployment, in the context of cdk.json or with `-c name=value`. */
export interface Settings {
  /** Part of the stack's name, so that several stages live side by side in one account. */
  stage: string;
  /** Mail address that alarms are sent to; empty for none. */
  alarmEmail: string;
  /** Days that items are kept. */
  retentionDays: number;
  /** So many workers ingest at most side by side; beyond the five lanes of the queue they have nothing to do. */
  concurrency: number;
  /** Mail address or web page that feed servers are told in the User-Agent; empty for none. */
  contact: string;
  /** Private places that may be fetched from: `127.0.0.1:8080`, `10.0.0.0/8`, `intranet.example`. */
  allowHosts: string[];
  /** US dollars a month above which a budget alarm is sent; 0 for no budget. */
  monthlyBudget: number;
  /** Days that AWS Backup keeps a daily copy of the table; 0 for no copies. */
  backupDays: number;
}

/** All that the context of cdk.json says. */
export type StackSettings = Settings & ExistingResources;

/** Names of the settings in the context. */
export const SETTING_NAMES = [
  'stage',
  'alarmEmail',
  'retentionDays',
  'concurrency',
  'contact',
  'allowHosts',
  'monthlyBudget',
  'backupDays',
  'table',
  'encryptionKey',
  'domain',
  'certificate',
] as const satisfies (keyof StackSettings)[];

/** The stage whose table is kept when its stack is deleted. */
export const PRODUCTION_STAGE = 'prod';

const STAGE = /^[a-z][a-z0-9-]{0,19}$/;
const PLACE = /^(?:[a-z0-9](?:[a-z0-9-.]*[a-z0-9])?(?::\d{1,5})?|\[[0-9a-f:.]+\](?::\d{1,5})?|[0-9a-f:.]+\/\d{1,3})$/i;
const MAIL = /^[^\s@()<>",;:]+@[^\s@()<>",;:]+\.[a-z]{2,}$/i;
const CONTACT = /^(?:[^\s@()<>]+@[^\s@()<>]+|https?:\/\/[^\s()<>]+)$/;
const LONGEST_RETENTION = 3650;
/** What an event source of Lambda takes as its concurrency. */
const CONCURRENCY = { least: 2, most: 1000 };

/** Each worker runs up to ten article extractors beside itself, and a new account may run ten functions at once. */
const DEFAULT_CONCURRENCY = 4;

/** What the construct takes where an option is not given. */
const DEFAULT_OPTIONS = { stage: 'dev', retentionDays: 365 };

const trimmed = (text: string): string => text.trim();
const numeric = (value: unknown): unknown =>
  typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
const split = (value: unknown): unknown => (typeof value === 'string' ? value.split(',').map(trimmed) : value);
const withoutEmpty = (hosts: unknown): unknown => (Array.isArray(hosts) ? hosts.filter((host) => host !== '') : hosts);

const wholeNumber = (what: string, most: number) =>
  z.preprocess(
    numeric,
    z
      .number(`must be ${what}`)
      .int(`must be a whole number`)
      .min(0, 'must not be negative')
      .max(most, `must be at most ${most}`)
      .default(0),
  );

const optionsSchema = z
  .object({
    stage: z
      .string('must be given')
      .regex(STAGE, 'must be a lower-case word of at most 20 letters, digits and hyphens'),
    retentionDays: z.preprocess(
      numeric,
      z
        .number('must be a number of days')
        .int('must be a whole number of days')
        .min(1, 'must be at least 1 day')
        .max(LONGEST_RETENTION, `must be at most ${LONGEST_RETENTION} days`),
    ),
    alarmEmail: z
      .string('must be a text')
      .default('')
      .transform(trimmed)
      .refine((text) => text === '' || MAIL.test(text), 'must be a mail address'),
    concurrency: z.preprocess(
      numeric,
      z
        .number('must be a number of workers')
        .int('must be a whole number of workers')
        .min(CONCURRENCY.least, `must be at least ${CONCURRENCY.least} workers`)
        .max(CONCURRENCY.most, `must be at most ${CONCURRENCY.most} workers`)
        .default(DEFAULT_CONCURRENCY),
    ),
    contact: z
      .string('must be a text')
      .default('')
      .transform(trimmed)
      .refine((text) => text === '' || CONTACT.test(text), 'must be a mail address or the address of a web page'),
    allowHosts: z.preprocess(
      (value) => withoutEmpty(split(value ?? [])),
      z.array(
        z
          .string('must be a list of texts')
          .regex(PLACE, 'must be host names, each with an optional :port, or address ranges as 10.0.0.0/8'),
        'must be a list of host names, or one text with commas',
      ),
    ),
    monthlyBudget: wholeNumber('a number of dollars', 1_000_000),
    backupDays: wholeNumber('a number of days', LONGEST_RETENTION),
  })
  .refine(({ stage, contact }) => stage !== PRODUCTION_STAGE || contact !== '', {
    path: ['contact'],
    message: `must be set for the stage ${PRODUCTION_STAGE}, so that publishers know whom to ask`,
  });

const needsAlarmEmail = ({ stage, alarmEmail }: { stage: string; alarmEmail: string }): boolean =>
  stage === PRODUCTION_STAGE && alarmEmail === '';
const ALARM_EMAIL_MISSING = {
  path: ['alarmEmail'],
  message: `must be set for the stage ${PRODUCTION_STAGE}, so that somebody hears of what goes wrong`,
};

/** Settings that don't hold; the message is for the operator. */
export class SettingsError extends Error {}

/**
 * Reads the settings from the CDK context; `context` answers the value of one name.
 * Throws a SettingsError that lists every name whose value is not right, with the value and the reason.
 */
export function readSettings(context: (name: string) => unknown): StackSettings {
  const values: Record<string, unknown> = Object.fromEntries(SETTING_NAMES.map((name) => [name, context(name)]));
  const schema = z.intersection(
    optionsSchema.refine((options) => !needsAlarmEmail(options), ALARM_EMAIL_MISSING),
    existingSchema,
  );
  return parsed(schema, values, 'The settings in the context of cdk.json (or in -c name=value)');
}

/**
 * The options of the construct with defaults for what is not given. `alarmsAreMailed` says that alarms have no other way than mail, which `prod` then needs.
 * Throws a SettingsError that lists every option whose value is not right.
 */
export function checkOptions(options: object, alarmsAreMailed: boolean): Settings {
  const values: Record<string, unknown> = { ...DEFAULT_OPTIONS, ...options };
  const schema = optionsSchema.refine((given) => !alarmsAreMailed || !needsAlarmEmail(given), ALARM_EMAIL_MISSING);
  return parsed(schema, values, 'The options of Dateline');
}

function parsed<T>(schema: z.ZodType<T>, values: Record<string, unknown>, what: string): T {
  const result = schema.safeParse(values);
  if (result.success) return result.data;
  const lines = result.error.issues.map(({ path, message }) => {
    const name = String(path[0]);
    return `  ${name} ${message}, but is ${JSON.stringify(values[name]) ?? 'missing'}`;
  });
  throw new SettingsError(`${what} don't hold:\n${lines.join('\n')}`);
}
