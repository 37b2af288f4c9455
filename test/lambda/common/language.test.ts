import { describe, expect, it } from 'vitest';
import { detectLanguage, languageTag } from '../../../lambda/common/language.ts';

describe('detectLanguage', () => {
  it.each([
    ['en', 'The mayor said that the bridge will be closed for the rest of the week, and that it has to be repaired.'],
    ['fr', 'Le maire a dit que le pont est fermé pour la semaine et que les travaux sont en cours dans la ville.'],
    ['es', 'El alcalde dijo que el puente está cerrado para los vecinos de la ciudad y que no se sabe por cuánto.'],
    [
      'de',
      'Der Bürgermeister sagte, dass die Brücke für den Rest der Woche nicht mehr zu benutzen ist und das auch so bleibt.',
    ],
    ['ar', 'قال رئيس البلدية إن الجسر مغلق حتى نهاية الأسبوع'],
    ['fa', 'شهردار گفت که پل تا پایان هفته بسته است و کارگران مشغول تعمیر هستند'],
    ['ru', 'Мэр сказал, что мост закрыт до конца недели'],
    ['uk', 'Міський голова сказав, що міст зачинено до кінця тижня'],
    ['ja', '市長は橋が閉鎖されていると述べた'],
    ['zh', '市长表示大桥将关闭到周末'],
    [null, 'Bridge closed'],
    [null, ''],
    [null, '12 34 56 !!'],
  ])('%s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

it('languageTag knows tags from words', () => {
  expect(['en-us', 'FR', ' pt-br '].map(languageTag)).toEqual(['en-US', 'fr', 'pt-BR']);
  expect(['English (US)', '', null, 'x'].map(languageTag)).toEqual([null, null, null, null]);
});
