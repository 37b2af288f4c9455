import { wordSet } from './words.ts';

/** Words that make a capitalised name an organisation. */
export const ORGANISATION_WORDS: ReadonlySet<string> =
  wordSet(`party committee department ministry university college institute institution school
  academy inc inc. corp corp. corporation company companies co co. ltd ltd. llc plc gmbh ag sa se nv bv ab asa oyj spa pty llp kg kgaa sarl group holdings bank council agency commission authority bureau administration
  association federation foundation union league alliance coalition organization organisation society club centre center office
  court tribunal parliament congress senate assembly house cabinet government council board panel task-force force forces army
  navy police guard corps service services network networks news press times post journal tribune herald gazette guardian telegraph observer
  magazine radio television tv media broadcasting post-dispatch daily weekly review today reuters agency hospital clinic church
  diocese synod museum library airlines airways air motors bank industries partners capital ventures securities insurance pharmaceuticals laboratories
  labs technologies systems software studios records entertainment project initiative campaign fund trust chamber
  conference caucus convention summit movement front brigade battalion militia pac super-pac treasury reserve fed exchange
  observatory survey poll report index act fed nation nations state-department watch international amnesty secretariat
  cooperative consortium laboratory ombudsman inspectorate customs coastguard marines hq headquarters pentagon kremlin`);

/** Single names of organisations, and of houses that stand for those who sit in them; lower case. */
export const KNOWN_ORGANISATIONS: ReadonlySet<string> =
  wordSet(`pentagon kremlin congress senate parliament nato reuters bloomberg google facebook twitter
  microsoft apple amazon tesla boeing airbus toyota honda samsung sony ibm intel netflix uber youtube instagram tiktok whatsapp wikileaks hamas hezbollah
  hizbollah taliban isis isil daesh al-qaeda fatah likud interpol europol unicef unesco opec gazprom rosneft aeroflot lufthansa
  politico breitbart axios cnn msnbc cnbc nbc abc cbs fox bbc npr pbs afp tass interfax xinhua huffpost newsweek buzzfeed vox
  menafn dpa ansa gop fbi cia nsa doj epa fda cdc irs imf who un eu asean oecd wto ioc fifa uefa nasa darpa aclu nra naacp afl-cio
  bundestag knesset duma rada sejm bundesrat storting riksdag folketing eduskunta cortes quirinale elysee elysée whitehall westminster downing
  moodys moody's fitch gallup quinnipiac rasmussen walmart target costco starbucks mcdonald's pfizer moderna astrazeneca novartis roche bayer basf siemens
  volkswagen bmw daimler renault peugeot fiat shell bp exxonmobil chevron totalenergies glencore huawei alibaba tencent baidu foxconn`);

/** Names of several words that look like persons or places and are organisations; lower case. */
export const KNOWN_PHRASES: ReadonlySet<string> = new Set([
  'white house',
  'capitol hill',
  'wall street',
  'downing street',
  'supreme court',
  'fox news',
  'goldman sachs',
  'morgan stanley',
  'jpmorgan chase',
  'wells fargo',
  'black lives matter',
  'planned parenthood',
  'islamic state',
  'boko haram',
  'red cross',
  'real madrid',
  'general motors',
  'general electric',
  'tea party',
  'breitbart news',
  'human rights watch',
  'justice department',
  'state department',
]);

/** Lower-case nouns that head the name of an organisation, as in "the Clinton campaign". */
export const ORGANISATION_HEADS: ReadonlySet<string> =
  wordSet(`campaign ministry company government administration agency committee commission council board
  department office party group organization organisation union bank court army police embassy foundation institute university college
  newspaper network magazine website outlet station channel firm corporation association alliance coalition federation league
  team club panel parliament congress senate cabinet authority bureau service force church charity watchdog think-tank regulator
  airline manufacturer retailer publisher editorial paper tribunal secretariat delegation mission consulate
  presidency palace premiership chancellery municipality governorate navy coastguard exchange fund automaker carmaker chipmaker planemaker drugmaker lender
  insurer utility startup start-up producer refiner chain conglomerate bourse ngo nonprofit non-profit hospital school
  military daily media navy prosecution defence defense judiciary bloc carrier miner brokerage think-tank regulator treasury
  platform syndicate consortium cooperative observatory opposition monarchy emirate kingdom government-in-exile junta militia faction`);

/** Nouns that stand for a text or an unnamed voice. */
export const DOCUMENT_HEADS: ReadonlySet<string> =
  wordSet(`report statement study survey poll article story memo letter lawsuit complaint indictment filing
  ruling opinion document documents email transcript ad advertisement editorial headline release book blog post tweet message video
  resolution petition affidavit law act constitution treaty contract bill agreement charter order decree data figures notice analysis research
  summary excerpts results records readout communique communiqué bulletin website text note label sign source insider person man woman someone one official voter caller member`);

/** Those of the nouns for a text or a voice that mean one person. */
export const PERSON_HEADS: ReadonlySet<string> = wordSet(
  'source insider person man woman someone one official voter caller member teenager',
);

/** Nouns in the plural or collective that stand for a group of people. */
export const GROUP_HEADS: ReadonlySet<string> =
  wordSet(`officials sources critics supporters opponents lawmakers republicans democrats conservatives liberals
  voters protesters protestors demonstrators activists analysts experts economists researchers scientists doctors prosecutors lawyers
  attorneys police authorities investigators rebels militants troops soldiers residents villagers witnesses observers diplomats leaders
  members people men women students teachers parents workers executives investors traders journalists reporters commentators
  aides advisers advisors allies friends relatives families neighbors neighbours others some many most several both two
  three dozens hundreds thousands pundits scholars historians strategists operatives donors delegates candidates contenders rivals
  senators congressmen governors ministers mayors judges justices jurors historians russians ukrainians americans israelis palestinians europeans
  germans britons conservatives progressives libertarians evangelicals christians muslims jews catholics fans players campaigners unions
  polls reports surveys studies pollsters medics organizers organisers farmers fishermen employees staffers insiders backers detractors
  speakers commenters users readers viewers listeners callers respondents partisans nationalists separatists socialists`);
