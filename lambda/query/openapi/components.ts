import type * as z from 'zod';
import { dateMentionSchema } from '../../model/date-mention.ts';
import { feedEventSchema } from '../../model/feed.ts';
import { speakerSchema } from '../../model/speaker.ts';
import { statementSchema } from '../../model/statement.ts';
import { problemSchema } from '../http/problem.ts';
import * as answers from '../responses.ts';

/** Shapes that have a name of their own in the OpenAPI document, and so in clients made of it. */
export const components: Record<string, z.ZodType> = {
  Problem: problemSchema,
  Statement: statementSchema,
  StatementRow: answers.statementRowSchema,
  ItemRow: answers.itemRowSchema,
  ChangeRow: answers.changeRowSchema,
  Article: answers.articleSchema,
  DateMention: dateMentionSchema,
  DateRow: answers.dateRowSchema,
  Speaker: speakerSchema,
  SpeakerRow: answers.speakerRowSchema,
  SpeakerPage: answers.speakerPageSchema,
  CorrectionRow: answers.correctionRowSchema,
  FeedRow: answers.feedRowSchema,
  FeedPage: answers.feedPageSchema,
  FeedEvent: feedEventSchema,
  Status: answers.statusSchema,
  JsonFeed: answers.jsonFeedSchema,
};
