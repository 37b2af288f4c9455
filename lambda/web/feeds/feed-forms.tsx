import type { FeedPage } from '../../api/feeds/rows.ts';
import { links } from '../kit/links.ts';
import { Select } from '../kit/select.tsx';

/** Subscribes a feed, or only tries its address. */
export function AddFeedForm({ url, canTest }: { url: string; canTest: boolean }) {
  return (
    <form method="post" action="/feeds" class="search add">
      <div class="wide">
        <label for="url">Address of a feed{canTest ? ', or of a site that has one' : ''}</label>
        <input id="url" name="url" type="url" required maxlength={2000} value={url} placeholder="https://" />
      </div>
      <div>
        <label for="folder">Folder, if any</label>
        <input id="folder" name="folder" type="text" maxlength={300} />
      </div>
      <div class="buttons">
        <button type="submit">Add</button>
        {canTest ? (
          <button type="submit" class="quiet" formaction="/feeds/test">
            Test only
          </button>
        ) : null}
      </div>
    </form>
  );
}

/** Takes in an OPML file. */
export function ImportForm() {
  return (
    <form method="post" action="/feeds/import" enctype="multipart/form-data" class="search">
      <div class="wide">
        <label for="opml-file">An OPML file: its feeds are added, those that are here already stay as they are</label>
        <input
          id="opml-file"
          name="opml"
          type="file"
          accept=".opml,.xml,text/x-opml,text/xml,application/xml"
          required
        />
      </div>
      <div class="buttons">
        <button type="submit" class="quiet">
          Add them
        </button>
      </div>
    </form>
  );
}

/** What may be done with one feed: poll it, pause it, change what was decided of it, end it. */
export function FeedActions({ feed }: { feed: FeedPage }) {
  const address = links.feed(feed.id);
  const isGone = feed.state?.status === 'gone';
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">What to do</h2>
      <div class="actions">
        {feed.paused || isGone ? null : (
          <form method="post" action={`${address}/poll`}>
            <button type="submit">Poll now</button>
          </form>
        )}
        <form method="post" action={`${address}/${feed.paused ? 'resume' : 'pause'}`}>
          <button type="submit" class="quiet">
            {feed.paused ? 'Poll it again' : 'Pause'}
          </button>
        </form>
      </div>
      <details>
        <summary>Title, folder, full text, how often</summary>
        <form method="post" action={`${address}/change`} class="stacked">
          <label for="title">Title</label>
          <input id="title" name="title" type="text" required maxlength={300} value={feed.title} />
          <label for="folder">Folder; nested with /</label>
          <input id="folder" name="folder" type="text" maxlength={300} value={feed.folder ?? ''} />
          <Select
            name="fullText"
            label="Pages of articles are fetched"
            sent={{ fullText: feed.fullText }}
            choices={[
              ['auto', 'where the feed gives teasers'],
              ['always', 'always'],
              ['never', 'never'],
            ]}
          />
          <label for="pollMinutes">Polled every so many minutes; empty for its own rhythm</label>
          <input id="pollMinutes" name="pollMinutes" type="number" min="5" max="1440" value={feed.pollMinutes ?? ''} />
          <p>
            <button type="submit" class="quiet">
              Save
            </button>
          </p>
        </form>
      </details>
      <details>
        <summary>End the subscription</summary>
        <form method="post" action={`${address}/remove`} class="stacked">
          <p>Its articles and statements stay, and are searched as before.</p>
          <p>
            <button type="submit" class="quiet">
              Remove this feed
            </button>
          </p>
        </form>
      </details>
    </section>
  );
}
