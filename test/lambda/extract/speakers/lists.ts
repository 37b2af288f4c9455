const NAMES =
  'Ann B. Lee|Bo Roe|Carla M. Voss|Dmitri Hale|Edda Quist|Farid Noor|Greta Lindholm|Hugo Tran|Ines Marek|Jonas P. Wick|Kari Oduya|Liam Frost'.split(
    '|',
  );
const TOWNS = 'Kalvik|Marrow|Port Ellin|Saltholm|Vessel Bay'.split('|');

/** Bodies of lists by kind: `#` is a number, `@` another name, `&` a town. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  charges: [
    'Possession of a Schedule I controlled substance, held on $#0,000 bond.',
    'Theft, third degree, released on # conditions.',
    'Driving while suspended; held without bail.',
    'Assault, class I felony, bond set at $#,500.',
    'Failure to appear, wanted in & County.',
  ],
  court: [
    'Guilty of trespass, fined $#00.',
    'Case continued to the next term.',
    'Sentenced to # months, two suspended.',
  ],
  prices: ['$#.50 a kilo, up from $#.20.', '# dinars a barrel, unchanged', 'from #9 euros, children free'],
  lineups: ['Goalkeeper, # caps, plays for &.', '@, # goals; &', 'Left back, fit again after injury.'],
  results: [
    'First, # minutes 12 seconds.',
    'Lost to @, 6-#, 6-4.',
    'Three goals, two assists, # minutes.',
    'Did not finish.',
  ],
  schedule: [
    'Hall #, doors open at noon.',
    'Reading and signing, & Library.',
    'Keynote on bridges, followed by lunch.',
  ],
  credits: ['Director of photography.', 'Music and lyrics, with @.', 'Costumes; lights by @'],
  votes: ['Yes.', 'For the motion, with # others.', '#,204 votes, 31 percent.', 'Elected, ward #.'],
  deaths: ['Aged 8#, of &, funeral on Friday.', 'Born in &, baker, # grandchildren.'],
  jobs: [
    'Named chief operating officer, effective May 1.',
    'Promoted to partner, & office.',
    'Joins the board of Kalvik Ports.',
  ],
  contacts: ['Press office, & Ports, extension #0.', 'Investor relations, +44 20 # 00.'],
  grades: ['Honours in # subjects, & School.', 'Third year, history and music.'],
};
const LOUD_KINDS: readonly string[] = ['charges', 'results', 'credits'];

/** The same list for the same seed: five to nine lines of one kind, each with a name and a colon. */
export function listOf(kind: string, seed: number): string {
  let state = seed * 2654435761 + 97;
  const pick = <T>(from: readonly T[]): T => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return from[(state >>> 8) % from.length] as T;
  };
  const loud = LOUD_KINDS.includes(kind) && seed % 3 === 0;
  const lines = Array.from({ length: 5 + (seed % 5) }, () => {
    const name = pick(NAMES);
    const body = pick(KINDS[kind] ?? [])
      .replaceAll('#', () => String(1 + (seed % 8)))
      .replaceAll('@', () => pick(NAMES))
      .replaceAll('&', () => pick(TOWNS));
    return `${loud ? name.toUpperCase() : name}: ${body}`;
  });
  return lines.join(seed % 2 === 0 ? '\n\n' : '\n');
}

export const LIST_KINDS: readonly string[] = Object.keys(KINDS);
