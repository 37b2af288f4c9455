import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PACKED_ATTRIBUTE, pack, packValue, unpack } from '../../../lambda/store/packed.ts';
import { toPieces } from '../../../lambda/store/pieces.ts';
import { decodeStatements } from '../../../lambda/store/records/statements.ts';
import { packText } from '../../../lambda/store/search/packed-text.ts';
import { sampleBundle } from '../../support/sample-bundle.ts';

describe('packed attributes', () => {
  it('come out as they went in, with the plain ones beside them', () => {
    const names = fc.stringMatching(/^[a-y]{1,8}$/).filter((name) => name !== 'pk' && name !== 'sk');
    // Through JSON, which has no minus zero.
    const values = fc.json({ depthSize: 'small' }).map((text): unknown => JSON.parse(text));
    const attributes = fc.dictionary(names, values, { maxKeys: 8, noNullPrototype: true });
    fc.assert(
      fc.property(attributes, fc.string(), (record, partition) => {
        const plain = Object.keys(record).slice(0, 2);
        const packed = { ...pack(record, plain, partition), pk: partition };
        for (const name of plain) expect(packed).toHaveProperty([name]);
        expect(Object.keys(packed)).toHaveLength(plain.length + 2);
        expect(unpack(packed)).toEqual({ ...record, pk: partition });
      }),
    );
  });

  it.each([
    ['z1', 'q0bYjimJO0+Fg8uPHIXEEoWUxPI8PaVaAA==', 'We sail at dawn.'],
    [
      'z2',
      'g9QX4CIXUxLRJoFWBzpKSHUUfKMruLuAfKYDpMlUnJiZA2rPpSSW5+kp1QIA',
      'The minister said Afghanistan would sail at dawn.',
    ],
  ])('of a year ago can still be read in %s', (attribute, stored, text) => {
    const pk = 'ITEM#2cc1ouLl5ixAZoJv6s';
    const record = { pk, sk: 'META', [attribute]: Buffer.from(stored, 'base64') };
    expect(unpack(record)).toEqual({ pk, sk: 'META', itemId: '2cc1ouLl5ixAZoJv6s', type: 'direct', text });
  });

  it('are not needed: a record from before they were is read as it is', () => {
    const [statement] = sampleBundle({ statements: 1 }).statements;
    if (!statement) throw new Error('the sample has no statement');
    expect(decodeStatements([{ ...statement, pk: 'ITEM#1', sk: 'STMT#1' }])).toEqual([statement]);
    const packed = { ...pack({ ...statement }, [], 'ITEM#1'), pk: 'ITEM#1', sk: 'STMT#1' };
    expect(decodeStatements([packed])).toEqual([statement]);
  });

  it('come out fresh each time: what a reader does to them is not seen by the next one', () => {
    const packed = { ...pack({ tags: ['a'], text: 'said' }, [], 'ITEM#1'), pk: 'ITEM#1' };
    (unpack(packed).tags as string[]).push('b');
    expect(unpack(packed)).toEqual({ tags: ['a'], text: 'said', pk: 'ITEM#1' });
    expect(() => unpack({ ...packed, pk: 'ITEM#another' })).toThrow(/ITEM#another/);
  });

  it('that are spoilt are an error that names the record', () => {
    const record = { pk: 'ITEM#1', sk: 'META', [PACKED_ATTRIBUTE]: new Uint8Array([1, 2, 3]) };
    expect(() => unpack(record)).toThrow(/ITEM#1 \/ META/);
  });
});

describe('packed bytes', () => {
  const record = { text: 'We sail at dawn.' };
  it.each([
    ['of a record', () => pack(record, [], 'ITEM#1')[PACKED_ATTRIBUTE]],
    ['of a value', () => packValue(record, 'ITEM#1')],
    ['of a body', async () => (await toPieces(record))[0]],
    ['of a long body', async () => (await toPieces('dawn '.repeat(20_000)))[0]],
    ['of a dense body', async () => (await toPieces(record, { isDense: true }))[0]],
    ['of words', () => packText(record.text)],
  ])('%s hold no more memory than they are long', async (_, packed) => {
    const bytes = (await packed()) as Uint8Array;
    expect(bytes.buffer.byteLength).toBe(bytes.length);
  });
});
