import { fold } from '../lambda/common/fold.ts';
import { speakerId } from '../lambda/common/speaker-id.ts';
import type { Speaker } from '../lambda/model/speaker.ts';
import type { Store } from '../lambda/store/store.ts';
import { CommandError } from './command-error.ts';
import { EXIT } from './exit-codes.ts';

const MOST_CANDIDATES = 5;

/** The speaker whose id or whole name this is; throws CommandError that tells who has such a name, for a decision is never made on a part of one. */
export async function findSpeaker({ speakers }: Pick<Store, 'speakers'>, text: string): Promise<Speaker> {
  const ids = [text, speakerId('person', text), speakerId('organization', text)];
  for (const id of ids) {
    const found = id ? await speakers.get(id) : null;
    if (found) return found;
  }
  const words = fold(text.replace(/^org:/, '')).split(' ');
  const candidates = await speakers.find(words, MOST_CANDIDATES);
  const hint =
    candidates.length > 0
      ? `Perhaps ${candidates.map(({ name, id }) => `${name} (${id})`).join(', ')}`
      : '`dateline speakers --q WORD` finds names.';
  throw new CommandError(EXIT.notFound, 'unknown-speaker', `no speaker is ${JSON.stringify(text)}`, hint);
}
