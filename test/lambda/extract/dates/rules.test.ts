import { describe, expect, it } from 'vitest';
import { extractDates } from '../../../../lambda/extract/dates/extract-dates.ts';
import { DATE_RULES } from '../../../../lambda/extract/dates/rules.ts';

/** A Wednesday. */
const ANCHOR = '2023-11-15';

interface Row {
  /** Texts, what is found in them, and its value. */
  yes: [text: string, found: string, value: string][];
  /** Texts in which the rule finds nothing. */
  no: string[];
}

const ROWS: Record<string, Row> = {
  'iso-date': {
    yes: [
      ['The ferry sailed on 2023-03-04 at last.', '2023-03-04', '2023-03-04'],
      ['Logged 2023-03-04T10:15:00Z by the pilot.', '2023-03-04T10:15:00Z', '2023-03-04'],
      ['The ledger ends 2023/03/04.', '2023/03/04', '2023-03-04'],
    ],
    no: ['Order 2023-13-04 is late.', 'Part 2023-03-044 broke.', 'Key 12023-03-04.'],
  },
  'numeric-date': {
    yes: [
      ['Paid on 11/30/2022.', '11/30/2022', '2022-11-30'],
      ['Paid on 30/11/2022.', '30/11/2022', '2022-11-30'],
      ['Paid on 04.11.2022.', '04.11.2022', '2022-11-04'],
    ],
    no: ['Paid on 31/31/2022.', 'Release 1.2.2022.5 is out.', 'He drew 3/4 of it.'],
  },
  'month-day': {
    yes: [
      ['Talks began on Nov. 12, 2022.', 'Nov. 12, 2022', '2022-11-12'],
      ['Talks began on October 3rd.', 'October 3rd', '2023-10-03'],
      ['Talks will resume on March 3.', 'March 3', '2024-03-03'],
      ['Talks ran Nov. 6-9.', 'Nov. 6-9', '2023-11-06/2023-11-09'],
      ['Talks failed in rain on March eighth.', 'March eighth', '2023-03-08'],
    ],
    no: ['They march 12 miles.', 'November 31 is no day.', 'Profit in May 12% up.', 'In June 4,000 came.'],
  },
  'nth-of-month': {
    yes: [
      ['The council will meet on the first Monday of December.', 'the first Monday of December', '2023-12-04'],
      ['It closed on the last day of March 2022.', 'the last day of March 2022', '2022-03-31'],
      ['The fair opens in the second week of next month.', 'the second week of next month', '2023-W49'],
      ['It rained on the 2nd weekend of October.', 'the 2nd weekend of October', '2023-W41-WE'],
      ['He left on the final Friday in February, 2024.', 'the final Friday in February, 2024', '2024-02-23'],
    ],
    no: ['The first day in may be hard.', 'The last week of talks failed.', 'The first Monday of many passed, in all.'],
  },
  'marked-date': {
    yes: [
      ['Paid on 30-Nov-2022.', '30-Nov-2022', '2022-11-30'],
      ['Paid on 30/nov/22.', '30/nov/22', '2022-11-30'],
      ['Paid on Nov-30-2022 or 2022-Nov-29.', '2022-Nov-29', '2022-11-29'],
    ],
    no: ['Paid on 31-Nov-2022.', 'Paid on 30-Nov.', 'Code A30-Nov-2022B.'],
  },
  'month-quarter': {
    yes: [
      ['It grew in the September quarter.', 'the September quarter', '2023-Q3'],
      ['It grew in the July-September quarter.', 'the July-September quarter', '2023-Q3'],
      ['It grew in the March quarter of 2022.', 'the March quarter of 2022', '2022-Q1'],
    ],
    no: ['A quarter of March was wet.', 'In the May-September quarter row.', 'They march quarter by quarter.'],
  },
  'far-period': {
    yes: [
      ['It opens the week after next.', 'the week after next', '2023-W48'],
      ['It shut the month before last.', 'the month before last', '2023-09'],
    ],
    no: ['A week after the next vote it shut.', 'The year before, it shut.'],
  },
  'weekday-number': {
    yes: [
      ['It opens on Monday the 27th.', 'Monday the 27th', '2023-11-27'],
      ['It shut on Friday 10.', 'Friday 10', '2023-11-10'],
    ],
    no: ['On Friday 10 boats sank.', 'On Friday 31 it shut.', 'Monday 27.5 is a mark.'],
  },
  'weekday-of-week': {
    yes: [
      ['It shut on Friday last week.', 'Friday last week', '2023-11-10'],
      ['It opens Friday week.', 'Friday week', '2023-11-24'],
    ],
    no: ['It shut on Friday. Last week was wet.', 'They sun week by week.'],
  },
  'weeks-from-weekday': {
    yes: [
      ['It opens a week on Friday.', 'a week on Friday', '2023-11-24'],
      ['It shut two weeks ago Friday.', 'two weeks ago Friday', '2023-10-27'],
    ],
    no: ['It opens once a week, on Friday.', 'A week Friday cannot end.'],
  },
  'later-than-last': {
    yes: [
      ['The ship sank on Nov. 2; two days later the crew was found.', 'two days later', '2023-11-04'],
      ['It left on Nov. 2 and, three weeks earlier, had been sold.', 'three weeks earlier', '2023-10-12'],
      ['He was born in March 1990 and left two years later.', 'two years later', '1992'],
    ],
    no: [
      'Two days later the crew was found.',
      'It sank in 1990. Two days later it was found.',
      'Ten days later than Nov.',
    ],
  },
  'day-month': {
    yes: [
      ['She left on 12 November.', '12 November', '2023-11-12'],
      ['She left on the 3rd of October, 2022.', '3rd of October, 2022', '2022-10-03'],
      ['It lasted 4-6 October 2022.', '4-6 October 2022', '2022-10-04/2022-10-06'],
    ],
    no: ['They may 12 times.', 'Ten of 12 marched.', 'He came second May said.'],
  },
  'month-of-year': {
    yes: [
      ['It grew in November 2022.', 'November 2022', '2022-11'],
      ['It grew in Sept. of 2022.', 'Sept. of 2022', '2022-09'],
      ['March-May 2020 was quiet.', 'March-May 2020', '2020-03/2020-05'],
    ],
    no: ['They march 2022 steps.', 'In May 20225 parts were made.'],
  },
  'which-month': {
    yes: [
      ['It closed last May.', 'last May', '2023-05'],
      ['It closed last December.', 'last December', '2022-12'],
      ['It opens next April.', 'next April', '2024-04'],
    ],
    no: ['It sank last Oct. 23.', 'The last march was long.', 'At last Mayor Roe came.'],
  },
  'bare-month': {
    yes: [
      ['The vote was in September.', 'September', '2023-09'],
      ['The vote was in December.', 'December', '2022-12'],
      ['The vote will be held in September.', 'September', '2024-09'],
      ['Rain fell in late May.', 'late May', '2023-05'],
      ['It began in Oct. with rain.', 'Oct.', '2023-10'],
    ],
    no: [
      'He may go.',
      'We march on.',
      'Mr. August Roe spoke.',
      'Jan Roe spoke.',
      'May the best win.',
      'April Roe said so.',
    ],
  },
  'which-weekday': {
    yes: [
      ['It shut last Friday.', 'last Friday', '2023-11-10'],
      ['It shut last Wednesday.', 'last Wednesday', '2023-11-08'],
      ['It opens next Monday night.', 'next Monday night', '2023-11-20TNI'],
      ['It opens this coming Sunday.', 'this coming Sunday', '2023-11-19'],
      ['It opened this Monday.', 'this Monday', '2023-11-13'],
    ],
    no: ['The last Fridays were wet.', 'Next to Friday Street.'],
  },
  'bare-weekday': {
    yes: [
      ['The mayor resigned Monday.', 'Monday', '2023-11-13'],
      ['The mayor resigned Wednesday.', 'Wednesday', '2023-11-15'],
      ['The mayor will resign Monday.', 'Monday', '2023-11-20'],
      ['On Friday, the court will rule.', 'Friday', '2023-11-17'],
      ['The two sides meet again on Friday.', 'Friday', '2023-11-17'],
      ['The fair opens Monday.', 'Monday', '2023-11-20'],
      ['It could come as soon as Monday.', 'Monday', '2023-11-20'],
      ['Judges gave them until 9 a.m. Monday to sign.', '9 a.m. Monday', '2023-11-20T09:00'],
      ['By Monday, the town had flooded.', 'Monday', '2023-11-13'],
      ['United crews left Monday.', 'Monday', '2023-11-13'],
      ['It rained Tuesday evening.', 'Tuesday evening', '2023-11-14TEV'],
    ],
    no: ['Sun shone on them.', 'They sat down, wed and sun-tanned.', 'Black Friday came.'],
  },
  'day-word': {
    yes: [
      ['It shut yesterday morning.', 'yesterday morning', '2023-11-14TMO'],
      ['It shut the day before yesterday.', 'day before yesterday', '2023-11-13'],
      ['It opens tomorrow.', 'tomorrow', '2023-11-16'],
      ['It opens tonight.', 'tonight', '2023-11-15TNI'],
    ],
    no: [
      'The paper Harbour Today wrote it.',
      'The leaders of tomorrow sing.',
      "It scares today's children.",
      'Yesterdays are gone.',
    ],
  },
  'which-day-part': {
    yes: [
      ['It snowed last night.', 'last night', '2023-11-14TNI'],
      ['It snowed this morning.', 'this morning', '2023-11-15TMO'],
    ],
    no: ['Nights last long.', 'The last morning was cold.'],
  },
  quarter: {
    yes: [
      ['Third-quarter profit rose.', 'Third-quarter', '2023-Q3'],
      ['It was sold in the fourth quarter of 2021.', 'the fourth quarter of 2021', '2021-Q4'],
      ['It will grow in the first quarter.', 'the first quarter', '2024-Q1'],
      ['It grew in the first half of 2023.', 'the first half of 2023', '2023-H1'],
      ["Last year's third quarter was good.", "Last year's third quarter", '2022-Q3'],
    ],
    no: ['They scored in the first half.', 'The fifth quarter of the town.', 'She came second.'],
  },
  'quarter-code': {
    yes: [
      ['Q3 2022 was weak.', 'Q3 2022', '2022-Q3'],
      ['H1 2023 was strong.', 'H1 2023', '2023-H1'],
      ['Q3 was fine.', 'Q3', '2023-Q3'],
    ],
    no: ['Mr. Q agreed.', 'The Audi Q5 sells.', 'H2 is a gas.'],
  },
  'year-earlier': {
    yes: [
      ['Sales fell from 4 million a year earlier.', 'a year earlier', '2022'],
      ['Third-quarter sales fell from the year-ago period.', 'the year-ago period', '2022-Q3'],
      ['In the third quarter it fell. For the nine months it rose from 2 a year earlier.', 'a year earlier', '2022'],
      [
        'Third-quarter profit rose; it fears the second quarter of 2024. A year earlier it lost.',
        'A year earlier',
        '2022-Q3',
      ],
      ['Sales fell from the same quarter last year in Q3.', 'the same quarter last year', '2022'],
    ],
    no: ['Years earlier he left.', 'The year-old horse won.'],
  },
  ago: {
    yes: [
      ['He left ten days ago.', 'ten days ago', '2023-11-05'],
      ['He left two weeks ago.', 'two weeks ago', '2023-W44'],
      ['He left three months ago.', 'three months ago', '2023-08'],
      ['He left 20 years ago.', '20 years ago', '2003'],
      ['It ends two days from now.', 'two days from now', '2023-11-17'],
    ],
    no: ['He left long ago.', 'It formed 5000 years ago.', 'He stayed two weeks.'],
  },
  'in-some-time': {
    yes: [
      ['It will open in three weeks.', 'three weeks', '2023-W49'],
      ["It opens in two days' time.", "two days' time", '2023-11-17'],
    ],
    no: ['They built it in three weeks.', 'It fell in a quarter of cases.'],
  },
  'season-of-year': {
    yes: [
      ['It rained in the summer of 2019.', 'the summer of 2019', '2019-SU'],
      ['In winter 2021 it froze.', 'winter 2021', '2021-WI'],
    ],
    no: ['The spring of 20 litres broke.', 'He will fall 2,019 feet.'],
  },
  'which-season': {
    yes: [
      ['Last spring was dry.', 'Last spring', '2023-SP'],
      ['It reopens next summer.', 'next summer', '2024-SU'],
      ['This winter is cold.', 'This winter', '2024-WI'],
    ],
    no: ['The last falls were deep.', 'Do springs last?'],
  },
  'bare-season': {
    yes: [
      ['It closed in the spring.', 'the spring', '2023-SP'],
      ['It will reopen in the spring.', 'the spring', '2024-SP'],
    ],
    no: ['The fall of the wall.', 'In the fall of prices they saw hope.', 'Spring water is cold.'],
  },
  'which-period': {
    yes: [
      ['It shut last week.', 'last week', '2023-W45'],
      ['It opens early next year.', 'early next year', '2024'],
      ['It opens this weekend.', 'this weekend', '2023-W46-WE'],
      ['It grew last quarter.', 'last quarter', '2023-Q3'],
      ['It grew last month.', 'last month', '2023-10'],
      ['It grew this decade.', 'this decade', '202'],
      ['It grew last century.', 'last century', '19'],
    ],
    no: ['They spent the last week at home.', 'Over the next year it grew.', 'It will last years.'],
  },
  'left-out-unit': {
    yes: [
      ['The bridge opens this year or next.', 'next', '2024'],
      ['They paid twice as much this month as last.', 'last', '2023-10'],
      ['Rain fell this week and last, the office said.', 'last', '2023-W45'],
      ['Sales last quarter and next, he said, differ.', 'next', '2024-Q1'],
    ],
    no: ['This shop or next door will shut.', 'It went from first to last.', 'He came last, and she next.'],
  },
  'from-last-named': {
    yes: [
      ['In 1998 it opened. Later that year it burnt.', 'Later that year', '1998'],
      ['It rained on Nov. 3. The next day it froze.', 'The next day', '2023-11-04'],
      ['It rained on Nov. 3. The previous week was dry.', 'The previous week', '2023-W43'],
    ],
    no: ['That year it burnt.', 'He stayed the same day as they did.'],
  },
  'later-in-the-day': {
    yes: [
      ['It rained on Nov. 3. Later in the day it froze.', 'Later in the day', '2023-11-03'],
      ['He resigned late in the day.', 'late in the day', '2023-11-15'],
    ],
    no: ['In the day they sleep.', 'It was a great day for all.'],
  },
  'bare-weekend': {
    yes: [['It rained over the weekend.', 'the weekend', '2023-W45-WE']],
    no: ['A weekend in the hills.', 'Weekend trains are slow.'],
  },
  'year-end': {
    yes: [
      ['It must close by year-end.', 'year-end', '2023'],
      ['It must close by the end of the month.', 'the end of the month', '2023-11'],
    ],
    no: ['It took a year.', 'The month was wet.'],
  },
  'same-quarter': {
    yes: [
      ['The quarter ended Sept. 30 was good.', 'The quarter', '2023-Q3'],
      ['In the second quarter of 2022 it grew; costs in the quarter fell.', 'the quarter', '2022-Q2'],
      ['In the third quarter it grew. In the 2021 quarter it fell.', 'the 2021 quarter', '2021-Q3'],
    ],
    no: ['A quarter of them left.', 'The period of peace was short.', 'He lives in the quarter of the town.'],
  },
  'business-year': {
    yes: [
      ['Earnings for the full year rose.', 'the full year', '2023'],
      ['In the latest fiscal year it grew.', 'the latest fiscal year', '2022'],
    ],
    no: ['The year was wet.', 'A full year passed.'],
  },
  century: {
    yes: [
      ['A 19th-century mill burnt.', '19th-century', '18'],
      ['It was built in the eighteenth century.', 'the eighteenth century', '17'],
    ],
    no: ['Half a century passed.', 'The 99th century is far.', 'She made her third half century.'],
  },
  decade: {
    yes: [
      ['It grew in the late 1990s.', 'the late 1990s', '199'],
      ["It grew in the '80s.", '80s', '198'],
      ['The nineties were loud.', 'The nineties', '199'],
    ],
    no: ['Winds in nineties hit.', 'He is in his seventies.', 'All 80s were sold.'],
  },
  'twenty-four-hours': {
    yes: [
      ['The gates open at 15:30 today.', '15:30 today', '2023-11-15T15:30'],
      ['It struck at 0930 GMT.', '0930 GMT', '2023-11-15T09:30'],
    ],
    no: ['She ran it in 2:05:30.', 'They won 10:25 on points.', 'At 15.30 dollars it sold.'],
  },
  'twelve-hours': {
    yes: [
      ['It opens at 7:30 p.m. EST on Nov. 17.', '7:30 p.m. EST on Nov. 17', '2023-11-17T19:30'],
      ['It struck at 12 a.m. sharp.', '12 a.m.', '2023-11-15T00:00'],
      ['He rose at 4 in the morning.', '4 in the morning', '2023-11-15T04:00'],
    ],
    no: ['At 13 am I was up.', 'The 5 pmt codes.'],
  },
  'mid-part': {
    yes: [['It rained on Nov. 3; by mid-afternoon it froze.', 'mid-afternoon', '2023-11-03TAF']],
    no: ['The afternoon was dull.', 'In mid-November it froze.'],
  },
  'named-hour': {
    yes: [['It struck at noon.', 'noon', '2023-11-15T12:00']],
    no: ['Noon Street is long.', 'It is high noon for the town.', 'The afternoon was dull.'],
  },
  'year-range': {
    yes: [
      ['The 1914-18 war.', '1914-18', '1914/1918'],
      ['In 2019–2020 it shrank.', '2019–2020', '2019/2020'],
    ],
    no: ['Call 1998-2345-11.', 'Won 1998-12 on points.', 'In 2020-1990 it shrank.'],
  },
  'bare-year': {
    yes: [
      ['It opened in 1998.', '1998', '1998'],
      ['The 2024 games are near.', '2024', '2024'],
      ['It opened in mid-2021.', 'mid-2021', '2021'],
      ['In 1998 people crossed by boat.', '1998', '1998'],
      ['It ended. Since 2004 ships pass freely.', '2004', '2004'],
    ],
    no: [
      'It cost $1998.',
      'They sold 2000 shares.',
      'About 1900 came.',
      'It weighs 1,998 of them.',
      'The 1998.5 mark.',
      'At 1984 Harbour Street.',
      'See #1999.',
      'A 2000-seat hall.',
      'It sold in 2000 shares.',
      "Roe's 1987 Chevrolet was found.",
    ],
  },
  'fiscal-year': {
    yes: [
      ['FY25 looks good.', 'FY25', '2025'],
      ['The financial year 2024-25 looks good.', 'financial year 2024-25', '2024/2025'],
    ],
    no: ['FYI it is good.', 'The fy of it.', 'The fiscal year looks good.'],
  },
  'spelled-year': {
    yes: [
      ['In nineteen ninety-six it was new.', 'nineteen ninety-six', '1996'],
      ['In twenty twenty-three it was old.', 'twenty twenty-three', '2023'],
      ['By the year two thousand it was gone.', 'two thousand', '2000'],
    ],
    no: ['Nineteen people sang.', 'Two thousand people sang.', 'Nineteen or ninety people sang.'],
  },
  'short-year': {
    yes: [["The class of '98 met.", '98', '1998']],
    no: ["He's '98' fan.", 'In 98 cases.'],
  },
  holiday: {
    yes: [
      ['Shops will close on Christmas Day.', 'Christmas Day', '2023-12-25'],
      ['They met on Thanksgiving.', 'Thanksgiving', '2022-11-24'],
      ['They met on Ash Wednesday.', 'Ash Wednesday', '2023-02-22'],
      ['Shops will open early on Black Friday.', 'Black Friday', '2023-11-24'],
      ['They met last Halloween.', 'last Halloween', '2023-10-31'],
      ['Easter 2024 is early.', 'Easter 2024', '2024-03-31'],
      ['On the Fourth of July they sang.', 'Fourth of July', '2023-07-04'],
      ['They hoped it ended before Christmas.', 'Christmas', '2023-12-25'],
    ],
    no: ['A new year began.', 'Good fridays are rare.', 'They labour day and night.', 'Christmassy songs.'],
  },
};

/** Rules whose match is no date: `yes` texts give nothing, `no` texts give a date. */
const REFUSALS: Record<string, { yes: string[]; no: string[] }> = {
  'set-of-weekdays': {
    yes: ['Every Friday the choir sings.', 'Mondays are quiet.', 'They meet each summer.'],
    no: ['On Friday the choir sang.'],
  },
  'named-after-weekday': { yes: ['The Sunday Herald wrote it.'], no: ['On Sunday times were hard.'] },
  duration: {
    yes: ['It lasted 2000 hours.', 'They stayed two weeks.', 'A 1990-day wait.'],
    no: ['In 1990, days were long.'],
  },
};

const find = (text: string) => extractDates({ text, anchor: ANCHOR });

describe('date rules', () => {
  it('are all in one of the tables', () => {
    expect([...Object.keys(ROWS), ...Object.keys(REFUSALS)].sort()).toEqual(DATE_RULES.map((rule) => rule.name).sort());
  });

  describe.each(Object.entries(ROWS))('%s', (rule, { yes, no }) => {
    it.each(yes)('%s', (text, found, value) => {
      expect(find(text).map((date) => [date.text, date.value])).toContainEqual([found, value]);
    });
    it.each(no)('leaves alone: %s', (text) => {
      expect(find(text).filter((date) => date.rule === rule)).toEqual([]);
    });
    it('is the rule that finds one of its own', () => {
      expect(yes.flatMap(([text]) => find(text).map((date) => date.rule))).toContain(rule);
    });
  });

  describe.each(Object.entries(REFUSALS))('%s', (_rule, { yes, no }) => {
    it.each(yes)('finds no date: %s', (text) => expect(find(text)).toEqual([]));
    it.each(no)('finds a date: %s', (text) => expect(find(text)).not.toEqual([]));
  });
});
