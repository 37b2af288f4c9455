import { roleInWords } from '../../api/speakers/role-in-words.ts';
import type { Statement } from '../../model/statement.ts';
import { links } from './links.ts';

/** Who said it: the name leads to the speaker's page; an unknown source is called so. */
export function SpeakerName({ speaker }: Pick<Statement, 'speaker'>) {
  if (speaker === null) return <span class="unknown">Unknown speaker</span>;
  if (speaker.id === null) {
    return (
      <bdi class="speaker" dir="auto">
        {speaker.name}
      </bdi>
    );
  }
  return (
    <a class="speaker" href={links.speaker(speaker.id)}>
      <bdi dir="auto">{speaker.name}</bdi>
    </a>
  );
}

/** Those who said it too, behind the speaker's name: "with Bo Lee"; nothing where nobody did. */
export function JointSpeakers({ jointWith = [] }: { jointWith?: readonly string[] | undefined }) {
  return jointWith.length === 0 ? null : (
    <span class="role">
      with <bdi dir="auto">{jointWith.join(', ')}</bdi>
    </span>
  );
}

/** The office and house in which the article lets the speaker speak; nothing where it tells none. */
export function SpeakerRole({ speaker }: Pick<Statement, 'speaker'>) {
  if (speaker === null) return null;
  const parts = [roleInWords(speaker), speaker.kind === 'unnamed' ? 'unnamed source' : ''].filter(
    (text) => text !== '',
  );
  return parts.length === 0 ? null : (
    <span class="role" dir="auto">
      {parts.join(', ')}
    </span>
  );
}
