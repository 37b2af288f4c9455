import { absoluteRule, group, type Length } from '../rule.ts';

const PRESENT = /^(?:now|currently|right now|at present|these days|nowadays)$/i;

/** `now`, `recently`, `in the past`, `the future`: words that point to the present, past or future, and to no day. */
export const reference = absoluteRule({
  name: 'reference',
  triggers: ['reference', 'which'],
  pattern: `(?<word>now|currently|nowadays|these days|recently|previously|formerly|(?:past|future)(?=[.,;:!?)\\s]))(?![A-Za-z-])`,
  read: (match, scene): Length | null => {
    const word = group(match, 'word').toLowerCase();
    const noun = word === 'past' || word === 'future';
    if (noun && !/\bthe\s$/i.test(scene.text.slice(Math.max(0, match.index - 5), match.index))) return null;
    if (noun && /^\s+[a-z]/.test(scene.text.slice(match.index + match[0].length, match.index + match[0].length + 3)))
      return null;
    const value = PRESENT.test(word) ? 'PRESENT_REF' : word === 'future' ? 'FUTURE_REF' : 'PAST_REF';
    return { kind: 'reference', value, confidence: 0.6 };
  },
});
