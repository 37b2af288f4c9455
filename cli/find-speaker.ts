import { fold } from '../lambda/common/fold.ts';
import { speakerId } from '../lambda/common/speaker-id.ts';
import type { Speaker } from '../lambda/model/speaker.ts';
import type { Store } from '../lambda/store/store.ts';
import { candidateLines } from './candidates.ts';
import { CommandError } from './command-error.ts';
import { EXIT } from './exit-codes.ts';

const MOST_FOUND = 1_000;

/** The speaker whose id or whole name this is; throws CommandError that tells who has such a name, for a decision is never made on a part of one. */
export async function findSpeaker({ speakers }: Pick<Store, 'speakers'>, text: string): Promise<Speaker> {
  const ids = [text, speakerId('person', text), speakerId('organization', text)];
  for (const id of ids) {
    const found = id ? await speakers.get(id) : null;
    if (found) return found;
  }
  const words = fold(text.replace(/^org:/, '')).split(' ');
  const { candidatesOf } = await import('../lambda/api/speakers/choose-speakers.ts');
  const candidates = candidatesOf(await speakers.find(words, MOST_FOUND));
  const hint =
    candidates.length > 0
      ? ['Perhaps one of these:', ...candidateLines(candidates)].join('\n')
      : '`dateline speakers --q WORD` finds names.';
  throw new CommandError(EXIT.notFound, 'unknown-speaker', `no speaker is ${JSON.stringify(text)}`, hint);
}
