import type { Story } from '../../api/stories/rows.ts';
import { links } from '../kit/links.ts';
import { counted } from '../kit/words.ts';
import { FirstIn, type Prints, Timeline } from './timeline.tsx';

const NOTES = { original: 'first', copy: 'copy', update: 'update' } as const;

/** The articles of a story as its timeline shows them. */
export function printsOf({ articles, copies, updates, outlets }: Story, itemId: string): Prints {
  const printed = articles.map((article) => ({
    ...article,
    href: links.article(article.itemId),
    note: NOTES[article.kind],
    isCurrent: article.itemId === itemId,
  }));
  return { printed, times: 1 + copies + updates, outlets };
}

/** Where else the story of an article was told; nothing of one that is alone. */
export function StorySection({ story, itemId }: { story: Story; itemId: string }) {
  if (story.articles.length < 2) return null;
  const { copies, updates, truncated } = story;
  const kinds = [copies > 0 ? counted(copies, 'copy', 'copies') : '', updates > 0 ? counted(updates, 'update') : ''];
  const prints = printsOf(story, itemId);
  const more = prints.times - prints.printed.length;
  return (
    <section aria-labelledby="story">
      <h2 id="story">The same story</h2>
      <p class="detail">
        Told <FirstIn {...prints} />: {kinds.filter((part) => part !== '').join(', ')}
        {truncated && more === 0 ? ', and more' : ''}.
      </p>
      <Timeline printed={prints.printed} />
      {more > 0 ? (
        <p class="detail">
          <a href={links.wholeStory(itemId)}>All {counted(prints.times, 'article')}</a>
        </p>
      ) : null}
    </section>
  );
}
