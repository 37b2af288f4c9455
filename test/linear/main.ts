import { parseArgs } from 'node:util';
import { growthOf } from './growth.ts';
import { STAGES } from './stages.ts';
import { PATTERNS } from './units.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '100000' },
    stage: { type: 'string' },
    unit: { type: 'string' },
  },
});
const SIZE = Number(values.size);
const MOST_GROWTH = 2.3;
const MOST_MILLISECONDS = 6000;

const failures: string[] = [];
for (const stage of STAGES) {
  if (values.stage !== undefined && stage.name !== values.stage) continue;
  let worst = 0;
  let slowest = 0;
  for (const pattern of PATTERNS) {
    if (values.unit !== undefined && !pattern.name.includes(values.unit)) continue;
    const { ratio, milliseconds } = growthOf(stage, pattern, SIZE, MOST_GROWTH);
    worst = Math.max(worst, ratio);
    slowest = Math.max(slowest, milliseconds);
    if (ratio > MOST_GROWTH || milliseconds > MOST_MILLISECONDS) {
      const line = `${stage.name} of ${pattern.name}: ${ratio.toFixed(1)} times for a doubling, ${Math.round(milliseconds)} ms`;
      console.log(line);
      failures.push(line);
    }
  }
  console.log(
    `${stage.name}: ${PATTERNS.length} units, at most ${worst.toFixed(2)} times and ${Math.round(slowest)} ms`,
  );
}
process.exitCode = failures.length === 0 ? 0 : 1;
