import type * as z from 'zod';
import { dateMentionSchema } from '../model/date-mention.ts';
import { feedEventSchema } from '../model/feed.ts';
import { speakerSchema } from '../model/speaker.ts';
import { statementSchema } from '../model/statement.ts';
import { correctionRowSchema } from './corrections/rows.ts';
import { dateRowSchema } from './dates/rows.ts';
import { feedPageSchema, feedRowSchema } from './feeds/rows.ts';
import { articleSchema, changeRowSchema, itemRowSchema } from './items/rows.ts';
import { jsonFeedSchema } from './kernel/formats/list-shapes.ts';
import { problemSchema } from './kernel/http/problem.ts';
import { deliveryRowSchema, searchAnswerSchema, searchRowSchema } from './searches/rows.ts';
import { statusSchema } from './service/read-status.ts';
import { speakerPageSchema, speakerRowSchema } from './speakers/rows.ts';
import { statementRowSchema } from './statements/rows.ts';
import { storySchema } from './stories/rows.ts';

/** Shapes that have a name of their own in the OpenAPI document, and so in clients made of it. */
export const components: Record<string, z.ZodType> = {
  Problem: problemSchema,
  Statement: statementSchema,
  StatementRow: statementRowSchema,
  ItemRow: itemRowSchema,
  ChangeRow: changeRowSchema,
  Article: articleSchema,
  Story: storySchema,
  DateMention: dateMentionSchema,
  DateRow: dateRowSchema,
  Speaker: speakerSchema,
  SpeakerRow: speakerRowSchema,
  SpeakerPage: speakerPageSchema,
  CorrectionRow: correctionRowSchema,
  SearchRow: searchRowSchema,
  SearchAnswer: searchAnswerSchema,
  DeliveryRow: deliveryRowSchema,
  FeedRow: feedRowSchema,
  FeedPage: feedPageSchema,
  FeedEvent: feedEventSchema,
  Status: statusSchema,
  JsonFeed: jsonFeedSchema,
};
