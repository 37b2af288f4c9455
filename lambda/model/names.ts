/** Names that the deployed stack and the code running in it must agree on. */
export const INDEX_NAMES = ['gsi1', 'gsi2', 'gsi3'] as const;

/** Environment variables that the stack sets and the handlers read. */
export const ENVIRONMENT = {
  table: 'DATELINE_TABLE',
  queueUrl: 'DATELINE_QUEUE_URL',
  retentionDays: 'DATELINE_RETENTION_DAYS',
  contact: 'DATELINE_CONTACT',
  allowHosts: 'DATELINE_ALLOW_HOSTS',
} as const;
