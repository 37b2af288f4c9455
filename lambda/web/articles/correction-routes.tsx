import type { Context, Hono } from 'hono';
import * as z from 'zod';
import { correct } from '../../api/corrections/correct.ts';
import { type CorrectionBody, correctionBodySchema } from '../../api/corrections/correction-body.ts';
import type { AppEnv } from '../../api/kernel/http/app-env.ts';
import { readForm } from '../../api/kernel/http/read-form.ts';
import type { QueryContext } from '../../api/kernel/query-context.ts';
import { InputError } from '../../model/errors.ts';
import { links } from '../kit/links.ts';
import { idIn, requireAdmin } from '../kit/page-request.ts';
import { showStatement } from './routes.tsx';

const formSchema = z.object({
  what: z.enum(['speaker', 'unknown', 'words', 'not-a-statement'], 'say what is wrong'),
  name: z.string().optional(),
  role: z.string().optional(),
  words: z.string().optional(),
  note: z.string().optional(),
});
type Form = z.infer<typeof formSchema>;

/** Adds what the form of a statement's page sends to; each leads on to that page. */
export function addCorrectionForms(app: Hono<AppEnv>, context: QueryContext): void {
  const { store } = context;
  const place = (c: Context) => ({ itemId: idIn(c), statementId: idIn(c, 'statement') });
  const back = (c: Context): string => links.statement({ itemId: idIn(c), id: idIn(c, 'statement') });

  app.post('/articles/:id/statements/:statement/correct', async (c) => {
    requireAdmin(c);
    const form = await readForm(c, formSchema);
    try {
      const { statement } = await correct(place(c), bodyOf(form), c.var.access.name, store);
      return c.redirect(statement === null ? back(c) : links.statement(statement), 303);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      c.status(400);
      return showStatement(c, context, { typed: form, problem: error.message });
    }
  });

  app.post('/articles/:id/statements/:statement/withdraw', async (c) => {
    requireAdmin(c);
    await readForm(c, z.object({}));
    await store.corrections.withdraw(idIn(c), await correctedId(c, context));
    return c.redirect(links.article(idIn(c)), 303);
  });
}

/** Of what the statement's correction is called: the id that it had when it was corrected. */
async function correctedId(c: Context, { store }: QueryContext): Promise<string> {
  const id = idIn(c, 'statement');
  const statements = await store.statements.ofItem(idIn(c));
  return statements.find((one) => one.id === id)?.correction?.of ?? id;
}

/** The form as a correction; throws InputError for one that says too little. */
function bodyOf({ what, name, role, words, note }: Form): CorrectionBody {
  if (what === 'speaker' && !name?.trim()) throw new InputError('bad-form', 'Give the name of who said it.');
  const parsed = correctionBodySchema.safeParse({
    notAStatement: what === 'not-a-statement',
    ...(what === 'speaker' && { speaker: { name, role: role?.trim() || null } }),
    ...(what === 'unknown' && { speaker: null }),
    ...(what === 'words' && { words }),
    note: note ?? null,
  });
  if (parsed.success) return parsed.data;
  const parts = parsed.error.issues.map(({ path, message }) => [path.join(' '), message].filter(Boolean).join(': '));
  throw new InputError('bad-form', parts.join('; '));
}
