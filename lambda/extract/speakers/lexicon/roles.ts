import { wordSet } from './words.ts';

/** Nouns that name an office, a rank or a profession: the head of a role. */
export const ROLE_HEADS: ReadonlySet<string> =
  wordSet(`president premier minister secretary chancellor king queen prince princess emperor sultan emir
  ayatollah imam rabbi pope cardinal archbishop bishop priest pastor reverend rev father-superior minister-president taoiseach senator sen
  representative rep congressman congresswoman lawmaker legislator assemblyman assemblywoman delegate councilman councilwoman councillor councilor
  alderman governor gov mayor commissioner ambassador amb envoy consul diplomat attorney prosecutor solicitor lawyer barrister counsel judge justice
  magistrate sheriff constable marshal general gen admiral adm colonel col major maj captain capt commander cmdr lieutenant lt sergeant sgt corporal
  cpl officer detective inspector superintendent chief chairman chairwoman chairperson chair vice-chairman vice-president vice-chair director
  director-general secretary-general president-elect governor-general attorney-general ceo cfo coo cto founder co-founder cofounder owner
  partner manager administrator executive exec head leader co-leader whip speaker spokesman spokeswoman spokesperson spokesmen
  spokesperson-at-large strategist consultant adviser advisor aide assistant deputy undersecretary under-secretary treasurer comptroller controller
  coordinator organizer organiser activist campaigner advocate lobbyist operative analyst economist expert specialist researcher scientist
  professor prof lecturer scholar fellow historian sociologist psychologist psychiatrist physicist chemist biologist epidemiologist virologist
  engineer architect doctor physician surgeon nurse paramedic pharmacist dentist veterinarian teacher principal headteacher dean
  rector provost chaplain student author writer speechwriter novelist poet journalist reporter correspondent columnist editor publisher anchor host broadcaster
  commentator pundit blogger presenter producer filmmaker actor actress singer musician rapper comedian artist painter designer
  photographer model coach trainer player captain striker goalkeeper midfielder defender footballer quarterback pitcher boxer golfer
  driver pilot astronaut farmer fisherman rancher baker butcher chef cook shopkeeper businessman businesswoman entrepreneur investor
  banker broker trader billionaire millionaire mogul tycoon developer contractor builder plumber electrician carpenter mechanic worker unionist
  veteran soldier marine firefighter policeman policewoman candidate nominee contender frontrunner front-runner hopeful
  challenger incumbent rival opponent runner-up resident villager neighbor neighbour witness eyewitness survivor victim patient customer
  owner tenant landlord homeowner retiree pensioner volunteer mother father parent husband wife widow widower son daughter brother
  sister uncle aunt cousin grandfather grandmother friend colleague official staffer employee publicist agent negotiator mediator
  arbitrator investigator auditor regulator watchdog ombudsman inspector-general pollster statistician demographer
  meteorologist climatologist seismologist geologist astronomer conservationist environmentalist ecologist librarian curator
  archaeologist anthropologist philosopher theologian evangelist televangelist missionary monk nun patriarch dissident exile refugee
  migrant asylum-seeker insurgent warlord rebel militant commander-in-chief republican democrat socialist independent
  first-lady lady tsar czar regent baroness baron lord duke duchess earl countess count viscount mp mep msp congressperson parliamentarian
  principal-deputy caretaker overseer trustee governor-elect mayor-elect senator-elect heiress heir magnate financier broker-dealer
  co-chair co-chairman co-chairwoman co-author co-host co-owner cochair vp svp evp surrogate loyalist confidant ally donor fundraiser moderator
  counterpart deputy linguist geneticist immunologist oncologist cardiologist pediatrician paediatrician oceanographer hydrologist botanist zoologist
  mathematician programmer developer technician operator clerk registrar notary bailiff guard warden ranger conductor composer
  director/producer sculptor dancer choreographer playwright screenwriter screenplay-writer cartoonist illustrator translator interpreter
  beekeeper gardener miner trucker cabbie courier waiter waitress bartender hotelier restaurateur brewer winemaker harbormaster harbourmaster
  lifeguard skipper sailor navigator cyclist runner swimmer skier skater referee umpire bookseller grocer tailor weaver potter jeweller jeweler recorder committeeman committeewoman selectman assessor supervisor master narrator counselor counsellor commentator accountant bookkeeper cashier foreman forewoman shareholder stakeholder defendant plaintiff claimant complainant suspect inmate
  prisoner detainee hostage juror bystander passerby passer-by commuter passenger motorist shopper tourist traveller traveler visitor spectator supporter protester protestor demonstrator
  worshipper parishioner pupil schoolboy schoolgirl teenager translator apprentice trainee intern recruit subcontractor supplier grower breeder rower hiker climber
  mec pm midwife collector deportee luthier defenseman defenceman forward winger lineman linebacker receiver shortstop catcher outfielder gymnast sprinter wrestler
  brigadier viceroy wali rector-general treasurer-general spokesman-general undersecretary-general secretaries-general under-secretary-general deputy-minister registrar-general
  auditor-general solicitor-general surveyor surgeon-general commandant provost-marshal airman seaman crewman headman chieftain sarpanch panchayat collector-general tehsildar muezzin mufti
  grand-mufti cleric preacher monsignor archdeacon swami guru lama councillor-general beekeeper shepherd herder herdsman carer caregiver babysitter housekeeper janitor cleaner`);

/** Words that stand before a role's head and belong to it. */
export const ROLE_MODIFIERS: ReadonlySet<string> =
  wordSet(`former ex late acting interim incoming outgoing current new longtime long-time then veteran senior
  junior deputy vice assistant associate chief principal executive managing general first second prime foreign interior home finance defense
  defence justice health education energy environment trade transport agriculture labor labour economy culture justice security national state
  federal local regional provincial municipal city county district town village party campaign press communications media public policy
  political legal military army navy naval police fire air intelligence opposition majority minority house senate presidential
  vice-presidential congressional parliamentary republican democratic conservative liberal socialist progressive independent leading top
  high-ranking prominent influential outspoken financial economic technical scientific medical research marketing sales operating technology
  information investment budget tax treasury homeland foreign-policy human rights climate immigration border supreme high district
  circuit appeals lead head co vice- staff chief-of-staff union business real estate reality tv television radio talk show film movie news sports
  football basketball baseball hockey tennis soccer rugby cricket school high-school college university law medical hospital emergency family
  single young old retired elected self-described longest-serving newly right-wing left-wing far-right far-left centrist moderate tea
  transgender black white hispanic latino muslim christian jewish catholic evangelical orthodox anglican royal crown company corporate
  commercial rural urban coastal harbor harbour port river water bridge railway rail road road-safety marine chief-economist global world international`);

/** Nouns for one person of a nation, where that is not its adjective; lower case. */
export const NATIONAL_NOUNS: ReadonlySet<string> = wordSet(
  `serb croat dane swede finn pole turk scot spaniard briton brit frenchman frenchwoman englishman englishwoman irishman irishwoman welshman
  welshwoman scotsman scotswoman dutchman dutchwoman norseman icelander slovene bosniak kurd azeri uzbek kazakh tajik afghan filipino
  argentine new-zealander kiwi aussie londoner parisian`,
);
/** Nationalities and other adjectives of place, lower case. */
export const NATIONALITIES: ReadonlySet<string> =
  wordSet(`american british english scottish welsh irish french german italian spanish portuguese dutch
  belgian swiss austrian danish swedish norwegian finnish icelandic polish czech slovak slovakian hungarian romanian bulgarian greek cypriot turkish
  albanian serbian croatian bosnian slovenian macedonian montenegrin kosovar estonian latvian lithuanian russian ukrainian belarusian moldovan
  georgian armenian azerbaijani azeri kazakh uzbek turkmen tajik kyrgyz afghan pakistani indian bangladeshi nepali nepalese bhutanese maldivian
  lankan burmese thai vietnamese cambodian laotian malaysian singaporean indonesian filipino philippine chinese taiwanese japanese korean mongolian
  australian zealand canadian mexican guatemalan honduran salvadoran nicaraguan cuban haitian dominican jamaican colombian venezuelan
  ecuadorian peruvian bolivian brazilian paraguayan uruguayan argentine argentinian argentinean chilean israeli palestinian jordanian lebanese
  syrian iraqi iranian saudi emirati qatari kuwaiti bahraini omani yemeni egyptian libyan tunisian algerian moroccan sudanese ethiopian eritrean
  somali djiboutian kenyan ugandan tanzanian rwandan burundian congolese angolan zambian zimbabwean malawian mozambican namibian african
  botswanan malagasy mauritian nigerian ghanaian ivorian senegalese malian gambian guinean liberian cameroonian gabonese chadian nigerien european
  asian arab kurdish catalan basque chechen tatar tibetan uyghur latin western eastern northern southern soviet bavarian flemish sicilian
  texan californian floridian virginian`);

/** Endings that only names of professions have. */
const PROFESSION = /^[a-z-]{3,}(?:ologist|ographer|iatrist|mayor)$/;
/** "The 56-year-old" is somebody. */
const AGED = /^\d{1,3}-year-old$/;
const PLURAL_HEADS: ReadonlySet<string> =
  wordSet(`spokesmen spokeswomen spokespeople congressmen congresswomen businessmen businesswomen
  policemen firemen fishermen women men people children clergymen aldermen councilmen chairmen`);

/** The singular of a word that ends in a regular English plural. */
function singular(word: string): string {
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** True where `word` (lower case, with or without full stop) heads a role, as "minister" and "Sen.". */
export function isRoleHead(word: string): boolean {
  const bare = word.endsWith('.') ? word.slice(0, -1) : word;
  if (PROFESSION.test(bare) || AGED.test(bare)) return true;
  return ROLE_HEADS.has(bare) || (bare.includes('-') && ROLE_HEADS.has(bare.slice(bare.lastIndexOf('-') + 1)));
}

/** True for the plural of a people's name: "Latinos", "Cuban-Americans". */
export function isPeople(word: string): boolean {
  const one = word.slice(word.lastIndexOf('-') + 1);
  return one.endsWith('s') && (NATIONALITIES.has(one.slice(0, -1)) || ROLE_MODIFIERS.has(one.slice(0, -1)));
}

/** True for plural role heads: "ministers", "spokesmen". */
export function isPluralRole(word: string): boolean {
  return PLURAL_HEADS.has(word) || (word.endsWith('s') && ROLE_HEADS.has(singular(word)) && !ROLE_HEADS.has(word));
}

/** Role heads that tell a gender. */
export function genderOfRole(word: string): 'female' | 'male' | null {
  if (
    /(?:woman|women|actress|queen|princess|duchess|baroness|countess|mother|wife|widow|daughter|sister|aunt|heiress|nun|waitress|lady)$/.test(
      word,
    )
  )
    return 'female';
  if (/(?:[a-z]man|king|prince|duke|baron|father|husband|widower|son|brother|uncle|pope|monk|priest)$/.test(word))
    return 'male';
  return null;
}
