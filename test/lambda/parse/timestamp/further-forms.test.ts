import { describe, expect, it } from 'vitest';
import { parseTimestamp, readTimestamp } from '../../../../lambda/parse/timestamp/parse-timestamp.ts';

const MORNING = '2025-02-07T08:30:00Z';
const DAY = '2025-02-07T00:00:00Z';

/** What software writes for one moment, and the languages of feeds. */
const FORMS: [raw: string, instant: string, language?: string][] = [
  // Go
  ['2025-02-07 08:30:00 +0000 UTC', MORNING],
  ['2025-02-07 09:30:00.987654321 +0100 CET m=+0.000012', '2025-02-07T08:30:00.987Z'],
  ['2025-02-07 14:00:00 +0530 IST', MORNING],
  ['2025-02-07 12:30:00 +0400 +04', MORNING],
  // Java
  ['2025-02-07T08:30:00Z[UTC]', MORNING],
  ['2025-02-07T09:30:00+01:00[Europe/Paris]', MORNING],
  ['2025-02-07T12:30[Asia/Dubai]', MORNING],
  ['2025-02-07T08:30:00.000Z+0000', MORNING],
  ['Fri Feb 07 08:30:00 UTC 2025', MORNING],
  // Windows and browsers
  ['Fri, 07 Feb 2025 03:30:00 Eastern Standard Time', MORNING],
  ['7 Feb 2025 00:30 Pacific Standard Time', MORNING],
  ['7 Feb 2025 12:30 Arabian Standard Time', MORNING],
  ['7 Feb 2025 11:30 Arab Standard Time', MORNING],
  ['2/7/2025 9:30:00 AM W. Europe Standard Time', MORNING, 'en-US'],
  ['7 Feb 2025 09:30 Romance Standard Time', MORNING],
  ['7 Feb 2025 08:30 GMT Standard Time', MORNING],
  ['7 Feb 2025 14:00 India Standard Time', MORNING],
  ['7 Feb 2025 19:30 AUS Eastern Standard Time', MORNING],
  ['7 Feb 2025 08:30 Coordinated Universal Time', MORNING],
  ['7 Jul 2025 04:30 Eastern Daylight Time', '2025-07-07T08:30:00Z'],
  ['7 Jul 2025 10:30 Central European Summer Time', '2025-07-07T08:30:00Z'],
  ['7 Jul 2025 10:30 Romance Standard Time', '2025-07-07T08:30:00Z'],
  ['Fri Feb 07 2025 12:30:00 GMT+0400 (Gulf Standard Time)', MORNING],
  // Other signs
  ['2025-02-07T03:30:00\u221205:00', MORNING],
  ['Fri, 7 Feb 2025 03:30:00 \u22120500', MORNING],
  ['2025-02-07T03:30:00\u201305:00', MORNING],
  ['2025\u201102\u201107T08:30:00Z', MORNING],
  ['07/Feb/2025:08:30:00 +0000', MORNING],
  ['[07/Feb/2025:12:30:00 +0400]', MORNING],
  ['Feb 7, 2025 @ 08:30:00.000', MORNING],
  ['February 7, 2025 | 8:30 AM', MORNING],
  ['Fri 7 Feb 2025 · 08:30', MORNING],
  ['2025-02-07T08:30:00,000Z', MORNING],
  ['2025-02-07T08Z', '2025-02-07T08:00:00Z'],
  ['2025-02-07T08:30:00UTC', MORNING],
  ['2025-02-07T12:30:00+4', MORNING],
  ['07-FEB-25 08.30.00.000000 AM +00:00', MORNING],
  ['2025-W06-5', DAY],
  ['2025W065', DAY],
  ['2025-W06-5T08:30:00Z', MORNING],
  ['@1738917000', MORNING],
  ['1738917000.250', '2025-02-07T08:30:00.250Z'],
  // Words before the date
  ['Publish date: 2025-02-07 08:30', MORNING],
  ['Posted at 08:30 on 7 Feb 2025', MORNING],
  ['Last updated 7 February 2025 08:30', MORNING],
  // Languages
  ['7 de febrero de 2025 a las 08:30', MORNING, 'es'],
  ['viernes, 7 de febrero de 2025, 08:30 h', MORNING, 'es'],
  ['7 feb. 2025 8:30 a. m.', MORNING, 'es'],
  ['sexta-feira, 7 de fevereiro de 2025 às 08h30', MORNING, 'pt'],
  ['Publié le 7 février 2025 à 08h30', MORNING, 'fr'],
  ['Freitag, 7. Februar 2025, 8.30 Uhr', MORNING, 'de'],
  ['vrijdag 7 februari 2025 om 08:30 uur', MORNING, 'nl'],
  ['venerdì 7 febbraio 2025 ore 08:30', MORNING, 'it'],
  ['7. února 2025 v 08:30', MORNING, 'cs'],
  ['7. helmikuuta 2025 klo 8.30', MORNING, 'fi'],
  ['7 februari 2025 kl. 08.30', MORNING, 'sv'],
  ['7 februarie 2025, ora 08:30', MORNING, 'ro'],
  ['пт, 7 фев 2025 11:30:00 +0300', MORNING, 'ru'],
  ['7 Φεβρουαρίου 2025 8:30 π.μ.', MORNING, 'el'],
  ['الجمعة، 7 فبراير 2025 8:30 ص', MORNING, 'ar'],
  ['7 شباط 2025', DAY, 'ar'],
  ['7 كانون الثاني 2025', '2025-01-07T00:00:00Z', 'ar'],
  ['7 غشت 2025', '2025-08-07T00:00:00Z', 'ar'],
  ['7 בפברואר 2025 08:30', MORNING, 'he'],
  ['7 ফেব্রুয়ারি 2025', DAY, 'bn'],
  ['7 กุมภาพันธ์ 2025 08:30', MORNING, 'th'],
  ['ngày 7 tháng 2 năm 2025', DAY, 'vi'],
  ['7 Februari 2025 15.30 WIB', MORNING, 'id'],
  ['2025年2月7日 上午8:30', MORNING, 'zh'],
  ['2025年2月7日 下午4:30 +0800', MORNING, 'zh'],
  ['2025年2月7日(金) 08時30分', MORNING, 'ja'],
  ['2025년 2월 7일 오전 8:30', MORNING, 'ko'],
  ['2025.2.7 오후 5:30 KST', MORNING, 'ko'],
];

describe('further forms', () => {
  it.each(FORMS)('%s', (raw, instant, language) => {
    expect(parseTimestamp(raw, language ?? null)).toBe(instant);
  });

  it.each([
    '2025-02-07T08:30:00Z+0500',
    '7 Feb 2025 08:30 +0000 +0100',
    '7 Feb 2025 08:30 [Nowhere/City]',
    '2025-02-07T08:30:00Z Z Z',
    '30/Feb/2025:08:30:00 +0000',
    '2025-W54-1',
    '2025-W06-8',
    '2025-13-07 08:30 +0000 UTC',
    'Feb 7, 2025 @ 25:30',
    '7 Feb 2025 08:30 Nowhere Standard Time',
    'v2025.02.07',
    'Room 7 Feb 2025',
    '7 Smarch 2025',
    '17389170000000000000',
  ])('refuses %s', (raw) => {
    expect(parseTimestamp(raw)).toBeNull();
  });

  it.each([
    ['Fri, 07 Feb 2025 12:30:00 +0400', 240],
    ['2025-02-07T12:30:00+04:00[Asia/Dubai]', 240],
    ['7 Jul 2025 04:30 Eastern Daylight Time', -240],
    ['7 Feb 2025 12:30 GST', 240],
    ['Fri, 07 Feb 2025 08:30:00 GMT', 0],
    ['1738917000', 0],
    ['7 Feb 2025 08:30', null],
    ['2025-02-07', null],
  ])('%s names the offset %s', (raw, offset) => {
    expect(readTimestamp(raw)?.offset).toBe(offset);
  });
});
