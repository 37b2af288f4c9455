import { placeOffset, type Zone } from '../../common/calendar/place-offset.ts';

/**
 * Zones by their short names, in minutes east of UTC. Where several zones share one, the reading is that of news feeds:
 * GST is the Gulf's, BST Britain's, IST India's, CST, EST, MST, PST and AST America's.
 */
const MINUTES: ReadonlyMap<string, number> = new Map(
  Object.entries({
    z: 0,
    ut: 0,
    utc: 0,
    gmt: 0,
    wet: 0,
    west: 60,
    bst: 60,
    cet: 60,
    cest: 120,
    met: 60,
    mest: 120,
    mez: 60,
    mesz: 120,
    eet: 120,
    eest: 180,
    cat: 120,
    sast: 120,
    wat: 60,
    eat: 180,
    msk: 180,
    msd: 240,
    trt: 180,
    idt: 180,
    irst: 210,
    gst: 240,
    uzt: 300,
    pkt: 300,
    ist: 330,
    npt: 345,
    wib: 420,
    wita: 480,
    wit: 540,
    ict: 420,
    hkt: 480,
    sgt: 480,
    myt: 480,
    pht: 480,
    awst: 480,
    jst: 540,
    kst: 540,
    acst: 570,
    acdt: 630,
    aest: 600,
    aedt: 660,
    nzst: 720,
    nzdt: 780,
    brt: -180,
    art: -180,
    nst: -210,
    ndt: -150,
    at: -240,
    ast: -240,
    adt: -180,
    et: -300,
    est: -300,
    edt: -240,
    ct: -360,
    cst: -360,
    cdt: -300,
    mt: -420,
    mst: -420,
    mdt: -360,
    pt: -480,
    pst: -480,
    pdt: -420,
    akst: -540,
    akdt: -480,
    hst: -600,
  }),
);

const OFFSET = /^(?:gmt|utc|ut)?([+-])(\d{1,2})(?::?(\d\d))?(?::?00)?z?$/;
const PLACE = /^[a-z]+\/[a-z0-9_+-]+(?:\/[a-z0-9_+-]+)?$/;
const MAXIMUM_HOURS = 15;

/** The zone that an offset (`+0300`, `GMT+3`), a short name (`GST`) or a place (`Asia/Dubai`) means; `null` for other words. */
export function zoneOf(word: string): Zone | null {
  const plain = word.toLowerCase();
  const named = MINUTES.get(plain.replace(/^etc\//, ''));
  if (named !== undefined) return () => named;
  const offset = OFFSET.exec(plain);
  if (offset) {
    const [, sign, hours, minutes = '0'] = offset;
    if (Number(hours) > MAXIMUM_HOURS || Number(minutes) > 59) return null;
    const total = (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
    return () => total;
  }
  return PLACE.test(plain) ? placeOffset(plain) : null;
}
