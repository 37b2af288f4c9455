import { words } from './words.ts';

type Forms = [form: 'base' | 'third' | 'past' | 'participle' | 'ing', spellings: string[]][];

const IRREGULAR = new Map(
  words(`say:said:said tell:told:told write:wrote:written speak:spoke:spoken swear:swore:sworn forbid:forbade:forbidden begin:began:begun
  teach:taught:taught show:showed:shown read:read:read sing:sang:sung give:gave:given make:made:made send:sent:sent go:went:gone put:put:put
  lay:laid:laid take:took:taken foresee:foresaw:foreseen hit:hit:hit fire:fired:fired lead:led:led bring:brought:brought come:came:come
  set:set:set draw:drew:drawn break:broke:broken let:let:let leave:left:left keep:kept:kept hold:held:held forecast:forecast:forecast
  withdraw:withdrew:withdrawn beseech:besought:besought grow:grew:grown`).map((entry) => {
    const [base = '', past = '', participle = ''] = entry.split(':');
    return [base, { past, participle }];
  }),
);
/** Verbs of more than one syllable whose last consonant doubles, since the stress is on the end. */
const DOUBLING = new Set(
  words('admit permit submit quip commit refer concur aver confer deter rebut regret propel compel rebel demur'),
);
const DOUBLED_SHORT = /^[^aeiou]*[aeiou][bdgklmnprt]$/;

const doubles = (lemma: string): boolean => DOUBLING.has(lemma) || (DOUBLED_SHORT.test(lemma) && !/[wxy]$/.test(lemma));

/** All forms of an English verb, by rule, with British and American doublings where they differ ("labeled", "labelled"). */
export function inflect(lemma: string): Forms {
  const endsE = lemma.endsWith('e');
  const endsY = /[^aeiou]y$/.test(lemma);
  const third = /(?:s|x|z|ch|sh|o)$/.test(lemma) ? `${lemma}es` : endsY ? `${lemma.slice(0, -1)}ies` : `${lemma}s`;
  const stem = doubles(lemma) ? lemma + lemma.slice(-1) : lemma;
  const past = [endsE ? `${lemma}d` : endsY ? `${lemma.slice(0, -1)}ied` : `${stem}ed`];
  const ing = [endsE && !/(?:ee|oe|ye)$/.test(lemma) ? `${lemma.slice(0, -1)}ing` : `${stem}ing`];
  if (/[^aeiou][aeiou]l$/.test(lemma) && stem === lemma) {
    past.push(`${lemma}led`);
    ing.push(`${lemma}ling`);
  }
  const irregular = IRREGULAR.get(lemma);
  const regular: Forms = [
    ['base', [lemma]],
    ['third', [third]],
    ['ing', ing],
  ];
  if (irregular === undefined) return [...regular, ['past', past]];
  return [...regular, ['past', [irregular.past]], ['participle', [irregular.participle]]];
}
