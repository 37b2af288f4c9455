import { dayOf } from '../../model/instant.ts';
import type { Frame } from '../kit/frame.ts';
import { Layout } from '../kit/layout.tsx';
import { links } from '../kit/links.ts';
import { counted, dayInWords, instantInWords } from '../kit/words.ts';
import type { Part, Parts } from './cut-parts.ts';

interface DownloadPageProps {
  noun: 'statements' | 'dates';
  /** The page of the search. */
  here: '/' | '/dates';
  found: Parts;
  /** The search as it was sent. */
  sent: Record<string, string>;
  /** Of this server. */
  origin: string;
  frame: Frame;
}

/** A search that is too long for one answer: how many rows it has, its parts, and the command that writes all of it into one file. */
export function DownloadPage({ noun, here, found, sent, origin, frame }: DownloadPageProps) {
  const { file, parts: path } = links.download(noun);
  const { parts, rows, goOn } = found;
  const one = noun.slice(0, -1);
  return (
    <Layout title="Download" here={here} frame={frame}>
      <header class="headline">
        <h1>This search in parts</h1>
        <p class="detail">
          {goOn === null ? counted(rows, one) : `More than ${counted(rows, one)}`}
          {parts.length > 1
            ? `: too long for one answer of this server. Each of the ${parts.length} files of CSV has a range of its own; together they have every row, once.`
            : ', in one file of CSV.'}
        </p>
      </header>
      <ol class="choice">
        {parts.map((part, index) => (
          <li>
            {part.isTooLong ? (
              <span>Part {index + 1} is too long: take the command below</span>
            ) : (
              <a href={`${file}?${new URLSearchParams({ ...sent, ...part.range })}`} download={fileName(noun, part)}>
                Part {index + 1}
              </a>
            )}{' '}
            <span>{rangeInWords(part)}</span> <data value={String(part.rows)}>{counted(part.rows, one)}</data>
          </li>
        ))}
      </ol>
      {goOn === null ? null : (
        <p>
          <a href={`${path}?${new URLSearchParams({ ...sent, ...goOn })}`} rel="next">
            The parts behind these
          </a>
        </p>
      )}
      <h2>All of it in one file</h2>
      <p>
        On the command line, with a key of this server in <code>DATELINE_KEY</code>:
      </p>
      <pre>
        <code>{exportCommand(noun, sent, origin)}</code>
      </pre>
    </Layout>
  );
}

function fileName(noun: string, { first, last }: Part): string {
  return `${noun}-${[first, last]
    .sort()
    .join('-to-')
    .replace(/[^\w-]/g, '')}.csv`;
}

function rangeInWords({ first, last }: Part): string {
  const [from = '', to = ''] = [first, last].sort();
  if (dayOf(from) !== dayOf(to)) return `${dayInWords(dayOf(from))} – ${dayInWords(dayOf(to))}`;
  return from === to || from.length === 10
    ? dayInWords(dayOf(from))
    : `${instantInWords(from)} – ${instantInWords(to)}`;
}

/** The command that exports the search from this server. */
export function exportCommand(noun: string, sent: Record<string, string>, origin: string): string {
  const options = Object.entries(sent).flatMap(([name, value]) => {
    const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
    if (name === 'includeDuplicates') return value === 'true' || value === '1' ? [option] : [];
    return [`${option} ${quoted(value)}`];
  });
  return ['npx dateline export', noun, '--format csv', `--url ${quoted(origin)}`, ...options, `> ${noun}.csv`].join(
    ' ',
  );
}

/** A word as a shell takes it. */
function quoted(text: string): string {
  return /^[\w./:@+-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
