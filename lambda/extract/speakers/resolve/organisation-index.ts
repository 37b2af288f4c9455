import type { Mention } from '../mentions/mention.ts';

interface Named {
  name: string;
  first: number;
}

const SMALL = /^(?:of|the|and|for|in|on|de|&)$/i;

/** The last word of a name in lower case, without a possessive's mark. */
const headOf = (name: string): string => (name.split(' ').at(-1) ?? '').toLowerCase();

const initialsOf = (name: string): string =>
  name
    .split(' ')
    .filter((word) => !SMALL.test(word))
    .map((word) => word[0]?.toUpperCase() ?? '')
    .join('');

/** The organisations of a document, to find which "the union" or "NTU" means. */
export class OrganisationIndex {
  readonly names = new Set<string>();
  private readonly byKey = new Map<string, Named[]>();

  constructor(mentions: readonly Mention[]) {
    for (const { kind, name, first } of mentions) {
      if (kind !== 'organization') continue;
      const full = name.replace(/^the\s+/i, '');
      this.names.add(name);
      if (!full.includes(' ')) continue;
      const initials = initialsOf(full);
      for (const key of initials.length > 2 ? [headOf(full), initials] : [headOf(full)]) {
        const known = this.byKey.get(key);
        if (known === undefined) this.byKey.set(key, [{ name: full, first }]);
        else known.push({ name: full, first });
      }
    }
  }

  /** The organisation of several words named last before the token whose last word or initials these are, or `null`. */
  find(key: string, before: number): string | null {
    const named = this.byKey.get(key) ?? [];
    let low = 0;
    let high = named.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((named[middle]?.first ?? 0) < before) low = middle + 1;
      else high = middle;
    }
    return named[low - 1]?.name ?? null;
  }
}
