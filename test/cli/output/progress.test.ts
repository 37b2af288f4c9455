import { expect, test } from 'vitest';
import { createProgress } from '../../../cli/output/progress.ts';
import { processTerminal } from '../../../cli/terminal.ts';

function recorder(interactive: boolean) {
  const told: string[] = [];
  const shown: string[] = [];
  const terminal = {
    ...processTerminal(),
    interactive,
    tell: (line: string) => void told.push(line),
    progress: (line: string) => void shown.push(line),
  };
  return { terminal, told, shown };
}

test('nothing is shown in the first second', () => {
  const { terminal, told, shown } = recorder(true);
  let now = 0;
  const progress = createProgress(terminal, () => now);
  now = 999;
  progress.update('early');
  now = 1000;
  progress.update('later');
  progress.end();
  expect(shown).toEqual(['later', '']);
  expect(told).toEqual([]);
});

test('without a terminal it is a line every ten seconds', () => {
  const { terminal, told } = recorder(false);
  let now = 0;
  const progress = createProgress(terminal, () => now);
  for (now = 0; now <= 25_000; now += 500) progress.update(String(now));
  expect(told).toEqual(['1000', '11000', '21000']);
});
