/** Houses that pass on what others wrote; their name stands first in brackets. Data. */
const SYNDICATORS = [
  'MENAFN',
  'Zawya',
  'SyndiGate',
  'Newstex',
  'AllAfrica',
  'allAfrica.com',
  'Trade Arabia',
  'TNS',
  'Tribune News Service',
  'NewsBank',
  'Albawaba',
  'Al Bawaba',
  'Mena FN',
  'NexisUni',
];

/** Agencies and wire services as openings write them; case counts. Data. */
const AGENCIES =
  `Reuters|REUTERS|AP|The Associated Press|Associated Press|AFP|Agence France-Presse|UPI|dpa|DPA|dpa international|dpa-AFX|ANSA|AGI|Adnkronos|EFE|EUROPA PRESS|Europa Press|Lusa|LUSA|ANP|Belga|APA|ATS|Keystone-SDA|Ritzau|NTB|TT|STT|BNS|LETA|ELTA|PAP|CTK|ČTK|TASR|MTI|Agerpres|AGERPRES|BTA|HINA|Hina|FENA|Tanjug|TANJUG|SRNA|MIA|ATA|ANA-MPA|AMNA|CNA|Cyprus News Agency|Anadolu|Anadolu Agency|AA|DHA|İHA|IHA
  |TASS|ITAR-TASS|RIA Novosti|RIA|Sputnik|Interfax|Interfax-Ukraine|UKRINFORM|Ukrinform|UNIAN|BelTA|BELTA|Moldpres|MOLDPRES|Armenpress|ARMENPRESS|Azertac|AZERTAC|APA|Trend|Trend News Agency|Report|Kazinform|KAZINFORM|KazTAG|UzA|Kabar|AKIpress|Khovar
  |Xinhua|China News Service|CNS|Kyodo|Kyodo News|Jiji|Jiji Press|Yonhap|YONHAP|Newsis|KCNA|CNA|Focus Taiwan|Bernama|BERNAMA|Antara|ANTARA|VNA|VNS|PNA|TNA|AKP|Lao News Agency|KPL|AAP|NZPA|RNZ|PTI|ANI|IANS|UNI|APP|INP|Online|PPI|BSS|UNB|RSS|Pajhwok|Khaama|Bakhtar|Lankapuvath
  |WAM|Wam|SPA|KUNA|QNA|BNA|ONA|Petra|PETRA|MENA|NNA|SANA|INA|NINA|WAFA|Wafa|Ma'an|JTA|JNS|IRNA|Irna|ISNA|Mehr|MNA|Fars|FNA|Tasnim|Saba|TAP|APS|MAP|LANA|SUNA|ENA|SONNA|GNA|NAN|KBC|KNA|AGP|AIP|APANEWS|PANA|ANGOP|Angop|AIM|ZBC|ZIANA|New Ziana|NAMPA|Nampa|BOPA|SAnews|SAnews.gov.za|ANA|Bua News
  |Bloomberg|Dow Jones|DJ|MarketWatch|CNBC|CNN|CNN Business|BBC|BBC News|NBC News|ABC News|CBS News|Fox News|FOX News|Sky News|NPR|VOA|Voice of America|RFE/RL|RFA|DW|Deutsche Welle|France 24|RFI|Al Jazeera|Al Arabiya|CGTN|NHK|ABC|CBC|The Canadian Press|Canadian Press|CP|PA|PA Media|Press Association|Guardian|Politico|POLITICO|Axios|The Conversation|Inter Press Service|IPS|Reuters Breakingviews|Thomson Reuters Foundation|Catholic News Service|CNS|RNS|Religion News Service|KHN|StatePoint|Cronkite News|States Newsroom|The Center Square|Capital News Service|Stacker
  |PRNewswire|PR Newswire|PR NEWSWIRE|PRNewswire-PRWeb|PRWEB|PRWeb|GLOBE NEWSWIRE|GlobeNewswire|GlobeNewsWire|BUSINESS WIRE|Business Wire|BUSINESSWIRE|ACCESSWIRE|ACCESS Newswire|ACCESS NEWSWIRE|Accesswire|CNW|CNW Group|Canada NewsWire|Newsfile|Newsfile Corp.|NEWSFILE|Marketwired|Marketwire|EIN Presswire|EINPresswire|EINPresswire.com|EIN PRESSWIRE|Newswire|Newswire.com|eTrueSports|PressRelease.com|ACN Newswire|JCN Newswire|Media OutReach|Media OutReach Newswire|APO Group|African Media Agency|AETOSWire|ME NewsWire|Zawya|Baystreet|Benzinga|InvestorWire|InvestorBrandNetwork|NewMediaWire|24-7PressRelease|Send2Press|SEND2PRESS NEWSWIRE|iCrowdNewswire|Vehement Media|ots|news aktuell|PRTimes|Mondo Visione|DGAP|EQS-News|EQS|RNS|RTTNews|Alliance News|Sharecast|ShareCast News|Proactive|Emirates News Agency|Kuwait News Agency|Saudi Press Agency|Qatar News Agency|Jordan News Agency|Bahrain News Agency|Oman News Agency`.replace(
    /\s*\n\s*/g,
    '',
  );

const literal = (name: string): string => name.replace(/[.*+?^$()[\]{}\\]/g, '\\$&');
const longestFirst = (names: string[]): string =>
  [...new Set(names)]
    .sort((a, b) => b.length - a.length)
    .map(literal)
    .join('|');

/** Source of a pattern for one known agency. */
export const AGENCY = `(?:${longestFirst(AGENCIES.split('|'))})`;
/** Source of a pattern for one known syndicator. */
export const SYNDICATOR = `(?:${longestFirst(SYNDICATORS)})`;

const known = new Set(AGENCIES.split('|'));

/** True for the exact name of an agency on the list. */
export function isAgency(name: string): boolean {
  return known.has(name);
}
