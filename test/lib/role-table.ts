const WRITTEN_BY_OPERATORS = {
  'ForAllValues:StringLike': {
    'dynamodb:LeadingKeys': [
      'FEED#*',
      'STATES#*',
      'ITEM#*',
      'SPEAKER#*',
      'SPEAKERS',
      'CHANGED#*',
      'MENTIONED#*',
      'SKETCH#*',
      'SAID#*',
      'HELD#*',
      'URL#*',
      'TEXT#*',
      'DAYS#*',
      'SESSION#*',
      'SEARCH#*',
    ],
  },
};

const WRITTEN_BY_NOTIFY = { 'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': ['SEARCH#*', 'JOB#notify'] } };

/** Everything that each role of the stack may do, as a person has reviewed it: actions, then what they may be done to. */
export const ROLE_TABLE: Record<string, string[]> = {
  // Reads what is due, sends it; writes nothing into the table. The error of a run that failed goes to a queue of its own.
  IngestDispatchRole: [
    'logs:CreateLogStream, logs:PutLogEvents on IngestDispatchLog',
    'dynamodb:BatchGetItem, dynamodb:GetItem, dynamodb:Query on StoreTable',
    'dynamodb:Query on StoreTable/index/gsi3',
    'sqs:SendMessage on FailedRunsQueue, IngestQueue',
  ],
  // Receives, and has a page read; sends nothing, reads no index, deletes nothing but by batches of writes.
  IngestRole: [
    'logs:CreateLogStream, logs:PutLogEvents on IngestLog',
    'dynamodb:BatchGetItem, dynamodb:BatchWriteItem, dynamodb:GetItem, dynamodb:PutItem, dynamodb:Query, dynamodb:UpdateItem on StoreTable',
    'lambda:InvokeFunction on IngestArticleExtractorFunction',
    'sqs:ChangeMessageVisibility, sqs:DeleteMessage, sqs:GetQueueAttributes, sqs:GetQueueUrl, sqs:ReceiveMessage on IngestQueue',
  ],
  // Reads pages of strangers: may do nothing but write its own log.
  IngestArticleExtractorRole: ['logs:CreateLogStream, logs:PutLogEvents on IngestArticleExtractorLog'],
  IngestScheduleRole: ['lambda:InvokeFunction on IngestDispatchFunction'],
  RollupRole: [
    'logs:CreateLogStream, logs:PutLogEvents on RollupLog',
    'dynamodb:BatchGetItem, dynamodb:BatchWriteItem, dynamodb:DeleteItem, dynamodb:GetItem, dynamodb:PutItem, dynamodb:Query, dynamodb:UpdateItem on StoreTable',
    'dynamodb:Query on StoreTable/index/gsi1, StoreTable/index/gsi2',
    'sqs:SendMessage on FailedRunsQueue',
  ],
  RollupScheduleRole: ['lambda:InvokeFunction on RollupFunction'],
  // Sends to addresses that people gave: writes searches' deliveries and its own lease, nothing else.
  NotifyRole: [
    'logs:CreateLogStream, logs:PutLogEvents on NotifyLog',
    'dynamodb:BatchGetItem, dynamodb:GetItem, dynamodb:Query on StoreTable',
    'dynamodb:Query on StoreTable/index/gsi1, StoreTable/index/gsi3',
    `dynamodb:BatchWriteItem, dynamodb:DeleteItem, dynamodb:PutItem, dynamodb:UpdateItem on StoreTable if ${JSON.stringify(WRITTEN_BY_NOTIFY)}`,
    'sqs:SendMessage on FailedRunsQueue',
  ],
  NotifyScheduleRole: ['lambda:InvokeFunction on NotifyFunction'],
  // Answers the public: reads, and writes what operators decide and sessions, no keys by the names of partitions.
  QueryApiQueryRole: [
    'logs:CreateLogStream, logs:PutLogEvents on QueryApiQueryLog',
    'dynamodb:BatchGetItem, dynamodb:GetItem, dynamodb:Query on StoreTable',
    'dynamodb:Query on StoreTable/index/gsi1, StoreTable/index/gsi2',
    `dynamodb:BatchWriteItem, dynamodb:DeleteItem, dynamodb:PutItem, dynamodb:UpdateItem on StoreTable if ${JSON.stringify(WRITTEN_BY_OPERATORS)}`,
  ],
};
