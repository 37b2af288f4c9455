import { wordSet, words } from './words.ts';

const SINGLE = `afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados belarus
  belgium belize benin bhutan bolivia bosnia botswana brazil brunei bulgaria burundi cambodia cameroon canada chad chile china colombia comoros
  congo croatia cuba cyprus czechia denmark djibouti ecuador egypt eritrea estonia eswatini ethiopia fiji finland france gabon gambia
  germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan
  jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi
  malaysia maldives mali malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru
  nepal netherlands nicaragua niger nigeria norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania russia
  rwanda samoa senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan
  tajikistan tanzania thailand togo tonga tunisia turkey türkiye turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu vatican venezuela
  vietnam yemen zambia zimbabwe britain england scotland wales u.s u.s. u.k. u.n. america europe asia africa antarctica eurasia scandinavia balkans baltics
  alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana
  maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania
  tennessee texas utah vermont wisconsin wyoming
  london paris berlin madrid rome vienna brussels amsterdam lisbon dublin athens warsaw prague budapest bucharest sofia-city belgrade zagreb
  sarajevo skopje tirana kyiv kiev kharkiv odesa odessa lviv donetsk luhansk mariupol kherson zaporizhzhia moscow petersburg minsk chisinau tbilisi yerevan
  baku ankara istanbul izmir tehran baghdad mosul basra damascus aleppo beirut amman jerusalem gaza ramallah tel-aviv haifa cairo alexandria-city
  tripoli benghazi tunis algiers rabat casablanca khartoum juba addis nairobi kampala kigali bujumbura kinshasa luanda lusaka harare maputo pretoria
  johannesburg durban lagos abuja accra abidjan dakar bamako ouagadougou niamey riyadh jeddah mecca medina doha dubai sanaa aden muscat manama
  kabul kandahar islamabad karachi lahore peshawar delhi mumbai kolkata chennai bangalore bengaluru hyderabad dhaka kathmandu colombo yangon
  bangkok hanoi saigon phnom jakarta manila kuala beijing shanghai shenzhen guangzhou wuhan hong kong taipei tokyo osaka kyoto hiroshima seoul pyongyang
  busan sydney melbourne canberra brisbane perth auckland wellington ottawa toronto montreal vancouver calgary quebec washington chicago boston
  philadelphia houston dallas miami atlanta detroit cleveland baltimore seattle portland denver phoenix tucson sacramento oakland orlando tampa
  milwaukee minneapolis nashville memphis louisville pittsburgh cincinnati columbus indianapolis omaha albuquerque honolulu anchorage
  charleston savannah richmond-city brooklyn manhattan queens-city bronx havana caracas bogota bogotá lima quito santiago-city brasilia montevideo asuncion
  munich frankfurt hamburg cologne stuttgart dresden leipzig bonn zurich geneva basel bern milan naples turin venice florence-city palermo barcelona
  seville valencia lyon marseille strasbourg nice-city calais oslo bergen stockholm gothenburg malmo copenhagen helsinki reykjavik tallinn riga
  vilnius krakow gdansk glasgow edinburgh cardiff belfast manchester liverpool birmingham leeds bristol crimea donbas donbass chechnya dagestan
  ala. ariz. ark. calif. colo. conn. del. fla. ga. ill. ind. kan. ky. la. md. mass. mich. minn. miss. mo. mont. neb. nev. okla. ore. pa. tenn. tex. va. vt. wash. wis. wyo. n.h. n.j. n.y. n.c. s.c. n.d. s.d. n.m. r.i. w.va. d.c. l.a.
  siberia kashmir tibet xinjiang catalonia bavaria normandy brittany tuscany sicily galilee golan sinai darfur tigray hague davos guantanamo`;
const SEVERAL = `new york|new york city|new jersey|new hampshire|new mexico|new zealand|new delhi|new orleans|north carolina|south carolina|north dakota|south dakota|
  west virginia|rhode island|united states|united kingdom|united arab emirates|saudi arabia|south africa|south korea|north korea|south sudan|sri lanka|
  costa rica|el salvador|puerto rico|dominican republic|czech republic|ivory coast|sierra leone|burkina faso|cape verde|los angeles|san francisco|san diego|
  san antonio|san jose|las vegas|salt lake city|kansas city|st louis|saint petersburg|st petersburg|hong kong|tel aviv|west bank|gaza strip|middle east|
  latin america|north america|south america|central america|eastern europe|western europe|rio de janeiro|sao paulo|são paulo|buenos aires|mexico city|
  cape town|addis ababa|kuala lumpur|phnom penh|ho chi minh city|port au prince|santo domingo|black sea|red sea|south china sea|silicon valley|
  long island|staten island|district of columbia|washington dc|washington d.c|des moines|cedar rapids|baton rouge|fort worth|palm beach|virginia|georgia|mar-a-lago|fort lauderdale`;

const single = wordSet(SINGLE.replace(/-city\b/g, ''));
const several = new Set(
  words(SEVERAL.replaceAll(' ', '_').replaceAll('|', ' ')).map((name) => name.replaceAll('_', ' ').trim()),
);

/** True where the whole name (lower case, single spaces) is a country, region or city we know. */
export function isPlace(name: string): boolean {
  return single.has(name) || several.has(name);
}
