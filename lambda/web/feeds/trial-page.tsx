import type { FeedTrial, FetchStep } from '../../model/feed-trial.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { counted, dayInWords } from '../kit/words.ts';
import { AddFeedForm } from './feed-forms.tsx';

/** What happened when an address was tried: each step, what it gave, and what would be stored. */
export function TrialPage({ trial, frame }: { trial: FeedTrial; frame: Frame }) {
  const { document, answer, error, steps, rejected, entries, discovered, items, rhythmMinutes } = trial;
  return (
    <Layout title="Test of a feed" here="/feeds" frame={frame}>
      <header class="headline">
        <h1>Test of a feed</h1>
        <p class="detail">Nothing of it is stored.</p>
      </header>
      <AddFeedForm url={trial.url} canTest />
      {error === null ? null : (
        <p class="note errors" role="alert">
          {error.message} ({error.code})
        </p>
      )}
      {discovered.length > 0 ? (
        <section aria-labelledby="discovered">
          <h2 id="discovered">Feeds that the page names</h2>
          <ul>
            {discovered.map(({ url, title }) => (
              <li>
                <code>{url}</code> <span class="detail">{title}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {document && answer ? (
        <dl class="known">
          <dt>Title</dt>
          <dd dir="auto">{document.title ?? 'none'}</dd>
          <dt>Format</dt>
          <dd>
            {document.format}, {answer.bytes.toLocaleString('en')} bytes, language {document.language ?? 'not told'}
          </dd>
          <dt>Entries</dt>
          <dd>
            {items.toLocaleString('en')} can be stored, {rejected.length.toLocaleString('en')} are refused
          </dd>
          <dt>Rhythm</dt>
          <dd>
            {rhythmMinutes === null ? 'its entries have no dates' : `an entry in ${Math.round(rhythmMinutes)} minutes`}
          </dd>
        </dl>
      ) : null}
      {entries.map(({ title, publishedAt, textLength, statements }) => (
        <section class="of-article">
          <h2 dir="auto">{title || 'Entry without a title'}</h2>
          <p class="detail">
            {publishedAt === null ? 'without a date' : dayInWords(publishedAt.slice(0, 10))},{' '}
            {counted(textLength, 'character')}, {counted(statements.length, 'statement')}
          </p>
          <ul>
            {statements.map(({ speaker, text }) => (
              <li>
                <bdi class="speaker" dir="auto">
                  {speaker?.name ?? 'Unknown speaker'}
                </bdi>
                : <bdi dir="auto">{text}</bdi>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <section aria-labelledby="steps">
        <h2 id="steps">Step by step</h2>
        <ol class="steps">
          {steps.map((step) => (
            <li>
              <Step step={step} />
            </li>
          ))}
        </ol>
      </section>
    </Layout>
  );
}

function Step({ step }: { step: FetchStep }) {
  switch (step.kind) {
    case 'asked':
      return <code>GET {step.url}</code>;
    case 'looked-up': {
      const found = step.addresses.map(({ address, allowed }) => (allowed ? address : `${address} (refused)`));
      return (
        <>
          {step.host} is {found.join(', ') || 'nowhere'}
        </>
      );
    }
    case 'answered':
      return (
        <>
          answered {step.status}
          {step.headers['content-type'] === undefined ? '' : `, ${step.headers['content-type']}`}
        </>
      );
    case 'redirected':
      return (
        <>
          redirected to <code>{step.to}</code>
        </>
      );
  }
}
