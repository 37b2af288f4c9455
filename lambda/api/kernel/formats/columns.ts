const STATEMENT = [
  ...['id', 'itemId', 'sortAt', 'saidAt', 'saidAtSource', 'type'],
  ...['speaker.id', 'speaker.name', 'speaker.role', 'speaker.affiliation', 'speaker.kind'],
  ...['text', 'cue.text', 'confidence'],
  ...['feedId', 'outlet', 'source', 'title', 'url', 'language', 'duplicateOf', 'sayingId'],
] as const;

/** Columns of CSV, for each kind of row: names of its fields, with dots for those inside others. */
export const csvColumns = {
  statement: STATEMENT,
  /** As an export has it. */
  statementInContext: [...STATEMENT, 'publishedAt', 'context', 'reading'],
  item: [
    ...['id', 'sortAt', 'publishedAt', 'publishedAtSource', 'storedAt', 'feedId', 'outlet', 'source', 'title', 'url'],
    ...['language', 'statementCount', 'duplicateOf', 'storyId'],
  ],
  date: [
    ...['date', 'value', 'from', 'to', 'granularity', 'role', 'text', 'context', 'itemId', 'feedId', 'outlet'],
    ...['source', 'title', 'url', 'duplicateOf'],
  ],
  speaker: [
    ...['id', 'name', 'kind', 'statementCount', 'statementsInRange', 'firstSeenAt', 'lastSeenAt', 'aliases', 'roles'],
  ],
  correction: [
    ...['statementId', 'itemId', 'at', 'by', 'state', 'notAStatement', 'speaker.id', 'speaker.name', 'words', 'note'],
    ...['machine.text', 'machine.speaker.name', 'outlet', 'title', 'url'],
  ],
  removal: ['kind', 'id', 'label', 'reason', 'by', 'at', 'state', 'stateAt'],
  search: [...['id', 'name', 'filters', 'paused', 'channels', 'createdBy', 'createdAt', 'changedAt']],
  feed: [
    ...['id', 'url', 'title', 'siteUrl', 'folder', 'paused', 'state.status', 'state.lastSuccessAt'],
    ...['state.lastNewItemAt', 'state.nextPollAt', 'state.lastError.code', 'state.lastError.message'],
  ],
} as const satisfies Record<string, readonly string[]>;
