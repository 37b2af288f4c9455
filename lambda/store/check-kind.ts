import { StoreError } from '../model/errors.ts';
import { apiKeyRecord, sessionRecord } from './access/record.ts';
import { correctionRecord } from './corrections/record.ts';
import { feedEntriesRecord } from './feeds/entries-record.ts';
import { feedEventRecord } from './feeds/event-record.ts';
import { hostRecord } from './feeds/host-record.ts';
import { feedRecord } from './feeds/record.ts';
import { feedStateRecord } from './feeds/state-record.ts';
import { bodyRecord } from './items/body-record.ts';
import { changeRecord } from './items/change-record.ts';
import { comingDateRecord } from './items/coming-date-record.ts';
import { copyRecord } from './items/copy-record.ts';
import { dayRecord } from './items/day-record.ts';
import { itemRecord } from './items/record.ts';
import { leaseRecord } from './jobs/record.ts';
import { openCountsRecord, openDaysRecord } from './records/open-counts.ts';
import { rolledThroughRecord, rollupRecord, spokenRecord, subjectsRecord } from './records/rollup.ts';
import { toldRecord } from './records/told.ts';
import {
  openWordsRecord,
  wordBatchRecord,
  wordPlacesRecord,
  wordPostingsRecord,
  wordStateRecord,
} from './records/word-index.ts';
import { speakerMergesRecord, speakerNameRecord, speakerRecord } from './speakers/record.ts';
import { statementRecord } from './statements/record.ts';
import type { Attributes } from './table/port.ts';

type Decode = (attributes: Attributes) => unknown;

/** Kinds of records by what `pk / sk` looks like; the first that fits. */
const KINDS: [key: RegExp, decode: Decode][] = [
  [/^FEED#.* \/ META$/s, feedRecord.decode],
  [/^FEED#.* \/ ENTRIES/s, feedEntriesRecord.decode],
  [/^FEED#.* \/ LOG#/s, feedEventRecord.decode],
  [/^STATES#/, feedStateRecord.decode],
  [/^HOST#.* \/ STATE$/s, hostRecord.decode],
  [/^ITEM#.* \/ META$/s, itemRecord.decode],
  [/^ITEM#.* \/ BODY#/s, bodyRecord.decode],
  [/^ITEM#.* \/ STMT#/s, statementRecord.decode],
  [/^ITEM#.* \/ CORR#/s, correctionRecord.decode],
  [/^CHANGED#/, changeRecord.decode],
  [/^MENTIONED#/, comingDateRecord.decode],
  [/^(?:URL|TEXT)#/, copyRecord.decode],
  [/^SPEAKER#.* \/ META$/s, speakerRecord.decode],
  [/^SPEAKER#.* \/ NAME#/s, speakerNameRecord.decode],
  [/^SPEAKERS \/ MERGES$/, speakerMergesRecord.decode],
  [/^DAYS#/, dayRecord.decode],
  [/^SUBJECT#/, rollupRecord.decode],
  [/^SPOKEN /, spokenRecord.decode],
  [/^TOLD#/, toldRecord.decode],
  [/^ROLLUP#.* \/ ~open#/s, openCountsRecord.decode],
  [/^ROLLUP#.* \/ ~/s, subjectsRecord.decode],
  [/^ROLLUP \/ OPEN$/, openDaysRecord.decode],
  [/^ROLLUP \/ THROUGH$/, rolledThroughRecord.decode],
  [/^ROLLUP \/ WORDS$/, wordStateRecord.decode],
  [/^WORDS#\w+ \/ BATCH#/, wordBatchRecord.decode],
  [/^WORDS#\w+ \/ OPEN#/, openWordsRecord.decode],
  [/^WORDS#\w+#PLACES /, wordPlacesRecord.decode],
  [/^WORDS#/, wordPostingsRecord.decode],
  [/^KEY#/, apiKeyRecord.decode],
  [/^SESSION#/, sessionRecord.decode],
  [/^JOB#.* \/ LEASE$/s, leaseRecord.decode],
];

/** Throws StoreError `corrupt-record`, naming the key, where a record is of no kind, or not as its kind must be. */
export function checkKind(attributes: Attributes): void {
  const key = `${attributes.pk} / ${attributes.sk}`;
  const decode = KINDS.find(([pattern]) => pattern.test(key))?.[1];
  if (!decode) throw new StoreError('corrupt-record', `the record ${key} is of no kind that there is`);
  decode(attributes);
}
