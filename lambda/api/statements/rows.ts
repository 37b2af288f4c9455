import * as z from 'zod';
import { statementSchema } from '../../model/statement.ts';
import { articleFields } from '../items/rows.ts';

/** A row of `/v1/statements`. */
export const statementRowSchema = statementSchema.extend({
  ...articleFields,
  /** The sentence around it; in exports, and where `fields` asks for it. `null` where the article has changed meanwhile. */
  context: z.string().nullable().optional(),
  /** The words behind their verb, where they are no sentence without it ("denied those claims"); stands where `context` does. */
  reading: z.string().optional(),
});
export type StatementRow = z.infer<typeof statementRowSchema>;
