import type * as z from 'zod';
import type { ListRequest } from '../../api/kernel/http/list-request.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';
import { FILTER_NAMES, statementFilters } from '../../api/statements/filters.ts';
import { listStatements } from '../../api/statements/list-statements.ts';
import type { StatementsQuery } from '../../api/statements/query.ts';

/** The filters of a query that finds nothing without which, one at a time, something would be found. */
export async function zeroResultHints(
  { sent }: ListRequest<unknown>,
  schema: z.ZodType<StatementsQuery>,
  context: QueryContext,
): Promise<string[]> {
  const used = FILTER_NAMES.filter((name) => statementFilters[name].narrows && sent[name] !== undefined);
  if (used.length < 2) return used;
  const helps = await Promise.all(
    used.map(async (name) => {
      const { [name]: _, cursor: __, ...rest } = sent;
      const page = await listStatements({ ...schema.parse(rest), limit: 1 }, undefined, context);
      return page.rows.length > 0;
    }),
  );
  return used.filter((_, index) => helps[index]);
}
