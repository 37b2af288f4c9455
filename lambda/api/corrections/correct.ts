import { speakerId } from '../../common/speaker-id.ts';
import type { CorrectedSpeaker, Correction } from '../../model/correction.ts';
import { InputError } from '../../model/errors.ts';
import type { Statement } from '../../model/statement.ts';
import type { Store } from '../../store/store.ts';
import type { CorrectionBody, MeantSpeaker } from './correction-body.ts';

/**
 * Corrects a statement as one who is called `by`, in the place of an earlier correction of it. Answers the statement as it now is; `null` where the
 * article doesn't have it any more. Throws NotFoundError, and InputError with a pointer into the body.
 */
export async function correct(
  { itemId, statementId }: Pick<Correction, 'itemId' | 'statementId'>,
  { speaker, words, notAStatement, note }: CorrectionBody,
  by: string,
  store: Pick<Store, 'corrections' | 'speakers'>,
): Promise<{ correction: Correction; statement: Statement | null }> {
  return store.corrections.put({
    itemId,
    statementId,
    by,
    notAStatement,
    note: note || null,
    ...(words === undefined ? {} : { words }),
    ...(speaker === undefined ? {} : { speaker: speaker && (await speakerOf(speaker, store)) }),
  });
}

async function speakerOf(meant: MeantSpeaker, { speakers }: Pick<Store, 'speakers'>): Promise<CorrectedSpeaker> {
  const { role, affiliation } = meant;
  if (meant.id !== undefined) {
    const known = await speakers.get(meant.id);
    if (!known) throw new InputError('unknown-speaker', `no speaker has the id ${meant.id}`, '/speaker/id');
    return { id: known.id, name: meant.name ?? known.name, kind: known.kind, role, affiliation };
  }
  const { name = '', kind = 'person' } = meant;
  const id = speakerId(kind, name);
  if (id === null && (kind === 'person' || kind === 'organization')) {
    throw new InputError('bad-name', 'a name has letters or digits', '/speaker/name');
  }
  return { id, name, kind, role, affiliation };
}
