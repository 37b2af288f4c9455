/** One line a zone: its IANA name, the country whose feeds it stands for (`-` for none), the places in it; lower case. Data. */
const ROWS = `
Asia/Dubai AE united arab emirates|uae|dubai|abu dhabi|sharjah|ajman|fujairah|ras al khaimah|al ain
Asia/Riyadh SA saudi arabia|riyadh|jeddah|makkah|mecca|madinah|medina|dammam|dhahran|neom
Asia/Qatar QA qatar|doha
Asia/Bahrain BH bahrain|manama
Asia/Kuwait KW kuwait|kuwait city
Asia/Muscat OM oman|muscat|salalah
Asia/Aden YE yemen|aden|sanaa
Asia/Amman JO jordan|amman
Asia/Beirut LB lebanon|beirut
Asia/Damascus SY syria|damascus|aleppo
Asia/Baghdad IQ iraq|baghdad|basra|erbil|mosul|najaf
Asia/Tehran IR iran|tehran
Asia/Jerusalem IL israel|jerusalem|tel aviv|haifa
Asia/Gaza PS palestine|gaza|gaza city|gaza strip|rafah|khan younis|ramallah|jenin|west bank|bethlehem
Europe/Istanbul TR turkey|türkiye|turkiye|istanbul|ankara|izmir
Africa/Cairo EG egypt|cairo|sharm el-sheikh|alexandria
Africa/Tripoli LY libya|tripoli|benghazi
Africa/Tunis TN tunisia|tunis
Africa/Algiers DZ algeria|algiers
Africa/Casablanca MA morocco|casablanca|rabat|marrakesh|marrakech
Africa/Nouakchott MR mauritania|nouakchott
Africa/Khartoum SD sudan|khartoum|port sudan
Africa/Juba SS south sudan|juba
Africa/Addis_Ababa ET ethiopia|addis ababa
Africa/Mogadishu SO somalia|mogadishu
Africa/Djibouti DJ djibouti
Africa/Asmara ER eritrea|asmara
Africa/Nairobi KE kenya|nairobi|mombasa
Africa/Kampala UG uganda|kampala|entebbe
Africa/Dar_es_Salaam TZ tanzania|dar es salaam|dodoma|zanzibar
Africa/Kigali RW rwanda|kigali
Africa/Bujumbura BI burundi|bujumbura
Africa/Kinshasa CD congo|kinshasa
Africa/Brazzaville CG brazzaville
Africa/Luanda AO angola|luanda
Africa/Lusaka ZM zambia|lusaka
Africa/Harare ZW zimbabwe|harare
Africa/Maputo MZ mozambique|maputo
Africa/Blantyre MW malawi|lilongwe
Africa/Johannesburg ZA south africa|johannesburg|pretoria|cape town|durban
Africa/Gaborone BW botswana|gaborone
Africa/Windhoek NA namibia|windhoek
Africa/Maseru LS lesotho|maseru
Africa/Mbabane SZ eswatini|mbabane
Africa/Lagos NG nigeria|lagos|abuja|kano
Africa/Niamey NE niger|niamey
Africa/Ndjamena TD chad|n'djamena
Africa/Douala CM cameroon|yaounde|yaoundé
Africa/Bangui CF central african republic|bangui
Africa/Libreville GA gabon|libreville
Africa/Malabo GQ malabo
Africa/Porto-Novo BJ benin
Africa/Accra GH ghana|accra
Africa/Lome TG togo|lome|lomé
Africa/Abidjan CI ivory coast|abidjan
Africa/Ouagadougou BF burkina faso|ouagadougou
Africa/Bamako ML mali|bamako
Africa/Dakar SN senegal|dakar
Africa/Banjul GM gambia|banjul
Africa/Conakry GN guinea|conakry
Africa/Bissau GW bissau
Africa/Freetown SL sierra leone|freetown
Africa/Monrovia LR liberia|monrovia
Atlantic/Cape_Verde CV praia
Indian/Mauritius MU mauritius|port louis
Indian/Mahe SC seychelles
Indian/Antananarivo MG madagascar|antananarivo
Asia/Baku AZ azerbaijan|baku|khankendi
Asia/Yerevan AM armenia|yerevan
Asia/Tbilisi GE tbilisi
Asia/Tashkent UZ uzbekistan|tashkent|samarkand
Asia/Almaty KZ kazakhstan|almaty|astana|nur-sultan
Asia/Bishkek KG kyrgyzstan|bishkek
Asia/Dushanbe TJ tajikistan|dushanbe
Asia/Ashgabat TM turkmenistan|ashgabat
Asia/Kabul AF afghanistan|kabul|kandahar|herat
Asia/Karachi PK pakistan|islamabad|karachi|lahore|peshawar|quetta|rawalpindi|faisalabad|gujranwala|punjab|sindh|balochistan
Asia/Kolkata IN india|new delhi|delhi|mumbai|kolkata|calcutta|chennai|bangalore|bengaluru|hyderabad|ahmedabad|pune|jaipur|lucknow|srinagar|guwahati|amritsar|bhopal|chandigarh|jammu|mysuru|nagpur|patna|ranchi|shimla|thiruvananthapuram|varanasi
Asia/Kathmandu NP nepal|kathmandu
Asia/Thimphu BT bhutan|thimphu
Asia/Dhaka BD bangladesh|dhaka|chittagong|chattogram
Asia/Colombo LK sri lanka|colombo
Indian/Maldives MV maldives|malé|male
Asia/Yangon MM myanmar|yangon|mandalay|naypyitaw
Asia/Bangkok TH thailand|bangkok
Asia/Vientiane LA laos|vientiane
Asia/Phnom_Penh KH cambodia|phnom penh
Asia/Ho_Chi_Minh VN vietnam|viet nam|hanoi|ho chi minh city
Asia/Kuala_Lumpur MY malaysia|kuala lumpur|petaling jaya|putrajaya|george town|johor baru|johor bahru
Asia/Singapore SG singapore
Asia/Brunei BN brunei|bandar seri begawan
Asia/Jakarta ID indonesia|jakarta|bandung|surabaya
Asia/Dili TL east timor|dili
Asia/Manila PH philippines|manila|quezon city|cebu
Asia/Hong_Kong HK hong kong
Asia/Macau MO macau
Asia/Shanghai CN china|beijing|shanghai|guangzhou|shenzhen|chengdu|wuhan
Asia/Taipei TW taiwan|taipei
Asia/Tokyo JP japan|tokyo|osaka|kyoto|nagasaki|hiroshima|fukuoka|sapporo|yokohama
Asia/Seoul KR south korea|seoul|busan
Asia/Pyongyang KP north korea|pyongyang
Asia/Ulaanbaatar MN mongolia|ulaanbaatar
Europe/Moscow RU russia|moscow|st. petersburg|saint petersburg
Asia/Vladivostok - vladivostok
Europe/Minsk BY belarus|minsk
Europe/Kiev UA ukraine|kyiv|kiev|kharkiv|lviv|odesa|odessa|donetsk|kherson|zaporizhzhia|mariupol
Europe/Chisinau MD moldova|chisinau
Europe/Bucharest RO romania|bucharest
Europe/Sofia BG bulgaria|sofia
Europe/Athens GR greece|athens|thessaloniki
Asia/Nicosia CY cyprus|nicosia|larnaca
Europe/Belgrade RS serbia|belgrade
Europe/Belgrade XK kosovo|pristina
Europe/Sarajevo BA bosnia|bosnia-herzegovina|sarajevo
Europe/Zagreb HR croatia|zagreb|split
Europe/Ljubljana SI slovenia|ljubljana
Europe/Podgorica ME montenegro|podgorica
Europe/Skopje MK north macedonia|skopje
Europe/Tirane AL albania|tirana
Europe/Budapest HU hungary|budapest
Europe/Bratislava SK slovakia|bratislava
Europe/Prague CZ czech republic|czechia|prague
Europe/Warsaw PL poland|warsaw|krakow
Europe/Vilnius LT lithuania|vilnius|kaunas
Europe/Riga LV latvia|riga
Europe/Tallinn EE estonia|tallinn
Europe/Helsinki FI finland|helsinki
Europe/Stockholm SE sweden|stockholm|gothenburg|malmo
Europe/Oslo NO norway|oslo
Europe/Copenhagen DK denmark|copenhagen
Atlantic/Reykjavik IS iceland|reykjavik
Europe/Berlin DE germany|berlin|bonn|frankfurt|munich|hamburg|cologne|dortmund|dusseldorf|düsseldorf|leipzig|stuttgart
Europe/Vienna AT austria|vienna
Europe/Zurich CH switzerland|geneva|zurich|basel|bern|davos|lausanne
Europe/Vaduz LI liechtenstein|vaduz
Europe/Amsterdam NL netherlands|amsterdam|the hague|hague|rotterdam
Europe/Brussels BE belgium|brussels|antwerp
Europe/Luxembourg LU luxembourg
Europe/Paris FR france|paris|lyon|marseille|nice|strasbourg
Europe/Monaco MC monaco
Europe/Madrid ES spain|madrid|barcelona|bilbao|seville|valencia
Europe/Lisbon PT portugal|lisbon
Europe/Rome IT italy|rome|milan|venice|naples|turin|genoa|bologna
Europe/Vatican VA vatican city
Europe/Malta MT malta|valletta
Europe/Gibraltar GI gibraltar
Europe/Dublin IE ireland|dublin
Europe/London GB united kingdom|uk|great britain|england|scotland|wales|northern ireland|london|edinburgh|glasgow|belfast|cardiff|manchester|liverpool|leeds|bristol|oxford|cambridge
Europe/Jersey JE jersey
Europe/Isle_of_Man IM isle of man
America/New_York US united states|us|usa|washington|new york|boston|philadelphia|atlanta|miami|detroit|baltimore|pittsburgh|cleveland|orlando|tampa|united nations|connecticut|conn|ct|delaware|del|district of columbia|dc|florida|fla|fl|georgia|ga|indiana|ind|maine|maryland|md|massachusetts|mass|michigan|mich|mi|new hampshire|nh|new jersey|nj|ny|north carolina|nc|ohio|pennsylvania|pa|rhode island|ri|south carolina|sc|vermont|vt|virginia|va|west virginia|wva
America/Chicago - chicago|houston|dallas|austin|san antonio|new orleans|st. louis|minneapolis|milwaukee|memphis|nashville|kansas city|oklahoma city|omaha|des moines|alabama|ala|arkansas|ark|illinois|ill|il|iowa|ia|kansas|kan|ks|louisiana|minnesota|minn|mn|mississippi|miss|missouri|mo|nebraska|neb|north dakota|nd|oklahoma|okla|south dakota|sd|tennessee|tenn|tn|texas|tex|tx|wisconsin|wis|wi
America/Denver - denver|salt lake city|albuquerque|colorado|colo|montana|mont|new mexico|nm|utah|wyoming|wyo|idaho
America/Phoenix - phoenix|tucson|arizona|ariz|az
America/Los_Angeles - los angeles|san francisco|seattle|san diego|las vegas|portland|sacramento|san jose|oakland|palo alto|mountain view|cupertino|redmond|california|calif|ca|nevada|nev|nv|oregon|ore|washington state|wash
America/Anchorage - anchorage|alaska
Pacific/Honolulu - honolulu|hawaii
America/Toronto CA canada|toronto|ottawa|montreal|quebec city|ontario|quebec|québec
America/Halifax - halifax|nova scotia|new brunswick
America/Winnipeg - winnipeg|manitoba
America/Regina - saskatchewan
America/Edmonton - calgary|edmonton|alberta
America/Vancouver - vancouver|british columbia
America/Mexico_City MX mexico|mexico city
America/Guatemala GT guatemala city
America/El_Salvador SV el salvador|san salvador
America/Tegucigalpa HN honduras|tegucigalpa
America/Managua NI nicaragua|managua
America/Costa_Rica CR costa rica
America/Panama PA panama|panama city
America/Belize BZ belize|belmopan
America/Havana CU cuba|havana
America/Jamaica JM jamaica
America/Nassau BS bahamas|nassau
America/Port-au-Prince HT haiti|port-au-prince
America/Santo_Domingo DO dominican republic|santo domingo
America/Puerto_Rico PR puerto rico|san juan
America/Barbados BB barbados|bridgetown
America/Port_of_Spain TT trinidad and tobago|port of spain
America/Bogota CO colombia|bogota
America/Caracas VE venezuela|caracas
America/Guayaquil EC ecuador|quito|guayaquil
America/Lima PE peru|lima
America/La_Paz BO bolivia|la paz
America/Santiago CL chile|santiago
America/Asuncion PY paraguay|asuncion
America/Montevideo UY uruguay|montevideo
America/Argentina/Buenos_Aires AR argentina|buenos aires
America/Sao_Paulo BR brazil|brasilia|sao paulo|são paulo|rio de janeiro
America/Guyana GY guyana
America/Paramaribo SR suriname|paramaribo
Atlantic/Bermuda BM bermuda
Australia/Sydney AU australia|sydney|canberra|melbourne|new south wales|nsw|tasmania|hobart
Australia/Brisbane - brisbane|queensland|qld
Australia/Adelaide - adelaide|south australia
Australia/Darwin - darwin
Australia/Perth - perth|western australia
Pacific/Auckland NZ new zealand|wellington|auckland|christchurch
Pacific/Fiji FJ fiji|suva
Pacific/Port_Moresby PG papua new guinea|port moresby
Pacific/Guadalcanal SB honiara
Pacific/Apia WS samoa|apia
Pacific/Tongatapu TO tonga
Pacific/Efate VU vanuatu`;

const zoneOfName = new Map<string, string>();
const zoneOfCode = new Map<string, string>();
for (const row of ROWS.trim().split('\n')) {
  const [zone = '', code = '', ...places] = row.split(' ');
  if (code !== '-') zoneOfCode.set(code, zone);
  for (const place of places.join(' ').split('|')) zoneOfName.set(place, zone);
}

/**
 * The IANA zone of a dateline's place (`BAKU, Azerbaijan`, `SEATTLE`, `MBOMBELA, MPUMALANGA, SOUTH AFRICA`): of its last part that is known,
 * which is the narrower one where a state stands last (`PORTLAND, Maine`), else of an earlier one; `null` for places that we don't know.
 */
export function zoneOfPlace(place: string): string | null {
  const parts = place.toLowerCase().split(',');
  const known = parts.flatMap((part) => {
    const words = part.trim().replace(/\s+/g, ' ');
    return zoneOfName.get(words) ?? zoneOfName.get(words.replace(/\./g, '')) ?? [];
  });
  return known.at(-1) ?? null;
}

/** The IANA zone that stands for a country (ISO 3166, two letters); where it has several, that of most of its newsrooms; `null` for codes we don't know. */
export function zoneOfCountry(code: string): string | null {
  return zoneOfCode.get(code.toUpperCase()) ?? null;
}
