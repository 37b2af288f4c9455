import type { FeedTrial, FetchStep, TriedEntry } from '../../lambda/model/feed-trial.ts';
import { minute } from './cells.ts';
import { plain } from './plain.ts';
import { shorten } from './width.ts';

/** Headers of an answer that decide over polling or reading, in the order in which they are shown. */
const TELLING_HEADERS = [
  'content-type',
  'content-length',
  'content-encoding',
  'etag',
  'last-modified',
  'cache-control',
  'expires',
  'retry-after',
  'location',
  'server',
  'cf-mitigated',
];
const LONGEST = 160;
const MOST_LISTED = 10;

const cut = (text: string): string => shorten(plain(text).trimEnd(), LONGEST);

function stepLines(step: FetchStep): string[] {
  switch (step.kind) {
    case 'asked':
      return [
        `ask        GET ${step.url}`,
        ...Object.entries(step.headers).map(([name, value]) => `           > ${name}: ${value}`),
      ];
    case 'looked-up': {
      const found = step.addresses.map(({ address, allowed }) => (allowed ? address : `${address} (refused)`));
      return [`look up    ${step.host} is ${found.join(', ') || 'nowhere'}`];
    }
    case 'answered': {
      const shown = TELLING_HEADERS.filter((name) => step.headers[name] !== undefined);
      return [
        `answer     ${step.status} from ${step.address ?? 'an unknown address'}`,
        ...shown.map((name) => `           < ${name}: ${step.headers[name]}`),
      ];
    }
    case 'redirected':
      return [`redirect   to ${step.to}`];
  }
}

function documentLines(trial: FeedTrial): string[] {
  const { document, answer, rhythmMinutes, items, rejected } = trial;
  if (!document || !answer) return [];
  const asks = [
    document.ttlMinutes === null ? '' : `ttl ${document.ttlMinutes} min`,
    answer.cacheSeconds === null ? '' : `fresh for ${Math.round(answer.cacheSeconds / 60)} min`,
    rhythmMinutes === null ? '' : `by its dates every ${Math.round(rhythmMinutes)} min`,
  ].filter((part) => part !== '');
  return [
    `format     ${document.format}, ${answer.bytes} bytes, language ${document.language ?? 'not told'}`,
    `title      ${document.title ?? 'none'}${document.link === null ? '' : ` (${document.link})`}`,
    ...(asks.length > 0 ? [`rhythm     ${asks.join(', ')}`] : []),
    ...(answer.movedTo === null ? [] : [`moved      for good to ${answer.movedTo}`]),
    `entries    ${items}, ${rejected.length} refused`,
    ...rejected.slice(0, MOST_LISTED).map(({ code, message }) => `refused    ${code}: ${message}`),
    ...document.warnings
      .slice(0, MOST_LISTED)
      .map(({ code, message, place }) => `warning    ${code}: ${message}${place === undefined ? '' : ` (${place})`}`),
  ];
}

function entryLines({ title, url, publishedAt, textLength, statements }: TriedEntry): string[] {
  return [
    '',
    `entry      ${title}`,
    `           ${minute(publishedAt)}, ${textLength} characters${url === null ? '' : `, ${url}`}`,
    ...statements.map(({ speaker, text }) => `statement  ${speaker?.name ?? 'unknown'}: ${text}`),
    ...(statements.length === 0 ? ['           no statements'] : []),
  ];
}

/** What happened when a feed was tried, line by line, for people. */
export function trialLines(trial: FeedTrial): string[] {
  const lines = [
    ...trial.steps.flatMap(stepLines),
    ...documentLines(trial),
    ...trial.entries.flatMap(entryLines),
    ...(trial.error ? [`error      ${trial.error.code}: ${trial.error.message}`] : []),
    ...trial.discovered.map(({ url, title, type }) => `feed       ${[url, title, type].filter(Boolean).join('  ')}`),
  ];
  return lines.map((line) => (line === '' ? '' : cut(line)));
}
