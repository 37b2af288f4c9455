/** Names that the deployed stack and the code running in it must agree on. */
export const INDEX_NAMES = ['gsi1', 'gsi2', 'gsi3'] as const;

/** Key attributes of the table; those of an index carry its name in front, as `gsi1pk`. */
export const KEY_ATTRIBUTES = { partition: 'pk', sort: 'sk' } as const;

/** Attribute with the second (since 1970) after which DynamoDB removes the record by itself. */
export const TTL_ATTRIBUTE = 'ttl';

/** Environment variables that the stack sets and the handlers read. */
export const ENVIRONMENT = {
  table: 'DATELINE_TABLE',
  queueUrl: 'DATELINE_QUEUE_URL',
  pagesFunction: 'DATELINE_PAGES_FUNCTION',
  retentionDays: 'DATELINE_RETENTION_DAYS',
  contact: 'DATELINE_CONTACT',
  allowHosts: 'DATELINE_ALLOW_HOSTS',
} as const;
