import { civilDay, dayNumber, weekday } from '../../common/calendar/civil.ts';

/** Where the ten digits of a script begin. Data. */
const DIGITS: readonly [first: string, last: string][] = [
  ['٠', '٩'],
  ['۰', '۹'],
  ['०', '९'],
  ['০', '৯'],
  ['๐', '๙'],
  ['０', '９'],
];
const OTHER_DIGIT = new RegExp(`[${DIGITS.map(([first, last]) => `${first}-${last}`).join('')}]`, 'g');

function asciiDigit(digit: string): string {
  const script = DIGITS.find(([first, last]) => digit >= first && digit <= last);
  return script === undefined ? digit : String(digit.charCodeAt(0) - script[0].charCodeAt(0));
}

/** The hours before and after noon as East Asian languages write them: before the time. */
const EAST_MERIDIEM = /(上午|午前|오전|凌晨|早上)|(?:下午|午後|오후|晚上)/;
const EAST_TIME = new RegExp(
  `(?:${EAST_MERIDIEM.source})\\s*(\\d{1,2})\\s*[:時时点點시]\\s*(?:(\\d{1,2})(?:\\s*[:分분]\\s*(\\d{1,2}))?)?\\s*[分분秒초]?`,
  'g',
);
const EAST_CLOCK = /(\d{1,2})\s*[時时点點시]\s*(?:(\d{1,2})\s*[分분]?)?(?:\s*(\d{1,2})\s*[秒초])?/g;
const two = (digits: string | undefined): string => (digits ?? '').padStart(2, '0');

/** What stands before a date and says that one follows. */
const LABEL =
  /^(?:(?:first|last|article)\s)?(?:date|published|publish(?:ed)?\s?date|publication\s?date|pub\s?date|updated|posted|created|modified|issued|publi[ée](?:\sle)?|publicado|ver[oö]ffentlicht|pubblicato|gepubliceerd|опубликовано)(?:\s(?:on|at|el|em|il|am|op))?\s*:?\s+/;
const COMMENT = /\s*\([^()]*\)\s*$/;
const BRACKETED_DAY = /\s*\([\p{L}\p{M}.]{1,3}\)/u;
const COMPACT = /^(\d{4})-?(\d\d)-?(\d\d)t?(\d\d)(\d\d)(\d\d)?(?=$|z|[+-]|\s)/;
const ACCESS_LOG = /^\[?(\d{1,2})\/([a-z]{3})\/(\d{4}):(\d\d:\d\d:\d\d)([^\]]*)\]?$/;
const HOUR_ALONE = /^(\d{4}-\d\d-\d\dt\d\d)(?=z|[+-]\d\d)/;
const MONOTONIC_CLOCK = / m=[+-][\d.]+$/;
const ISO_WEEK = /^(\d{4})-?w(\d\d)-?([1-7])(?!\d)/;

/** ISO 8601's week dates (`2026-W47-5`) as the day that they are; a week that the year has not stays as it is, and is refused. */
function weekDay(text: string): string {
  return text.replace(ISO_WEEK, (words, year, week, day) => {
    const fourth = dayNumber({ year: Number(year), month: 1, day: 4 });
    const number = fourth - ((weekday(fourth) + 6) % 7) + (Number(week) - 1) * 7 + Number(day) - 1;
    const thursday = civilDay(number - Number(day) + 4);
    if (thursday.year !== Number(year)) return words;
    const civil = civilDay(number);
    return `${civil.year}-${two(String(civil.month))}-${two(String(civil.day))}`;
  });
}

/** A timestamp in one way of writing: digits of ASCII, plain hyphens and spaces, lower case, `am` and `pm` behind the time, no label before it. */
export function inPlainWriting(raw: string): string {
  const ascii = raw
    .replace(OTHER_DIGIT, asciiDigit)
    .replace(EAST_TIME, (_, before, hour, minute, second) => {
      const seconds = second === undefined ? '' : `:${two(second)}`;
      return ` ${hour}:${two(minute)}${seconds} ${before === undefined ? 'pm' : 'am'} `;
    })
    .replace(EAST_CLOCK, (_, hour, minute, second) => ` ${hour}:${two(minute)}:${two(second)} `)
    .replace(/[年月년월]/g, '-')
    .replace(/[日일]/g, ' ')
    .replace(/،/g, ',')
    .replace(/[\u2212\u2010\u2011]/g, '-')
    .replace(/(?<=:\d\d)[\u2012-\u2014](?=\d\d:?\d\d$)/, '-')
    .replace(/[\s\u200e\u200f]+/gu, ' ')
    .replace(/(?<=\d )(?:π\.?\s?μ|ص)(?![\p{L}\p{M}])\.?/gu, 'am')
    .replace(/(?<=\d )(?:μ\.?\s?μ|م)(?![\p{L}\p{M}])\.?/gu, 'pm')
    .trim()
    .toLowerCase()
    .replace(/(?<=\d ?)([ap])\. ?m\./, '$1m')
    .replace(LABEL, '')
    .replace(BRACKETED_DAY, '')
    .replace(COMMENT, '')
    .replace(MONOTONIC_CLOCK, '')
    .replace(/ [@|·•] /g, ' ')
    .replace(/(كانون|تشرين|ربيع) (?=ال)/g, '$1')
    .replace(ACCESS_LOG, '$1 $2 $3 $4$5')
    .replace(HOUR_ALONE, '$1:00');
  return weekDay(ascii).replace(
    COMPACT,
    (_, year, month, day, hour, minute, second = '00') => `${year}-${month}-${day} ${hour}:${minute}:${second}`,
  );
}
