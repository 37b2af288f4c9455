import { Layout } from '../kit/layout.tsx';

/** A form for a key; `next` is the page that is shown afterwards. */
export function SignInPage({ next, problem }: { next: string; problem?: string }) {
  return (
    <Layout title="Sign in">
      <h1>Sign in</h1>
      {problem === undefined ? null : (
        <p class="errors" role="alert">
          Not signed in: {problem}.
        </p>
      )}
      <form method="post" action="/sign-in" class="sign-in">
        <input type="hidden" name="next" value={next} />
        <label for="key">Key</label>
        <input
          id="key"
          name="key"
          type="password"
          required
          autocomplete="current-password"
          spellcheck={false}
          aria-describedby="key-help"
        />
        <p id="key-help">
          As <code>dateline keys create</code> has shown it. It is not kept in this browser; the session lasts for seven
          days, or until the key is revoked.
        </p>
        <button type="submit">Sign in</button>
      </form>
      <p>
        Did a link from another site lead you here though you are signed in? <a href={next}>Go on to the page</a>.
      </p>
    </Layout>
  );
}
