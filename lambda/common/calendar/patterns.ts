/** One break between words. All fragments of this file are sources of regular expressions that ignore case; repeats are bounded, so that no text is slow. */
export const SPACE = '\\s{1,4}';
/** Nothing of a word may follow. */
export const END = '(?![A-Za-z0-9À-ɏ])';
/** A month, whole or abbreviated. */
export const MONTH =
  '(?:jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';
/** A weekday, whole. */
export const WEEKDAY = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day)';
/** A weekday, abbreviated. */
export const SHORT_WEEKDAY = '(?:(?:mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)\\.?)';
/** Day of a month. */
export const DAY = '(?:3[01]|[12]\\d|0?[1-9])';
/** A year of four digits from 1000 to 2199. */
export const YEAR = '(?:1\\d{3}|2[01]\\d\\d)';
/** A number in digits or words. */
export const COUNT =
  '(?:\\d{1,4}|an?|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[\\s-](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)';
/** A dash or word that joins the ends of a range. */
export const TO = '(?:\\s?[-–—]\\s?|\\s{1,2}(?:to|through|and|until)\\s{1,2})';
/** A part of a day. */
export const DAYPART = '(?:morning|afternoon|evening|night)';
/** A count of weeks, or a fortnight. */
export const WEEKS = `(?:(?<weeks>${COUNT})${SPACE}weeks?|(?:an?${SPACE}|one${SPACE})?(?<fortnight>fortnight))`;
const ZONE_CODE =
  '(?:(?:gmt|utc)(?:[+-]\\d{1,2}(?::\\d\\d)?)?|[ecmp][sd]?t|bst|cet|cest|eet|eest|ist|msk|gst|ast|jst|kst|sgt|hkt|pkt|wib|sast|eat|wat|cat|aest|aedt|acst|awst|nzst|nzdt)\\b';
const ZONE_NAME =
  '(?:(?:eastern|central|mountain|pacific|atlantic|gulf|arabian?|indian?|british|european|greenwich|local|moscow|beijing|tokyo|london|paris|new\\syork|dubai|uae|saudi|riyadh|makkah|mecca|doha|qatar|kuwait|bahrain|oman|muscat|cairo|baku|istanbul|jordan|uk|us)(?:\\s(?:standard|daylight|summer|mean|european))?\\stime|local|eastern|central|mountain|pacific)\\b';
/** A time zone's short name, in words or letters, in brackets or not. */
export const ZONE = `(?:\\s(?:\\((?:${ZONE_CODE}|${ZONE_NAME})\\)|(?:${ZONE_CODE}|${ZONE_NAME})))`;
