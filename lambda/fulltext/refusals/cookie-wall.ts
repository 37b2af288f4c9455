import { cuesIn, hasTeaser, type RefusalRule } from './page-facts.ts';

/** One or two of these stand in many an article about privacy. */
const ENOUGH = 3;
const SHORT = 1500;

/** What consent dialogs say. */
const CUES: readonly RegExp[] = [
  /\bwe(?: and our [\w\s()]{0,40}partners)? (?:use|store|value) (?:cookies|your privacy|and\/or access)/i,
  /\b(?:we and )?our (?:\d+ )?(?:advertising |trusted )?(?:partners|vendors)\b/i,
  /\baccept (?:all|cookies|and (?:continue|close))\b/i,
  /\breject (?:all|cookies)\b/i,
  /\bagree (?:and|&) (?:continue|close|proceed)\b/i,
  /\bmanage (?:my |your )?(?:choices|preferences|options|cookies|settings|consent)\b/i,
  /\bbefore you continue\b/i,
  /\bconsent\b/i,
  /\blegitimate interest/i,
  /\binformation on (?:a|your) device/i,
  /\bpersonali[sz]ed (?:ads|advertising|content)/i,
  /\b(?:privacy|cookie) (?:policy|notice|settings|preferences)\b/i,
  /\bcookies\b/i,
  /\balle akzeptieren\b|\btout accepter\b|\baceptar todo\b|\baccetta tutto\b|\balles accepteren\b/i,
  /\bdatenschutz|\bpolitique de confidentialité|\bpolítica de privacidad/i,
];

/** A page that shows nothing before its reader consents to being tracked. */
export const cookieWall = {
  code: 'cookie-wall',
  refuse(facts) {
    if (hasTeaser(facts) && facts.text.length > SHORT) return null;
    const cues = cuesIn(hasTeaser(facts) ? facts.text : facts.visibleText, CUES);
    return cues.length < ENOUGH
      ? null
      : `the page asks for consent and shows no article (“${cues.slice(0, ENOUGH).join('”, “')}”)`;
  },
} as const satisfies RefusalRule;
