import type { Candidate } from '../../api/kernel/http/problem.ts';
import type { Feed } from '../../model/feed.ts';
import { SearchForm } from '../statements/search-form.tsx';
import type { Frame } from './frame.ts';
import { Layout } from './layout.tsx';
import { links } from './links.ts';
import { counted } from './words.ts';

/** Speakers that a name may mean, each a link to the same search for exactly that one. */
export function SpeakerChoice({ candidates, sent }: { candidates: Candidate[]; sent: Record<string, string> }) {
  return (
    <ol class="choice">
      {candidates.map(({ id, name, role, statementCount }) => (
        <li>
          <a href={links.with('/', sent, 'speaker', `"${id}"`)}>
            <bdi dir="auto">{name}</bdi>
          </a>
          {role === null ? null : (
            <span class="role">
              {' '}
              <bdi dir="auto">{role}</bdi>
            </span>
          )}{' '}
          <data value={String(statementCount)}>{counted(statementCount, 'statement')}</data>
        </li>
      ))}
    </ol>
  );
}

interface SpeakerChoicePageProps {
  candidates: Candidate[];
  /** How many there are, and what else to do. */
  detail: string;
  feeds: Pick<Feed, 'id' | 'title'>[];
  /** The search as it was sent. */
  sent: Record<string, string>;
  frame: Frame;
}

/** The search for a name that more speakers have than one list can hold: which one is meant? */
export function SpeakerChoicePage({ candidates, detail, feeds, sent, frame }: SpeakerChoicePageProps) {
  return (
    <Layout title="Which speaker?" here="/" frame={frame}>
      <SearchForm sent={sent} feeds={feeds} />
      <h1>
        Which “<bdi dir="auto">{sent.speaker ?? ''}</bdi>”?
      </h1>
      <p>{detail}. Who was quoted most stands first.</p>
      <SpeakerChoice candidates={candidates} sent={sent} />
    </Layout>
  );
}
