import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extract } from '../../../lambda/extract/extract.ts';
import { readArticle } from './article-fixtures.ts';

const FOLDER = join(import.meta.dirname, '../../fixtures/roles');

/** Words of an article that name somebody with a role, and what a person reads there. */
export interface RoleMention {
  mention: string;
  name: string;
  role: string;
  /** The paragraph around it. */
  context: string;
}

/** A mention with what the code makes of it; `null` where nobody of that name speaks. */
export interface JudgedMention extends RoleMention {
  slug: string;
  found: { name: string; role: string | null } | null;
  isRight: boolean;
}

/** All mentions with roles, by their articles. */
export function roleMentions(): { slug: string; mentions: RoleMention[] }[] {
  return readdirSync(FOLDER)
    .sort()
    .map((file) => ({
      slug: file.replace(/\.json$/, ''),
      mentions: JSON.parse(readFileSync(join(FOLDER, file), 'utf8')),
    }));
}

/**
 * Holds the speaker of a statement against the mention that it overlaps, else, where the sentence states nothing, the article's speaker of that name:
 * name and role both have to be right.
 */
export function judgeRoles(): JudgedMention[] {
  return roleMentions().flatMap(({ slug, mentions }) => {
    const article = readArticle(slug);
    const { statements, speakers } = extract(article);
    return mentions.map((one) => {
      const start = article.text.indexOf(one.mention);
      const end = start + one.mention.length;
      const speaker =
        statements
          .map((statement) => statement.speaker)
          .find((each) => each && each.mention.start < end && each.mention.end > start) ??
        speakers.find(({ name }) => name === one.name);
      const found = speaker ? { name: speaker.name, role: speaker.role } : null;
      return { ...one, slug, found, isRight: found?.name === one.name && found.role === one.role };
    });
  });
}
