import { StoreError } from '../model/errors.ts';
import { leaseRecord } from './jobs/record.ts';
import { apiKeyRecord } from './records/api-key.ts';
import { briefEventsRecord } from './records/brief-events.ts';
import { changeRecord } from './records/change.ts';
import { comingDateRecord } from './records/coming-date.ts';
import { copyRecord } from './records/copy.ts';
import { correctionRecord } from './records/correction.ts';
import { dayRecord } from './records/day.ts';
import { feedRecord } from './records/feed.ts';
import { feedEntriesRecord } from './records/feed-entries.ts';
import { feedEventRecord } from './records/feed-event.ts';
import { feedStateRecord } from './records/feed-state.ts';
import { hostRecord } from './records/host.ts';
import { itemRecord } from './records/item.ts';
import { itemBodyRecord } from './records/item-body.ts';
import { openCountsRecord, openDaysRecord } from './records/open-counts.ts';
import { rolledThroughRecord, rollupRecord, spokenRecord, subjectsRecord } from './records/rollup.ts';
import { sessionRecord } from './records/session.ts';
import { speakerRecord } from './records/speaker.ts';
import { speakerMergesRecord } from './records/speaker-merges.ts';
import { speakerNameRecord } from './records/speaker-name.ts';
import { decodeStatements } from './records/statements.ts';
import { toldRecord } from './records/told.ts';
import {
  openWordsRecord,
  wordBatchRecord,
  wordPlacesRecord,
  wordPostingsRecord,
  wordStateRecord,
} from './records/word-index.ts';
import type { Attributes } from './table/port.ts';

type Decode = (attributes: Attributes) => unknown;

/** Kinds of records by what `pk / sk` looks like; the first that fits. */
const KINDS: [key: RegExp, decode: Decode][] = [
  [/^FEED#.* \/ META$/s, feedRecord.decode],
  [/^FEED#.* \/ ENTRIES#/s, feedEntriesRecord.decode],
  [/^FEED#.* \/ LOG#[^#]*#ALL$/s, briefEventsRecord.decode],
  [/^FEED#.* \/ LOG#/s, feedEventRecord.decode],
  [/^STATES#/, feedStateRecord.decode],
  [/^HOST#.* \/ STATE$/s, hostRecord.decode],
  [/^ITEM#.* \/ META$/s, itemRecord.decode],
  [/^ITEM#.* \/ BODY#/s, itemBodyRecord.decode],
  [/^ITEM#.* \/ STMT#/s, (attributes) => decodeStatements([attributes])],
  [/^ITEM#.* \/ CORR#/s, correctionRecord.decode],
  [/^CHANGED#/, changeRecord.decode],
  [/^MENTIONED#/, comingDateRecord.decode],
  [/^(?:URL|TEXT)#/, copyRecord.decode],
  [/^SPEAKER#.* \/ META$/s, speakerRecord.decode],
  [/^SPEAKER#.* \/ NAME#/s, speakerNameRecord.decode],
  [/^SPEAKERS \/ MERGES$/, speakerMergesRecord.decode],
  [/^SAID#/, () => null],
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
