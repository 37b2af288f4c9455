import { isAgency } from '../agencies.ts';
import { type AgencyMention, readAgency } from '../agency-reader.ts';
import { readDay } from '../day-reader.ts';
import { isHeading } from '../headings.ts';
import { type DatelineRule, matchAt, type Opening, type Step } from '../opening.ts';
import { type Place, readPlace, withUnknownRegion } from '../place-reader.ts';

const BEFORE_DAY = /(?:\.?,|\.|\s?[;:/–—-])\s{1,2}|\s{1,2}/y;

interface Evidence {
  place: Place;
  /** An agency we know, or any agency behind a place we know. */
  byAgency: boolean;
  dated: boolean;
  /** A syndicator or label was read before. */
  proven: boolean;
  /** An agency was read before the place. */
  behindAgency: boolean;
}

/** What ends a dateline, and the evidence that each needs; the first that holds wins. Data. */
const TERMINATORS: readonly { pattern: RegExp; enough(evidence: Evidence): boolean }[] = [
  {
    pattern: /\s?(?:-{2,3}|—|–|―)\s{0,2}|\s_\s{1,2}|_\s|\s?\|\s/y,
    enough: ({ place, byAgency, dated }) => byAgency || dated || place.likely,
  },
  {
    pattern: /\s-\s{1,2}|-\s{1,2}(?=[A-Z“"])/y,
    enough: ({ place, byAgency, dated }) =>
      byAgency || dated || place.known || place.inRegion || (place.likely && place.words.includes(' ')),
  },
  { pattern: /\.-\s{1,2}/y, enough: ({ byAgency }) => byAgency },
  {
    pattern: /\s\/\s/y,
    enough: ({ place, byAgency, dated }) => dated && (byAgency || place.inRegion),
  },
  // A line of its own.
  {
    pattern: /[ \t]{0,3}\r?\n\s{0,3}/y,
    enough: ({ place, byAgency, dated, proven, behindAgency }) =>
      byAgency || (dated && place.likely) || place.inRegion || (place.known && (proven || behindAgency)),
  },
  {
    pattern: /\s?[:;]\s{1,2}(?=\D)/y,
    enough: ({ place, byAgency, dated }) => byAgency || dated || isCityBeforeColon(place),
  },
  { pattern: /:(?=[A-Z“"])/y, enough: ({ byAgency, dated }) => byAgency && dated },
  {
    pattern: /\.\s{1,2}/y,
    enough: ({ place, byAgency, dated }) => dated && (byAgency || place.likely || place.capitals),
  },
  {
    pattern: /\s{1,3}(?=["“‘'(]?[A-Z0-9])/y,
    enough: ({ place, byAgency, dated, proven }) => byAgency && (dated || place.capitals || proven),
  },
];

/** `US:` and `UK:` head a piece more often than they open one. */
function isCityBeforeColon({ words, known, inRegion }: Place): boolean {
  return inRegion || (known && words.length > 3);
}

function gather(
  place: Place,
  agency: AgencyMention | null,
  hasDay: boolean,
  before: Pick<Opening, 'proven' | 'agency'>,
): Evidence {
  const dated = (hasDay || (agency !== null && agency.date !== null)) && (place.known || !isHeading(place.words));
  const byAgency =
    agency !== null && (agency.sure ? place.likely || place.capitals || dated : place.known || place.inRegion || dated);
  return { place, byAgency, dated, proven: before.proven, behindAgency: before.agency !== null };
}

/** What stands behind a place, up to the end of the dateline; `null` where the evidence is not enough. */
function finish(opening: Opening, found: Place, needsProof: boolean): Step | null {
  const { text, at, published, agency: before } = opening;
  const gap = matchAt(BEFORE_DAY, text, found.end);
  const day = gap && readDay(text, found.end + gap[0].length, published);
  const agency = readAgency(text, day?.end ?? found.end, published);
  const end = agency?.end ?? day?.end ?? found.end;
  const evidence = gather(found, agency, day !== null, opening);
  if (needsProof && !evidence.byAgency && !evidence.dated) return null;
  for (const { pattern, enough } of TERMINATORS) {
    const match = matchAt(pattern, text, end);
    if (match === null || !enough(evidence)) continue;
    const alone = isAgency(found.words);
    return {
      end: end + match[0].length,
      place: alone ? null : text.slice(at, found.end),
      date: day?.day ?? agency?.date ?? null,
      agency: alone ? found.words : (agency?.agency ?? before),
      proven: true,
    };
  }
  return null;
}

/** `BERLIN, Nov 12 (Reuters) - `, `LONDON — `, `EXTON, Pa., Nov. 14, 2023 /PRNewswire/ -- `, `RAWALAKOT, Nov 14: `, `London: `. */
export const place: DatelineRule = {
  name: 'place',
  read(opening) {
    const found = readPlace(opening.text, opening.at);
    if (found === null) return null;
    const step = finish(opening, found, false);
    const wider = step === null ? withUnknownRegion(opening.text, found) : null;
    return wider === null ? step : finish(opening, wider, true);
  },
};
