/**
 * Zones by the long names that Windows and browsers write, lower case, each with the place whose clocks they mean; what Windows calls
 * standard time has summer time too. Source: CLDR 47, windowsZones. Data.
 */
const ROWS = `
eastern=America/New_York|central=America/Chicago|mountain=America/Denver|us mountain=America/Phoenix|pacific=America/Los_Angeles
alaskan=America/Anchorage|alaska=America/Anchorage|hawaiian=Pacific/Honolulu|hawaii-aleutian=Pacific/Honolulu|atlantic=America/Halifax
newfoundland=America/St_Johns|canada central=America/Regina
sa pacific=America/Bogota|sa western=America/La_Paz|sa eastern=America/Cayenne|e. south america=America/Sao_Paulo|brasilia=America/Sao_Paulo
argentina=America/Argentina/Buenos_Aires|pacific sa=America/Santiago|venezuela=America/Caracas|central america=America/Guatemala
gmt=Europe/London|greenwich=Atlantic/Reykjavik|british=Europe/London|w. europe=Europe/Berlin|western european=Europe/Lisbon
romance=Europe/Paris|central europe=Europe/Budapest|central european=Europe/Warsaw|e. europe=Europe/Chisinau|eastern european=Europe/Athens
gtb=Europe/Bucharest|fle=Europe/Kiev|russian=Europe/Moscow|moscow=Europe/Moscow|belarus=Europe/Minsk|turkey=Europe/Istanbul
egypt=Africa/Cairo|south africa=Africa/Johannesburg|e. africa=Africa/Nairobi|east africa=Africa/Nairobi|w. central africa=Africa/Lagos
west africa=Africa/Lagos|morocco=Africa/Casablanca|libya=Africa/Tripoli|sudan=Africa/Khartoum
israel=Asia/Jerusalem|jordan=Asia/Amman|middle east=Asia/Beirut|syria=Asia/Damascus|arab=Asia/Riyadh|arabia=Asia/Riyadh|arabic=Asia/Baghdad
arabian=Asia/Dubai|gulf=Asia/Dubai|iran=Asia/Tehran|azerbaijan=Asia/Baku|georgian=Asia/Tbilisi|caucasus=Asia/Yerevan|afghanistan=Asia/Kabul
west asia=Asia/Tashkent|pakistan=Asia/Karachi|india=Asia/Kolkata|sri lanka=Asia/Colombo|nepal=Asia/Kathmandu|central asia=Asia/Almaty
bangladesh=Asia/Dhaka|myanmar=Asia/Yangon|se asia=Asia/Bangkok|indochina=Asia/Bangkok|singapore=Asia/Singapore|malaysia=Asia/Kuala_Lumpur
china=Asia/Shanghai|taipei=Asia/Taipei|hong kong=Asia/Hong_Kong|philippine=Asia/Manila|western indonesia=Asia/Jakarta
tokyo=Asia/Tokyo|japan=Asia/Tokyo|korea=Asia/Seoul|korean=Asia/Seoul|ulaanbaatar=Asia/Ulaanbaatar
aus eastern=Australia/Sydney|australian eastern=Australia/Sydney|e. australia=Australia/Brisbane|cen. australia=Australia/Adelaide
aus central=Australia/Darwin|w. australia=Australia/Perth|australian western=Australia/Perth|tasmania=Australia/Hobart|new zealand=Pacific/Auckland`;

const PLACES: ReadonlyMap<string, string> = new Map(
  ROWS.trim()
    .split(/[|\n]/)
    .map((row): [string, string] => {
      const [name = '', place = ''] = row.split('=');
      return [name, place];
    }),
);
const LONG = /^([a-z][a-z. -]{1,24}?) (?:standard|daylight|summer|mean|universal) time$/;

/** The place (`America/New_York`, or `utc`) whose clocks a long name means, as `Eastern Standard Time`; `null` for other words. */
export function placeOfLongName(words: string): string | null {
  if (/^(?:coordinated universal|universal|greenwich mean) time$/.test(words)) return 'utc';
  const name = LONG.exec(words)?.[1];
  return name === undefined ? null : (PLACES.get(name) ?? null);
}
