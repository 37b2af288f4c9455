const lines = (list: string): string[] => list.split('|').map((name) => name.trim().replace(/\s+/g, ' '));

/** Cities that open datelines; lower case. Data. */
const CITIES = `abidjan|abu dhabi|abuja|accra|addis ababa|aden|ahmedabad|ajman|albany|albuquerque|aleppo|algiers|almaty|amman|amritsar|amsterdam|anchorage|ankara|annapolis|antananarivo|antwerp|apia|arlington|ashgabat|asmara|astana|asuncion|athens|atlanta|auckland|austin|baghdad|baku|baltimore|bamako|bandar seri begawan|bangalore|bengaluru|bangkok|bangui|banjul|barcelona|basel|basra|baton rouge|beijing|beirut|belfast|belgrade|belmopan|benghazi|berlin|bern|bethlehem|bhopal|bilbao|birmingham|bishkek|bismarck|bissau|bogota|boise|bologna|bonn|boston|brasilia|bratislava|brazzaville|bridgetown|brisbane|bristol|brussels|bucharest|budapest|buenos aires|buffalo|bujumbura|busan|cairo|calcutta|calgary|cambridge|canberra|cape town|caracas|cardiff|casablanca|chandigarh|charleston|charlotte|chattogram|chengdu|chennai|chicago|chisinau|chittagong|christchurch|cincinnati|cleveland|cologne|colombo|columbus|conakry|copenhagen|cupertino|dakar|dallas|damascus|dar es salaam|darwin|davos|delhi|denver|des moines|detroit|dhaka|dili|djibouti|dodoma|doha|donetsk|dortmund|dubai|dublin|durban|dushanbe|dusseldorf|düsseldorf|edinburgh|edmonton|el paso|entebbe|erbil|faisalabad|fort worth|frankfurt|freetown|fresno|fujairah|fukuoka|gaborone|gaza|gaza city|gaza strip|geneva|genoa|georgetown|gibraltar|glasgow|gothenburg|guangzhou|guatemala city|guayaquil|gujranwala|guwahati|hague|haifa|halifax|hamburg|hanoi|harare|harrisburg|hartford|havana|helsinki|herat|hiroshima|ho chi minh city|hobart|hong kong|honiara|honolulu|houston|hyderabad|indianapolis|islamabad|istanbul|izmir|jacksonville|jaipur|jakarta|jammu|jeddah|jenin|jerusalem|johannesburg|juba|kabul|kampala|kandahar|kano|kansas city|karachi|kathmandu|kaunas|khan younis|kharkiv|khartoum|kherson|kiev|kigali|kingston|kinshasa|kolkata|krakow|kuala lumpur|kuwait|kuwait city|kyiv|kyoto|la paz|lagos|lahore|larnaca|las vegas|lausanne|leeds|leipzig|libreville|lilongwe|lima|lisbon|liverpool|ljubljana|lome|lomé|london|los angeles|louisville|luanda|lucknow|lusaka|luxembourg|lviv|lyon|macau|madison|madrid|malabo|malé|male|malmo|managua|manama|manchester|mandalay|manila|maputo|mariupol|marseille|maseru|mbabane|mecca|makkah|madinah|medina|melbourne|memphis|mexico city|miami|milan|milwaukee|minneapolis|minsk|mogadishu|monaco|monrovia|montevideo|montgomery|montreal|moscow|mosul|mountain view|mumbai|munich|muscat|mysuru|n'djamena|nagasaki|nagpur|nairobi|najaf|naples|nashville|nassau|naypyitaw|new delhi|new orleans|new york|newark|niamey|nice|nicosia|norfolk|nouakchott|nur-sultan|oakland|odesa|odessa|oklahoma city|omaha|orlando|osaka|oslo|ottawa|ouagadougou|oxford|palm beach|palo alto|panama city|paramaribo|paris|patna|perth|peshawar|petaling jaya|philadelphia|phnom penh|phoenix|pittsburgh|podgorica|port louis|port moresby|port of spain|port sudan|port-au-prince|portland|prague|praia|pretoria|pristina|providence|pune|pyongyang|quebec city|quetta|quito|rabat|rafah|raleigh|ramallah|ranchi|rawalpindi|redmond|reykjavik|richmond|riga|rio de janeiro|riyadh|rochester|rome|rotterdam|sacramento|saint petersburg|salt lake city|san antonio|san diego|san francisco|san jose|san josé|san juan|san salvador|sanaa|santa clara|santa monica|santiago|santo domingo|sao paulo|são paulo|sapporo|sarajevo|seattle|seoul|seville|shanghai|sharjah|sharm el-sheikh|shenzhen|shimla|singapore|skopje|sofia|split|springfield|srinagar|st. louis|st. petersburg|stockholm|strasbourg|stuttgart|suva|sydney|tacoma|taipei|tallahassee|tallinn|tampa|tashkent|tbilisi|tegucigalpa|tehran|tel aviv|the hague|thessaloniki|thimphu|thiruvananthapuram|tirana|tokyo|toronto|trenton|tripoli|tucson|tulsa|tunis|turin|ulaanbaatar|united nations|vaduz|valencia|valletta|vancouver|varanasi|vatican city|venice|victoria|vienna|vientiane|vilnius|vladivostok|warsaw|washington|wellington|wichita|windhoek|winnipeg|wuhan|yangon|yaounde|yaoundé|yerevan|yokohama|zagreb|zaporizhzhia|zurich`;

/** Countries and the states and provinces that follow a city, in full or as agencies shorten them; lower case, no full stops. Data. */
const REGIONS = `afghanistan|albania|algeria|angola|argentina|armenia|australia|austria|azerbaijan|bahamas|bahrain|bangladesh|barbados|belarus|belgium|belize|benin|bermuda|bhutan|bolivia|bosnia|bosnia-herzegovina|botswana|brazil|brunei|bulgaria|burkina faso|burundi|cambodia|cameroon|canada|cayman islands|central african republic|chad|chile|china|colombia|congo|costa rica|croatia|cuba|cyprus|czech republic|czechia|denmark|djibouti|dominican republic|east timor|ecuador|egypt|el salvador|england|eritrea|estonia|eswatini|ethiopia|fiji|finland|france|gabon|gambia|georgia|germany|ghana|gibraltar|great britain|greece|greenland|guatemala|guinea|guyana|haiti|honduras|hong kong|hungary|iceland|india|indonesia|iran|iraq|ireland|isle of man|israel|italy|ivory coast|jamaica|japan|jersey|jordan|kazakhstan|kenya|kosovo|kuwait|kyrgyzstan|laos|latvia|lebanon|lesotho|liberia|libya|liechtenstein|lithuania|luxembourg|madagascar|malawi|malaysia|maldives|mali|malta|mauritania|mauritius|mexico|moldova|monaco|mongolia|montenegro|morocco|mozambique|myanmar|namibia|nepal|netherlands|new zealand|nicaragua|niger|nigeria|north korea|north macedonia|northern ireland|norway|oman|pakistan|palestine|panama|papua new guinea|paraguay|peru|philippines|poland|portugal|puerto rico|qatar|romania|russia|rwanda|samoa|saudi arabia|scotland|senegal|serbia|seychelles|sierra leone|singapore|slovakia|slovenia|somalia|south africa|south korea|south sudan|spain|sri lanka|sudan|suriname|sweden|switzerland|syria|taiwan|tajikistan|tanzania|thailand|togo|tonga|trinidad and tobago|tunisia|turkey|türkiye|turkiye|turkmenistan|uae|uganda|uk|ukraine|united arab emirates|united kingdom|united states|uruguay|us|usa|uzbekistan|vanuatu|venezuela|viet nam|vietnam|wales|west bank|yemen|zambia|zimbabwe
  |alabama|ala|al|alaska|ak|arizona|ariz|az|arkansas|ark|ar|california|calif|ca|colorado|colo|co|connecticut|conn|ct|delaware|del|de|district of columbia|dc|florida|fla|fl|ga|hawaii|hi|idaho|id|illinois|ill|il|indiana|ind|in|iowa|ia|kansas|kan|ks|kentucky|ky|louisiana|la|maine|me|maryland|md|massachusetts|mass|ma|michigan|mich|mi|minnesota|minn|mn|mississippi|miss|ms|missouri|mo|montana|mont|mt|nebraska|neb|ne|nevada|nev|nv|new hampshire|nh|new jersey|nj|new mexico|nm|new york|ny|north carolina|nc|north dakota|nd|ohio|oh|oklahoma|okla|ok|oregon|ore|or|pennsylvania|pa|rhode island|ri|south carolina|sc|south dakota|sd|tennessee|tenn|tn|texas|tex|tx|utah|ut|vermont|vt|virginia|va|washington|wash|wa|west virginia|wva|w va|wisconsin|wis|wi|wyoming|wyo|wy
  |alberta|ab|british columbia|bc|manitoba|mb|new brunswick|nb|newfoundland|nl|nova scotia|ns|ontario|on|prince edward island|quebec|québec|qc|saskatchewan|sk|yukon|new south wales|nsw|queensland|qld|south australia|tasmania|western australia`;

/** Words with which names of towns begin or end; lower case. Data. */
const TOWN_WORDS = new Set(
  'kota kuala johor george bandar san santa santo saint st. são el los las la new port fort mount lake north south east west upper lower cape ras al tel kfar deir khan city town beach springs falls island islands county valley heights hills park harbor harbour ville bay creek river village'.split(
    ' ',
  ),
);

const cities = new Set(lines(CITIES));
const regions = new Set(lines(REGIONS));

/** A place name as the lists write it. */
function plain(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** True for a city that opens datelines. */
export function isCity(name: string): boolean {
  return cities.has(plain(name)) || cities.has(plain(name).replace(/^the /, ''));
}

/** True for a country, state or province, in full or shortened (`Pa.`, `D.C.`). */
export function isRegion(name: string): boolean {
  const words = plain(name);
  return regions.has(words) || regions.has(words.replace(/\./g, ''));
}

/** True for names with a word that towns have and others seldom: `SAN …`, `… SPRINGS`. */
export function looksLikeTown(name: string): boolean {
  const words = plain(name).split(' ');
  // Three words that end in s are a team of that town.
  if (words.length > 2 && words.at(-1)?.endsWith('s') && !TOWN_WORDS.has(words.at(-1) ?? '')) return false;
  return words.length > 1 && (TOWN_WORDS.has(words[0] ?? '') || TOWN_WORDS.has(words.at(-1) ?? ''));
}
