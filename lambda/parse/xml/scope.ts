import { type Vocabulary, vocabularyOf, vocabularyOfPrefix } from './vocabularies.ts';

/** What an element's name means where it stands. */
export interface ExpandedName {
  vocabulary: Vocabulary;
  /** Without prefix, in lower case. */
  name: string;
  /** Both, as `atom:title`. */
  key: string;
}

const MAXIMUM_DECLARATIONS = 200;
const MAXIMUM_REMEMBERED = 500;

/** The namespaces that are declared at a place, by prefix (`''` for none). It never changes: a declaration makes a new one. */
export class Scope {
  readonly #vocabularies: ReadonlyMap<string, Vocabulary>;
  readonly #names = new Map<string, ExpandedName>();

  constructor(vocabularies: ReadonlyMap<string, Vocabulary> = new Map()) {
    this.#vocabularies = vocabularies;
  }

  /** The scope in which the prefix means that vocabulary; not more than 200 prefixes are kept. */
  with(prefix: string, vocabulary: Vocabulary): Scope {
    if (this.#vocabularies.size >= MAXIMUM_DECLARATIONS || this.#vocabularies.get(prefix) === vocabulary) return this;
    return new Scope(new Map(this.#vocabularies).set(prefix, vocabulary));
  }

  /** The scope of an element with these attributes. */
  declare(attributes: ReadonlyMap<string, string>): Scope {
    let declared: Map<string, Vocabulary> | null = null;
    for (const [name, value] of attributes) {
      if (!name.startsWith('xmlns') || (name.length > 5 && name[5] !== ':')) continue;
      declared ??= new Map(this.#vocabularies);
      if (declared.size < MAXIMUM_DECLARATIONS) declared.set(name.slice(6), value === '' ? 'rss' : vocabularyOf(value));
    }
    return declared === null ? this : new Scope(declared);
  }

  /** What a name means here; the prefixes that feeds forget to declare mean what they usually do. */
  expand(qualifiedName: string): ExpandedName {
    const known = this.#names.get(qualifiedName);
    if (known !== undefined) return known;
    const colon = qualifiedName.indexOf(':');
    const prefix = colon < 0 ? '' : qualifiedName.slice(0, colon);
    const vocabulary = this.#vocabularies.get(prefix) ?? (prefix === '' ? 'rss' : vocabularyOfPrefix(prefix));
    const name = qualifiedName.slice(colon + 1).toLowerCase();
    const expanded = { vocabulary, name, key: `${vocabulary}:${name}` };
    if (this.#names.size < MAXIMUM_REMEMBERED) this.#names.set(qualifiedName, expanded);
    return expanded;
  }
}
