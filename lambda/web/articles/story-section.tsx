import type { Story } from '../../api/stories/rows.ts';
import { links } from '../kit/links.ts';
import { counted } from '../kit/words.ts';
import { FirstIn, type Printed, Timeline } from './timeline.tsx';

const NOTES = { original: 'first', copy: 'copy', update: 'update' } as const;

/** The articles of a story as its timeline shows them. */
export function printedOf(story: Story, itemId: string): Printed[] {
  return story.articles.map((article) => ({
    ...article,
    href: links.article(article.itemId),
    note: NOTES[article.kind],
    isCurrent: article.itemId === itemId,
  }));
}

/** Where else the story of an article was told; nothing of one that is alone. */
export function StorySection({ story, itemId }: { story: Story; itemId: string }) {
  if (story.articles.length < 2) return null;
  const { copies, updates, truncated } = story;
  const kinds = [copies > 0 ? counted(copies, 'copy', 'copies') : '', updates > 0 ? counted(updates, 'update') : ''];
  const printed = printedOf(story, itemId);
  return (
    <section aria-labelledby="story">
      <h2 id="story">The same story</h2>
      <p class="detail">
        Told <FirstIn printed={printed} />: {kinds.filter((part) => part !== '').join(', ')}
        {truncated ? ', and more' : ''}.
      </p>
      <Timeline printed={printed} />
    </section>
  );
}
