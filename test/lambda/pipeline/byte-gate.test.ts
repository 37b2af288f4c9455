import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createByteGate } from '../../../lambda/pipeline/byte-gate.ts';

const LIMIT = 100;
const moment = () => new Promise((resolve) => setImmediate(resolve));

describe('a gate of bytes', () => {
  test('has no more in work than its limit, or one alone, all in the order of asking', async () => {
    const lists = fc.array(fc.record({ bytes: fc.nat(150), turns: fc.nat(4), fails: fc.boolean() }), { maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(lists, async (documents) => {
        const gate = createByteGate(LIMIT);
        const [open, begun] = [new Set<number>(), [] as number[]];
        const inWork = () => [...open].reduce((sum, index) => sum + (documents[index]?.bytes ?? 0), 0);
        const results = await Promise.allSettled(
          documents.map(({ bytes, turns, fails }, index) =>
            gate(bytes, async () => {
              open.add(index);
              begun.push(index);
              expect(open.size === 1 || inWork() <= LIMIT).toBe(true);
              for (let turn = 0; turn < turns; turn++) await moment();
              open.delete(index);
              if (fails) throw new Error('broken');
              return index;
            }),
          ),
        );
        expect(begun).toEqual(documents.map((_, index) => index));
        expect(results.map(({ status }) => status)).toEqual(
          documents.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
        );
      }),
      { numRuns: 100 },
    );
  });

  test('has several in work that fit in together', async () => {
    const gate = createByteGate(LIMIT);
    let [open, most] = [0, 0];
    await Promise.all(
      [30, 30, 30].map((bytes) =>
        gate(bytes, async () => {
          most = Math.max(most, ++open);
          await moment();
          open--;
        }),
      ),
    );
    expect(most).toBe(3);
  });
});
