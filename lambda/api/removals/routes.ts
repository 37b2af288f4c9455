import * as z from 'zod';
import { type RemovalKind, removalKindSchema, removalSchema } from '../../model/removal.ts';
import { csvColumns } from '../kernel/formats/columns.ts';
import { jsonAnswer, sendJson } from '../kernel/http/json.ts';
import { badParameter } from '../kernel/http/problem.ts';
import { walk } from '../kernel/lists/walk.ts';
import { emptyQuerySchema, paging } from '../kernel/parameters/paging.ts';
import { listRoute } from '../kernel/routes/list-route.ts';
import { route } from '../kernel/routes/route.ts';

const LONGEST_REASON = 500;
const REMOVAL = '/v1/removals/:kind/:id';
const reasonSchema = z.object({
  reason: z
    .string()
    .trim()
    .min(1, 'give a reason')
    .max(LONGEST_REASON, `at most ${LONGEST_REASON} characters`)
    .meta({ description: 'Why: it is kept with the removal' }),
});
const common = { tag: 'removals', scope: 'admin', body: z.undefined() } as const;

const removing = (kind: RemovalKind, more: { address: string; name: string; summary: string; description: string }) =>
  route({
    ...common,
    ...more,
    method: 'delete',
    query: reasonSchema,
    answers: { 200: jsonAnswer('The removal', removalSchema) },
    handle: async ({ c, path: { id = '' }, query: { reason } }, { store }) =>
      sendJson(c, removalSchema, await store.removals.remove({ kind, id, reason, by: c.var.access.name })),
  });

const deciding = (verb: 'restore' | 'purge', summary: string, description: string) =>
  route({
    ...common,
    method: 'post',
    address: `${REMOVAL}/${verb}`,
    name: `${verb}Removal`,
    summary,
    description,
    query: emptyQuerySchema,
    answers: { 200: jsonAnswer('The removal as it is now', removalSchema) },
    async handle({ c, path: { kind = '', id = '' } }, { store }) {
      const { success, data } = removalKindSchema.safeParse(kind);
      if (!success) throw badParameter('kind', 'give item or speaker');
      return sendJson(c, removalSchema, await store.removals[verb](data, id));
    },
  });

/** Taking down what publishers or persons ask for. */
export const removalRoutes = [
  listRoute({
    address: '/v1/removals',
    name: 'listRemovals',
    list: 'removals',
    tag: 'removals',
    summary: 'What was taken down, by whom and why, the latest first',
    description: 'Restored and purged ones stay in the list.',
    scope: 'admin',
    query: z.object(paging),
    title: 'Dateline: removals',
    formats: ['json', 'ndjson', 'csv'],
    rows: [removalSchema],
    read: async ({ values, after }, { store }) => ({
      rows: removalSchema,
      page: await walk({
        source: store.removals.newest(after),
        limit: values.limit,
        keep: () => true,
        join: async (removals) => removals,
      }),
      form: { columns: csvColumns.removal },
    }),
  }),
  removing('item', {
    address: '/v1/items/:id',
    name: 'removeItem',
    summary: 'Takes an article down',
    description:
      'With its text, statements, dates and corrections; counts follow within the hour. No poll brings it back. It can be restored for 30 days, unless it is purged.',
  }),
  removing('speaker', {
    address: '/v1/speakers/:id',
    name: 'eraseSpeaker',
    summary: 'Erases a speaker',
    description:
      'With their names and roles, and their statements in all articles, and those of speakers who are joined to them; the texts of the articles stay as they are. No poll brings them back. They can be restored for 30 days, unless they are purged.',
  }),
  deciding(
    'restore',
    'Brings back what was taken down',
    'An article as its next revision; a speaker’s statements as far as their articles still have the words.',
  ),
  deciding(
    'purge',
    'Deletes at once what is kept for restoring',
    'The removal stays and holds, without title or name.',
  ),
];
