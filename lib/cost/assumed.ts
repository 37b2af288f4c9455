/** What cannot be measured without AWS, or is set by the stack. */
export const ASSUMED = {
  /** Of the polls without news, so many are answered with 304; the others send the document again, */
  notModifiedShare: 0.5,
  /** and so many send just the same bytes, without another date of building or other advertisements. */
  sameBytesShare: 0.25,
  /** Hosts that a run asks side by side, and seconds that it waits for the slowest of so many. */
  hostsAtOnce: 40,
  fetchSeconds: 0.7,
  /** Bytes of a feed's message; what SQS is asked is counted by 64 KB. */
  messageBytes: 700,
  /** All feeds of a host that are due travel together. Of so many runs at most a host has more, for which the run keeps the distance at its end. */
  restShare: 0.01,
  restSeconds: 1,
  ingestGigabytes: 512 / 1024,
  /** A function of 512 MB has this share of a processor (Lambda guide: 1,769 MB have one). */
  processorShare: 512 / 1769,
  dispatchSeconds: 0.3,
  /** Each feed's state is looked at every minute: some 10 µs of a processor, of which the function has a seventh. */
  dispatchSecondsAFeed: 0.00007,
  /** Partitions of states, and of what may be due beside them. */
  statePartitions: 8,
  otherPartitions: 16,
  dispatchGigabytes: 0.25,
  /** Rounds begin once an hour; the runs between look whether one has to go on. */
  rollupsAnHour: 6,
  rollupGigabytes: 1,
  rollupProcessorShare: 1024 / 1769,
  /** Items whose words are indexed anew every hour, on average, until there are enough of them for a batch, which is written once. */
  openItems: 250,
  /** To index an item's words its body and its record are read, half a unit for each 4 KB. */
  indexingReadUnits: 1.5,
  /** Bytes of log lines, with what CloudWatch and the functions' runtime add: of a poll with news, and of one without in the line of all such of a run. */
  newsPollLogBytes: 420,
  quietPollLogBytes: 90,
  /** That line itself, and the one that tells the metrics. */
  runLogBytes: 800,
  /** Lambda's own START and REPORT lines of a run. */
  reportLogBytes: 700,
  /** Five pollers of the event source ask every 20 s, also while there is nothing. */
  emptyReceives: 5 * 3 * 60 * 24 * 30,
  /** Of ours. */
  metrics: 6,
  alarmMetrics: 23,
  /** A run that tells what searches find, of a minute in which articles came, and its memory. */
  notifySeconds: 0.3,
  notifyGigabytes: 0.5,
  /** To fetch a page: its host's robots.txt is known, and its requests are a second apart. */
  pageSeconds: 1.2,
  extractorGigabytes: 1,
  extractorProcessorShare: 1024 / 1769,
  apiGigabytes: 1,
  apiProcessorShare: 1024 / 1769,
} as const;
