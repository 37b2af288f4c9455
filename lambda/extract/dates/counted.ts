import { SPACE } from '../../common/calendar/patterns.ts';

/** What is counted: a number before one of these is no year. Data. */
const UNITS =
  `people|troops|soldiers|men|women|children|workers|employees|jobs|members|miles|mile|meters?|metres?|feet|foot|km|kilometers?|kilometres?|kg|tons?|tonnes|pounds|ounces|acres|hectares
  |dollars?|euros?|cents?|yen|points?|shares?|votes|seats|pages|words|copies|barrels?|bushels|degrees|percent|per${SPACE}cent|pct|times|hours?|minutes?|seconds?|days?|weeks?|months?|years?|homes|houses|cars|vehicles|units
  |students|patients|cases|deaths|victims|refugees|residents|customers|companies|stores|calories|mg|mm|cm|mhz|ghz|watts?|mw|megawatts|volts|rpm|yards?|square|sq|cubic|rupees|pesos|francs|marks|gmt|or${SPACE}(?:so|more)|civilians|prisoners|passengers|tickets|inhabitants|villagers|rooms|beds|planes|aircraft|rounds|birds|animals|fans|guests|runners|demonstrators|protesters|officers|police|schools|families|households|subscribers|items|horsepower|bp|bps|basis`.replace(
    /\s*\n\s*/g,
    '',
  );
/** Something that is counted. */
export const COUNTED = `[-\\s]{1,2}(?:${UNITS})\\b`;
/** Nothing that is counted follows. */
export const NO_UNIT = `(?!${COUNTED})`;
