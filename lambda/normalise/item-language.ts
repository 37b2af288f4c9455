import { detectLanguage, languageTag } from '../common/language.ts';
import { contradictsScript } from '../common/script.ts';
import type { Warning } from '../model/warning.ts';

/**
 * The language of an item: of its entry, else of its feed, else as its text shows; `null` where that is not clear. What is
 * declared is not believed, with a warning, where the text stands in another script and shows another language.
 */
export function itemLanguage(
  entryLanguage: string | null,
  feedLanguage: string | null,
  text: string,
): { language: string | null; warnings: Warning[] } {
  const declared = languageTag(entryLanguage) ?? languageTag(feedLanguage);
  if (declared === null) return { language: detectLanguage(text), warnings: [] };
  const shown = contradictsScript(text, declared) ? detectLanguage(text) : null;
  if (shown === null) return { language: declared, warnings: [] };
  const message = `the feed says “${declared}”, but the text is written as “${shown}” is`;
  return { language: shown, warnings: [{ code: 'language-contradicted', message }] };
}
