/** List prices of AWS in US dollars, on demand, without any free tier. */
export const PRICES = {
  region: 'us-east-1',
  /** When they were noted, from the pricing page of each service. */
  asOf: '2026-11-25',
  source: 'https://aws.amazon.com/{dynamodb,lambda,sqs,api-gateway,eventbridge,cloudwatch,sns}/pricing/',
  dynamodb: {
    standard: { millionWriteUnits: 0.625, millionReadUnits: 0.125, storedGigabyteMonth: 0.25 },
    infrequentAccess: { millionWriteUnits: 0.78, millionReadUnits: 0.155, storedGigabyteMonth: 0.1 },
    backupGigabyteMonth: 0.2,
  },
  /** On arm64. */
  lambda: { gigabyteSecond: 0.0000133334, millionRequests: 0.2 },
  /** Of an HTTP API; answers of up to 512 KB. */
  apiGateway: { millionRequests: 1 },
  /** FIFO; a batch of ten is one request. */
  sqs: { millionRequests: 0.5 },
  scheduler: { millionRuns: 1 },
  logs: { ingestedGigabyte: 0.5, storedGigabyteMonth: 0.03 },
  cloudwatch: { metricMonth: 0.3, alarmMetricMonth: 0.1, dashboardMonth: 3 },
} as const;
