import type { Problem } from '../http/problem.ts';
import { Layout } from './layout.tsx';

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
      {problem.candidates ? (
        <ul>
          {problem.candidates.map(({ id, name }) => (
            <li>
              <a href={`/?${new URLSearchParams({ speaker: `"${id}"` })}`}>{name}</a>
            </li>
          ))}
        </ul>
      ) : null}
      <p>
        <a href="/">All statements</a>
      </p>
    </Layout>
  );
}
