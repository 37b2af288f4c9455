import { StoreError } from '../model/errors.ts';
import { apiKeyRecord, sessionRecord } from './access/record.ts';
import { correctionRecord } from './corrections/record.ts';
import { cachedRecord, countRecord, facetRecord } from './counts/record.ts';
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
import { checkCheckpoint } from './jobs/checkpoint.ts';
import { leaseRecord } from './jobs/record.ts';
import { erasedRecord, heldRecord, removalRecord } from './removals/record.ts';
import { deliveredSayingRecord, deliveryRecord } from './searches/delivery-record.ts';
import { searchRecord } from './searches/record.ts';
import { speakerMergesRecord, speakerNameRecord, speakerRecord } from './speakers/record.ts';
import { statementRecord } from './statements/record.ts';
import { fingerprintRecord, linkRecord, memberRecord } from './stories/record.ts';
import type { Attributes } from './table/port.ts';
import { segmentRecord, wordPlacesRecord, wordPostingsRecord, wordStateRecord } from './words/record.ts';

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
  [/^(?:ITEM|SPEAKER)#.* \/ REMOVED$/s, removalRecord.decode],
  [/^HELD#/, heldRecord.decode],
  [/^SPEAKERS \/ ERASED$/, erasedRecord.decode],
  [/^CHANGED#/, changeRecord.decode],
  [/^MENTIONED#/, comingDateRecord.decode],
  [/^(?:URL|TEXT)#/, copyRecord.decode],
  [/^ITEM#.* \/ LINKED$/s, linkRecord.decode],
  [/^(?:SKETCH|SAID)#/, fingerprintRecord.decode],
  [/^(?:STORY|SAYING)#/, memberRecord.decode],
  [/^SPEAKER#.* \/ META$/s, speakerRecord.decode],
  [/^SPEAKER#.* \/ NAME#/s, speakerNameRecord.decode],
  [/^SPEAKERS \/ MERGES$/, speakerMergesRecord.decode],
  [/^DAYS#/, dayRecord.decode],
  [/^COUNT#/, countRecord.decode],
  [/^FACETS#/, facetRecord.decode],
  [/^CACHED#/, cachedRecord.decode],
  [/^WORDS \/ STATE$/, wordStateRecord.decode],
  [/^WORDS#\w+ \//, segmentRecord.decode],
  [/^WORDS#\w+#PLACES /, wordPlacesRecord.decode],
  [/^WORDS#/, wordPostingsRecord.decode],
  [/^SEARCH#.* \/ META$/s, searchRecord.decode],
  [/^SEARCH#.* \/ TOLD#/s, deliveryRecord.decode],
  [/^SEARCH#.* \/ SAID#/s, deliveredSayingRecord.decode],
  [/^KEY#/, apiKeyRecord.decode],
  [/^SESSION#/, sessionRecord.decode],
  [/^JOB#.* \/ LEASE$/s, leaseRecord.decode],
  [/^JOB#.* \/ CHECKPOINT$/s, checkCheckpoint],
];

/** Throws StoreError `corrupt-record`, naming the key, where a record is of no kind, or not as its kind must be. */
export function checkKind(attributes: Attributes): void {
  const key = `${attributes.pk} / ${attributes.sk}`;
  const decode = KINDS.find(([pattern]) => pattern.test(key))?.[1];
  if (!decode) throw new StoreError('corrupt-record', `the record ${key} is of no kind that there is`);
  decode(attributes);
}
