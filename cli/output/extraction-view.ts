import type { ExtractionWithDurations } from '../../lambda/model/extraction.ts';
import type { ExtractedStatement } from '../../lambda/model/statement.ts';
import type { Terminal } from '../terminal.ts';
import { minute } from './cells.ts';
import { plain } from './plain.ts';
import { tableLines } from './table.ts';

/** What an article says, for people: dateline, speakers, statements, dates. */
export function extractionLines(
  { dateline, publishedAt, publishedAtSource, speakers, statements, dates }: Omit<ExtractionWithDurations, 'ownDay'>,
  terminal: Pick<Terminal, 'columns' | 'colour'>,
): string[] {
  const { bold } = terminal.colour;
  const room = terminal.columns;
  const section = (title: string, lines: string[], none: string): string[] => [
    '',
    bold(title),
    ...(lines.length > 1 ? lines : [none]),
  ];
  return [
    bold('Dateline'),
    ...(dateline
      ? Object.entries({
          place: dateline.place,
          date: dateline.date,
          agency: dateline.agency,
          'passed on by': dateline.syndicator,
        }).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${plain(value)}`]))
      : ['none']),
    publishedAt ? `published: ${minute(publishedAt)} (from the ${publishedAtSource})` : 'published: not known',
    ...section(
      'Speakers',
      tableLines(
        speakers,
        [
          { title: 'NAME', value: ({ name }) => name, flexible: 1 },
          { title: 'ROLE', value: ({ role }) => role ?? '', flexible: 1 },
          { title: 'AFFILIATION', value: ({ affiliation }) => affiliation ?? '', flexible: 1 },
          { title: 'KIND', value: ({ kind }) => kind },
          { title: 'SAID', value: (speaker) => String(speaker.statements), align: 'right' },
        ],
        room,
      ),
      'none',
    ),
    ...section('Statements', statementLines(statements, room), 'none'),
    ...section(
      'Dates',
      tableLines(
        dates,
        [
          { title: 'VALUE', value: ({ value }) => value },
          { title: 'ROLE', value: (date) => ('role' in date ? date.role : date.granularity) },
          { title: 'IN THE TEXT', value: ({ text }) => text, flexible: 3 },
        ],
        room,
      ),
      'none',
    ),
  ];
}

function statementLines(statements: ExtractedStatement[], room: number | null): string[] {
  return tableLines(
    statements,
    [
      { title: 'SPEAKER', value: ({ speaker }) => speaker?.name ?? 'unknown', flexible: 1 },
      { title: 'CUE', value: ({ cue }) => cue?.text ?? '' },
      { title: 'TYPE', value: ({ type }) => type },
      { title: 'STATEMENT', value: ({ text }) => text, flexible: 3 },
    ],
    room,
  );
}
