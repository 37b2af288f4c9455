import type { Problem } from '../../api/kernel/http/problem.ts';
import { Layout } from './layout.tsx';
import { SpeakerChoice } from './speaker-choice.tsx';

/** What went wrong, and the way back. */
export function ErrorPage({ problem }: { problem: Problem }) {
  return (
    <Layout title={problem.title}>
      <h1>{problem.title}</h1>
      {problem.errors ? (
        <ul class="errors">
          {problem.errors.map(({ parameter, detail }) => (
            <li>
              {parameter ? <strong>{parameter}: </strong> : null}
              {detail}
            </li>
          ))}
        </ul>
      ) : (
        <p>{problem.detail}</p>
      )}
      {problem.candidates ? <SpeakerChoice candidates={problem.candidates} sent={{}} /> : null}
      <p>
        <a href="/">All statements</a>
      </p>
    </Layout>
  );
}
