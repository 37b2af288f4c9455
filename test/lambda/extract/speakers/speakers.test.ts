import { describe, expect, it } from 'vitest';
import { speakerId } from '../../../../lambda/common/speaker-id.ts';
import { extractStatements } from '../../../../lambda/extract/speakers/extract-statements.ts';

const speakerOf = (text: string, title?: string) =>
  extractStatements({ text, title }).statements.at(-1)?.speaker ?? null;

describe('the role stands apart from the name', () => {
  it.each([
    ['NATO Secretary General Jens Holm said it was late.', 'Jens Holm', 'NATO Secretary General', 'NATO'],
    ['Ukrainian President Olha Koval said it was late.', 'Olha Koval', 'Ukrainian President', 'Ukraine'],
    ['South Korean President Lee Min-ho said it was late.', 'Lee Min-ho', 'South Korean President', 'South Korea'],
    ['White House spokeswoman Ann Roe said it was late.', 'Ann Roe', 'White House spokeswoman', 'White House'],
    ['Sen. Ann Roe (R-N.Y.) said it was late.', 'Ann Roe', 'Sen.', 'R-N.Y.'],
    ['Texas-based pilot Bo Lee said it was late.', 'Bo Lee', 'Texas-based pilot', null],
    ['Former secretary of state Ann Roe said it was late.', 'Ann Roe', 'Former secretary of state', null],
    ['The former Ohio governor Bo Lee said it was late.', 'Bo Lee', 'former Ohio governor', null],
    ['Hugh Hill, a doctor, said it was late.', 'Hugh Hill', 'doctor', null],
    [
      'Ann Roe, spokeswoman for the Kalvik Port Authority, said it was late.',
      'Ann Roe',
      'spokeswoman for the Kalvik Port Authority',
      'Kalvik Port Authority',
    ],
    ['A spokeswoman for the port, Lena Okafor, said it was late.', 'Lena Okafor', 'spokeswoman for the port', 'port'],
    ['Ministry spokeswoman Ann Roe said it was late.', 'Ann Roe', 'Ministry spokeswoman', null],
    ['Sen. Ann Roe (R-Ky.) said it was late.', 'Ann Roe', 'Sen.', 'R-Ky.'],
    ['Ann Roe, 43, of Kalvik, Texas, who was at home, said it was late.', 'Ann Roe', null, null],
    [
      'Greg Rask, chief executive of Rask Ferries, a shipping firm, said it was late.',
      'Greg Rask',
      'chief executive of Rask Ferries',
      'Rask Ferries',
    ],
    ['William "Bill" Roe, the mayor, said it was late.', 'William Roe', 'mayor', null],
    ['Prosecutor Helen Adebayo KC said it was late.', 'Helen Adebayo', 'Prosecutor', null],
    ['“It is late,” said the Norvanian minister, Ann Roe.', 'Ann Roe', 'Norvanian minister', null],
  ])('%s', (text, name, role, affiliation) => {
    expect(speakerOf(text)).toMatchObject({ name, role, affiliation, kind: 'person', resolution: 'explicit' });
  });
});

describe('whoever is told is no part of what is said', () => {
  it.each([
    'Spokesperson Ann Roe told a regular briefing that it was late.',
    'Spokesperson Ann Roe told reporters that it was late.',
    'Spokesperson Ann Roe told a conference call it was late.',
    'Spokesperson Ann Roe told a panel of lawmakers on Monday that it was late.',
  ])('%s', (text) => {
    const [statement] = extractStatements({ text }).statements;
    expect(statement?.spans.map(({ start, end }) => text.slice(start, end))).toEqual(['it was late']);
  });
});

describe('kinds of speakers', () => {
  it.each([
    ['The Pentagon said it was late.', 'organization', 'Pentagon', 'org:pentagon'],
    [
      'The Kalvik Harbour Committee said it was late.',
      'organization',
      'Kalvik Harbour Committee',
      'org:kalvik-harbour-committee',
    ],
    ['Two officials said it was late.', 'group', 'Two officials', null],
    ['A senior official said it was late.', 'unnamed', 'senior official', null],
    ['A spokesman for Mr. Roe said it was late.', 'unnamed', 'spokesman for Mr. Roe', null],
    // Who owns is not who speaks, whichever way the owner is written.
    ["According to Ann Roe's lawyer, it was late.", 'unnamed', "Ann Roe's lawyer", null],
    ["According to Mr. Adams' lawyer, it was late.", 'unnamed', "Mr. Adams' lawyer", null],
    ['According to the hauliers’ association, it was late.', 'organization', 'hauliers’ association', undefined],
    ["The drivers' union said it was late.", 'organization', "drivers' union", undefined],
    ["According to Ann Roe's account, it was late.", 'person', 'Ann Roe', 'ann-roe'],
    ["'We share the drivers' anger,' Ann Roe said.", 'person', 'Ann Roe', 'ann-roe'],
  ])('%s', (text, kind, name, id) => {
    expect(speakerOf(text)).toMatchObject({ kind, name, ...(id !== undefined && { id }) });
  });
});

describe('a surname that two bear', () => {
  it.each([
    [
      'Elias Karam died. Karam was 88. His niece, the singer Mira Karam, left. Karam once said it was late.',
      'Elias Karam',
    ],
    ['Elias Karam died. The singer Mira Karam left. Ms. Karam said it was late.', 'Mira Karam'],
  ])('%s', (text, name) => {
    expect(extractStatements({ text }).statements.at(-1)?.speaker).toMatchObject({ name });
  });
});

describe('a nation or an age for a name', () => {
  it.each([
    ['Harbour coach Bo Lee met the crew. “It is late,” the Serb told reporters.', 'Bo Lee'],
    ['Ann Roe met the crew. “It is late,” said the 29-year-old.', 'Ann Roe'],
    ['His rival, Bo Lee, was tired. “It is late,” the Portuguese said before leaving.', 'Bo Lee'],
    ['Bo Lee was tired. Asked whether pilot Tom Bell was fit, he replied: “It is late.”', 'Bo Lee'],
  ])('%s', (text, name) => {
    expect(extractStatements({ text }).statements.at(-1)?.speaker).toMatchObject({ kind: 'person', name });
  });

  it.each([
    'The Portuguese said on Monday that it was late.',
    'Bo Lee left. The crew slept. The pier was shut. The port was dark. The 56-year-old said: “It is late.”',
  ])('means nobody who is not near: %s', (text) => {
    expect(extractStatements({ text }).statements.map(({ speaker }) => speaker)).toEqual([null]);
  });
});

describe('organisations in short', () => {
  it.each(['The union', 'Union', 'NTU'])('%s', (short) => {
    const text = `The National Teachers’ Union met on Monday. ${short} said it was late.`;
    expect(speakerOf(text)).toMatchObject({
      kind: 'organization',
      name: 'National Teachers’ Union',
      resolution: 'alias',
    });
  });

  it.each([
    ['The Kalvik Chronicle says ships wait. The Chronicle says it was late.', 'Kalvik Chronicle'],
    ['The Embassy of Norland in Kalvik wrote. The Embassy said it was late.', 'Embassy of Norland in Kalvik'],
    [
      "The U.S. Attorney’s Office for Kalvik charged him. The U.S. attorney's office said it was late.",
      'U.S. Attorney’s Office for Kalvik',
    ],
  ])('%s', (text, name) => {
    expect(extractStatements({ text }).statements.at(-1)?.speaker).toMatchObject({ kind: 'organization', name });
  });

  it('takes a noun for no other house', () => {
    const text = 'The Embassy of Norland wrote. The ministry said it was late.';
    expect(speakerOf(text)).toMatchObject({ name: 'ministry', id: null });
  });

  it('does not guess where none was named', () => {
    expect(speakerOf('The union said it was late.')).toMatchObject({ kind: 'organization', name: 'union', id: null });
  });
});

describe('names of all the world', () => {
  it.each([
    ['Abu Bakr al-Nasser met the crew. Nasser said it was late.', 'Abu Bakr al-Nasser'],
    [
      'Sheikh Mohammed bin Rashid Al Maktoum met the crew. Al Maktoum said it was late.',
      'Mohammed bin Rashid Al Maktoum',
    ],
    ['José Luis Rodríguez Zapatero met the crew. Rodríguez said it was late.', 'José Luis Rodríguez Zapatero'],
    ['Xi Jinping met the crew. President Xi said it was late.', 'Xi Jinping'],
    ['Ursula von der Leyen met the crew. Von der Leyen said it was late.', 'Ursula von der Leyen'],
    ['ANN ROE met the crew. Ann Roe said it was late.', 'Ann Roe'],
    ['Maria-Luisa O’Brien-Roe met the crew. O’Brien-Roe said it was late.', 'Maria-Luisa O’Brien-Roe'],
    ['Robert F. Roe Jr. met the crew. Roe said it was late.', 'Robert F. Roe Jr.'],
    ['Ann Roe met the crew. Leadership Ann Roe Vows. Roe said it was late.', 'Ann Roe'],
  ])('%s', (text, name) => {
    expect(speakerOf(text)).toMatchObject({ name, kind: 'person' });
  });
});

it('a son who is named Junior is not his father', () => {
  const text = 'Robert Roe met the crew. “We sail,” said Robert Roe Jr., his son. “We stay,” said Robert Roe.';
  const names = extractStatements({ text }).statements.map(({ speaker }) => speaker?.name);
  expect(names).toEqual(['Robert Roe Jr.', 'Robert Roe']);
});

describe('other languages', () => {
  const french =
    'La maire Ann Roe a dit que le pont est fermé et que les bateaux ne sont plus dans le port pour la nuit.';
  it.each([
    [french, undefined],
    [french, 'en'],
    ['Ann Roe said it.', 'fr-CA'],
  ])('give no statements: %s (%s)', (text, language) => {
    expect(extractStatements({ text, language }).statements).toEqual([]);
  });

  it('are not believed of a text that is English', () => {
    const text = 'The mayor Ann Roe said that the bridge is closed and that the ferries are in the port for the night.';
    expect(extractStatements({ text, language: 'de' }).statements).toHaveLength(1);
  });
});

describe('who is meant', () => {
  it.each([
    ['alias', 'Mayor Ann Roe spoke. Roe said it was late.', 'Ann Roe'],
    ['alias', 'Roe said it was late. She is Ann Roe, the mayor. Roe said it was dark.', 'Ann Roe'],
    ['alias', 'Ann Roe and her husband Carl Roe spoke. Mrs. Roe said it was late.', 'Ann Roe'],
    ['role', 'Norvanian Transport Minister Ann Roe met Mayor Bo Lee. The minister said it was late.', 'Ann Roe'],
    ['pronoun', 'Ann Roe met Carl Lee. She said it was late.', 'Ann Roe'],
    ['pronoun', 'Carl Lee left. “It is late,” Ann Roe said. “He was tired,” she added.', 'Ann Roe'],
    ['pronoun', 'Carl Lee came. While he said it was late, Carl Lee stayed.', 'Carl Lee'],
  ])('%s: %s', (resolution, text, name) => {
    expect(speakerOf(text)).toMatchObject({ name, resolution, kind: 'person' });
  });

  it.each([
    'He said it was late.',
    'Ann Roe came. He said it was late.',
    'They said it was late.',
    'I said it was late.',
  ])('is honestly unknown: %s', (text) => {
    expect(extractStatements({ text }).statements).toHaveLength(1);
    expect(speakerOf(text)).toBeNull();
  });

  it('takes the full name from the headline where the text has only a part of it', () => {
    const spoke = { name: 'Ann Roe', role: 'Mayor', resolution: 'alias' };
    expect(speakerOf('Roe said it was late.', 'Mayor Ann Roe wants the old bridge back')).toMatchObject(spoke);
    expect(speakerOf('Roe said it was late.', 'Mayor Ann Roe Wants Bridge')).toMatchObject({ name: 'Roe' });
  });

  it('takes no subject from another office', () => {
    const text = 'Estmark Transport Minister Ann Roe came. The Norvanian foreign minister said it was late.';
    expect(speakerOf(text)).toMatchObject({ kind: 'unnamed', name: 'Norvanian foreign minister' });
  });

  it('counts only those who speak as speakers, with their other names', () => {
    const text = 'Ann Roe said it was late. Beside Mayor Bo Lee, Roe said it was dark.';
    expect(extractStatements({ text }).speakers).toEqual([
      {
        id: 'ann-roe',
        name: 'Ann Roe',
        kind: 'person',
        role: null,
        affiliation: null,
        aliases: ['Roe'],
        statements: 2,
      },
    ]);
  });

  it('leaves what stands before the article out, with offsets of the whole text', () => {
    const text = 'KALVIK (Ann Roe said) Bo Lee said it was late.';
    const { statements } = extractStatements({ text, bodyStart: 22 });
    expect(statements.map(({ speaker, start }) => [speaker?.name, start])).toEqual([
      ['Bo Lee', text.indexOf('it was')],
    ]);
  });
});

describe('speakerId', () => {
  it.each([
    ['person', 'Inés Åberg-Roe', 'ines-aberg-roe'],
    ['organization', 'The European Commission', 'org:european-commission'],
    ['group', 'officials', null],
    ['unnamed', 'a source', null],
    ['person', '***', null],
  ] as const)('%s %s', (kind, name, id) => {
    expect(speakerId(kind, name)).toBe(id);
  });
});
