import { type ChangesQuery, listChanges } from '../items/list-changes.ts';
import { changeRowSchema } from '../items/rows.ts';
import { csvColumns } from '../kernel/formats/columns.ts';
import type { ListForm } from '../kernel/formats/form.ts';
import { refuseBeside } from '../kernel/parameters/read-query.ts';
import { listRoute } from '../kernel/routes/list-route.ts';
import { addContext } from './add-context.ts';
import { statementEntry } from './feed-entry.ts';
import { FILTER_NAMES, statementFilters } from './filters.ts';
import { listStatements } from './list-statements.ts';
import { statementsQuerySchema } from './query.ts';
import { type StatementRow, statementRowSchema } from './rows.ts';

/** Why some filters do not go with `changedAfter`. */
export const ALL_CHANGES = 'an item that no longer passes would not be seen to go';

const STATEMENTS: ListForm = {
  columns: csvColumns.statementInContext,
  entry: (row) => statementEntry(row as StatementRow),
  complete: (rows, context) => addContext(rows as StatementRow[], context),
};

const NOT_WITH_CHANGES = FILTER_NAMES.filter((name) => !statementFilters[name].withChanges);

/** Who said what. */
export const statementRoutes = [
  listRoute({
    address: '/v1/statements',
    name: 'listStatements',
    list: 'statements',
    tag: 'statements',
    summary: 'Who said what, newest article first, then as in the text',
    description:
      'Each with the title, outlet and address of its article. With `changedAfter`, articles that came, changed or went, each with all its statements as they are now.',
    query: statementsQuerySchema,
    title: 'Dateline: statements',
    formats: ['json', 'ndjson', 'csv', 'rss', 'jsonfeed'],
    rows: [statementRowSchema, changeRowSchema],
    async read({ values, sent, after }, context) {
      const { changedAfter, ...query } = values;
      refuseBeside(sent, 'changedAfter', NOT_WITH_CHANGES, ALL_CHANGES);
      if (changedAfter === undefined) {
        return { rows: statementRowSchema, page: await listStatements(values, after, context), form: STATEMENTS };
      }
      const changes: ChangesQuery = { ...query, changedAfter };
      return { rows: changeRowSchema, page: await listChanges(changes, after, context), form: {} };
    },
  }),
];
