import type { Entry } from '../lambda/pipeline/feed-server.ts';

const GIVEN = ['Ada', 'Bruno', 'Clara', 'Dimitri', 'Elena', 'Farid', 'Greta'];
const FAMILY = ['Marlowe', 'Okafor', 'Lindqvist', 'Tarrant', 'Venn', 'Abara', 'Solway', 'Quist'];
const ROLES = ['Mayor', 'Transport Minister', 'Governor', 'Police Chief'];
const PLACES = ['OLD HARBOUR', 'NORTH QUAY', 'UPPER LEA', 'SALT MARSH'];
const SUBJECTS = [
  'the bridge',
  'the tram depot',
  'the sea wall',
  'the market hall',
  'the observatory',
  'the ferry pier',
];
const MILLISECONDS_AN_HOUR = 3_600_000;

const pick = (from: string[], index: number): string => from[index % from.length] ?? '';

/** So many articles of different words, each with statements and a coming day; every tenth is word for word the one before it. */
export function generatedEntries(count: number): Entry[] {
  return Array.from({ length: count }, (_, index) => {
    const story = index % 10 === 9 ? index - 1 : index;
    const name = `${pick(GIVEN, story)} ${pick(FAMILY, story * 3)}`;
    const subject = pick(SUBJECTS, story);
    const day = 1 + (story % 27);
    const text =
      `${pick(PLACES, story)}, April 20 - Work on ${subject} will begin on ${day} July 2026, report ${story} says. ` +
      `“We have waited ${story} weeks for ${subject},” said ${pick(ROLES, story)} ${name}. ` +
      `${name.split(' ')[1]} added that ${story + 3} people had asked about it. ` +
      `The council said that it would publish its plan number ${story} by the end of the month.`;
    const date = new Date(Date.parse('2026-04-01T06:00:00Z') + index * MILLISECONDS_AN_HOUR).toISOString();
    return { guid: `generated-${index}`, title: `Report ${story} on ${subject}`, text, date };
  });
}
