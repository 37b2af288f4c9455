import { words } from './words.ts';

// what a noun may mean, by a word of the name: "the airline" is Skylark Air
const CLASSES = `airline carrier:air airlines airline airways aviation fly jet
paper newspaper daily outlet broadsheet tabloid:times post chronicle herald tribune gazette guardian telegraph journal courier mail mirror star sun observer independent daily news globe standard nyheter express examiner dispatch inquirer sentinel
magazine weekly:magazine weekly week review time life economist monthly
broadcaster network channel station:tv television radio broadcasting network channel
agency:agency service bureau administration office authority organization organisation nasa
organisation organization body group watchdog charity:organization organisation international watch council association foundation fund society network amnesty union coalition federation institute
bank lender:bank banking bancorp
university college:university college school institute
ministry:ministry
company firm business corporation group conglomerate maker manufacturer:inc ltd llc plc corp corporation company co group holdings industries motors systems technologies partners enterprises stores gmbh
insurer:insurance mutual assurance
embassy mission:embassy consulate mission
council commission committee board authority court union party department office parliament club team:council commission committee board authority court union party department office parliament club united city rovers`;

const byNoun = new Map<string, Set<string>>();
for (const line of CLASSES.split('\n')) {
  const [nouns = '', names = ''] = line.split(':');
  for (const noun of words(nouns)) byNoun.set(noun, new Set([...(byNoun.get(noun) ?? []), ...words(names)]));
}

/** Nouns that stand for whatever organisation was spoken of, of any name. */
const ANY: ReadonlySet<string> = new Set(
  words(
    'company firm agency airline carrier paper newspaper magazine broadcaster network bank lender insurer outlet organisation organization group body charity watchdog club team manufacturer maker retailer automaker carmaker chipmaker drugmaker developer operator',
  ),
);

/** The words of a name by which the noun may mean it, or `undefined` for a noun that means none in particular. */
export function wordsOfClass(noun: string): ReadonlySet<string> | undefined {
  return byNoun.get(noun);
}

/** True for a noun that may mean an organisation whatever its name: "the company", "the airline". */
export function meansAny(noun: string): boolean {
  return ANY.has(noun);
}
