import { statementSchema } from '../../model/statement.ts';
import { defineRecord } from '../codec.ts';
import { indexKeys, keys } from '../keys.ts';

/** A statement of one revision; in gsi1 by speaker (where that is followed), in gsi2 by day; in none where an operator has struck it. */
export const statementRecord = defineRecord(
  statementSchema,
  ({ id, itemId, revision, start, sortAt, speaker, correction }) => ({
    ...keys.statement(itemId, revision, start, id),
    ...(correction?.notAStatement
      ? {}
      : indexKeys.statement({ id, itemId, sortAt, start, speakerId: speaker?.id ?? null })),
  }),
  { plain: [] },
);
