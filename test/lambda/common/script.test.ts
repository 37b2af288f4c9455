import { describe, expect, it } from 'vitest';
import { contradictsScript } from '../../../lambda/common/script.ts';

const ENGLISH = 'The harbour stays closed until Tuesday, the harbour master told the traders.';
const ARABIC = 'يبقى الميناء مغلقا حتى يوم الثلاثاء بحسب ما قالت مديرة الميناء للتجار';

describe('contradictsScript', () => {
  it.each([
    ['Arabic text that is called English', ARABIC, 'en', true],
    ['English text that is called Arabic', ENGLISH, 'ar-SA', true],
    ['English text that is called French', ENGLISH, 'fr', false],
    ['Japanese', `${'港は火曜日まで閉まると港長が商人たちに話した。'.repeat(3)}`, 'ja', false],
    ['Chinese that is called Russian', '港口周二前关闭，港务长告诉商人们。'.repeat(4), 'ru', true],
    ['Arabic with an English name', `${ARABIC} Harbour Authority`, 'ar', false],
    ['too few letters', 'مغلق', 'en', false],
    ['an unknown language', ENGLISH, 'qqq', false],
    ['no language at all', ENGLISH, 'no language', false],
  ])('%s: %s', (_, text, tag, contradicts) => {
    expect(contradictsScript(text, tag)).toBe(contradicts);
  });
});
