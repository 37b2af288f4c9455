import * as z from 'zod';

/** Settings that name resources which exist outside the stack; an empty text is none. */
export interface ExistingResources {
  /** Name of an existing table that the stack adopts. */
  table: string;
  /** ARN of a customer-managed key for table, queues and alarm topic. */
  encryptionKey: string;
  /** Host name of the API; needs a certificate. */
  domain: string;
  /** ARN of the certificate for that host name. */
  certificate: string;
}

const TABLE_NAME = /^[\w.-]{3,255}$/;
const ARN_OF_KEY = /^arn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:key\/[\w-]+$/;
const ARN_OF_CERTIFICATE = /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[\w-]+$/;
const HOST_NAME = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$/;

const optionalText = (pattern: RegExp, message: string) =>
  z
    .string('must be a text')
    .default('')
    .transform((text) => text.trim())
    .refine((text) => text === '' || pattern.test(text), message);

/** What the context says of resources outside the stack. */
export const existingSchema = z
  .object({
    table: optionalText(TABLE_NAME, 'must be the name of a table'),
    encryptionKey: optionalText(ARN_OF_KEY, 'must be the ARN of a KMS key'),
    domain: optionalText(HOST_NAME, 'must be a host name in lower case, as news.example.org'),
    certificate: optionalText(ARN_OF_CERTIFICATE, 'must be the ARN of a certificate in ACM'),
  })
  .refine(({ domain, certificate }) => (domain === '') === (certificate === ''), {
    path: ['certificate'],
    message: 'must be set together with domain',
  });
