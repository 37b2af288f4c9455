/** Names that the deployed stack and the code running in it must agree on. */
export const INDEX_NAMES = ['gsi1', 'gsi2', 'gsi3'] as const;

/** Key attributes of the table; those of an index carry its name in front, as `gsi1pk`. */
export const KEY_ATTRIBUTES = { partition: 'pk', sort: 'sk' } as const;

/** Attribute with the second (since 1970) after which DynamoDB removes the record by itself. */
export const TTL_ATTRIBUTE = 'ttl';

/** Environment variables that the stack sets and the handlers read. */
export const ENVIRONMENT = {
  stage: 'DATELINE_STAGE',
  table: 'DATELINE_TABLE',
  queueUrl: 'DATELINE_QUEUE_URL',
  articleExtractor: 'DATELINE_ARTICLE_EXTRACTOR',
  retentionDays: 'DATELINE_RETENTION_DAYS',
  contact: 'DATELINE_CONTACT',
  allowHosts: 'DATELINE_ALLOW_HOSTS',
} as const;

/**
 * Metrics that the functions write and the alarms and dashboard read; each has the dimension `stage`, and is paid for every month. One whose values are
 * 0 and 1 tells three things: how many there were (SampleCount), of how many it is so (Sum), and their share (Average).
 */
export const METRICS = {
  namespace: 'Dateline',
  /** Of each feed that was asked: 1 where it could not be read, else 0. */
  pollFailed: 'PollFailed',
  /** Of each item that was stored: 1 where it came again with another text, 0 where it was new. */
  itemChanged: 'ItemChanged',
  /** Of each statement of an item that was stored: 1 where its speaker is unknown, else 0. */
  withoutSpeaker: 'StatementWithoutSpeaker',
  /** Of each round of counting and indexing that came to its end: 1. */
  rollupFinished: 'RollupFinished',
  /** Of each run that told people what searches find: how many channels are paused, for they failed for days. */
  channelPaused: 'ChannelPaused',
  /** Of each new item that tells when it was published: seconds from then until it was stored. */
  lag: 'PublicationLag',
} as const;

/** Tags of the queues, by which the command line finds those of a table: the table's name, and which of the two a queue is. */
export const QUEUE_TAGS = { table: 'dateline:table', kind: 'dateline:queue' } as const;
export type QueueKind = 'work' | 'dead-letters';

/** How work stands in the queue: in so many groups, of which each has one worker at a time, and at most so many messages in one of SQS. */
export const PACKING = { lanes: 5, messages: 100 } as const;

/** With what the names of all that is deployed begin; the stage follows. */
export const NAME_PREFIX = 'Dateline-';
