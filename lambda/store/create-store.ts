import { setTimeout } from 'node:timers/promises';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Clock } from '../model/ports.ts';
import { createDayMarks } from './day-marks.ts';
import { createKeyRepository } from './repositories/api-keys.ts';
import { createComingDateRepository } from './repositories/coming-dates.ts';
import { createCorrectionRepository } from './repositories/corrections.ts';
import { createFeedRepository } from './repositories/feeds.ts';
import { createHostRepository } from './repositories/hosts.ts';
import { createItemRepository } from './repositories/items.ts';
import { createRollupRepository } from './repositories/rollups.ts';
import { createSearchRepository } from './repositories/search.ts';
import { createSessionRepository } from './repositories/sessions.ts';
import { createSpeakerRepository } from './repositories/speakers.ts';
import { createStatementRepository } from './repositories/statements.ts';
import type { Store } from './store.ts';

/** What a store needs: the client, made with `removeUndefinedValues`, the table's name and the clock. */
export interface StoreOptions {
  client: DynamoDBDocumentClient;
  table: string;
  clock: Clock;
  /** Packs articles as small as it can, for some milliseconds of processor time each: where one pays for what is written and kept. */
  isDense?: boolean;
  /** Waits so many milliseconds between tries; a timer, unless a test gives another. */
  delay?: (milliseconds: number) => Promise<void>;
}

/** The store on a DynamoDB table, or on what speaks its protocol. */
export function createStore(options: StoreOptions): Store {
  const context = { delay: (milliseconds: number) => setTimeout(milliseconds), ...options };
  const days = createDayMarks(context);
  const items = createItemRepository(context, days);
  const statements = createStatementRepository(context, items);
  return {
    feeds: createFeedRepository(context),
    hosts: createHostRepository(context),
    items,
    statements,
    speakers: createSpeakerRepository(context),
    dates: createComingDateRepository(context),
    corrections: createCorrectionRepository(context, days),
    rollups: createRollupRepository(context),
    search: createSearchRepository(context, { items, statements }),
    keys: createKeyRepository(context),
    sessions: createSessionRepository(context),
  };
}
