import type { Kinds } from './kinds.ts';

/** Dates in digits, and numbers that are none. Published on Wednesday, 18 March 2026. */
export const NUMBERS: Kinds = {
  'numeric forms': [
    ['The lease ends on 03-Feb-2027.', '03-Feb-2027=2027-02-03'],
    ['The lease ended on 03/Feb/2025 and 4.Feb.25.', '03/Feb/2025=2025-02-03', '4.Feb.25=2025-02-04'],
    ['Signed Feb-03-2025; filed 2025-Feb-04.', 'Feb-03-2025=2025-02-03', '2025-Feb-04=2025-02-04'],
    ['It was dated 2nd february, 2025.', '2nd february, 2025=2025-02-02'],
    ['It was dated 2025.02.03.', '2025.02.03=2025-02-03'],
    ['He paid on 14/02/26 and 28/02/26.', '14/02/26=2026-02-14', '28/02/26=2026-02-28'],
    ['The score was 3/4/26.'],
    ['The part 31-Foo-2027 broke.'],
    ['They march 12 miles in may.'],
    ['It cost 31-Jun-27.'],
  ],
  'numbers of things': [
    ['Flight 1984 left Gate 2021 near Highway 1960.'],
    ['He lives at PO Box 1999, took Route 1950 and Bus 1968.'],
    ['The court cited Resolution 1701 and resolution 2031.'],
    ['She drove a Peugeot 2008 to Apartment 1903.'],
    ['Read page 1912 of Section 1983 in room 2001.'],
    ['Vision 2030 and Expo 2025 were praised.', '2030=2030', '2025=2025'],
    ['The Data Act 2018 and World Cup 2022 were named.', '2018=2018', '2022=2022'],
    ['The hotel opened in 1999, the bus line by 2004.', '1999=1999', '2004=2004'],
    ['The company, founded in 1998, employs 1999 people.', '1998=1998'],
  ],
  'clocks of games': [
    ['Roe scored at 12:34 of the third period.'],
    ['The goals came at 7:14 and at 9:58.'],
    ['She won in a time of 2:05, he by 3:15.'],
    ['The lead came at 5:20 left.'],
    ['The gates open at 17:30.', '17:30=2026-03-18T17:30'],
    ['They scored in the final; the next game starts at 18:00 on Friday.', '18:00 on Friday=2026-03-20T18:00'],
  ],
  'names that months have too': [
    ['Theresa May, 60, spoke to April Roe and June Carter.'],
    ['The May family met April Roe.'],
    ['The May election is near; in June Congress votes.', 'May=2026-05', 'June=2026-06'],
  ],
};
