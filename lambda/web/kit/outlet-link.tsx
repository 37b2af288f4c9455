import { safeHref } from './words.ts';

/** The outlet, as a link to the article there where that is one that may be followed. */
export function OutletLink({ outlet, url }: { outlet: string; url: string | null }) {
  const href = safeHref(url);
  const name = <bdi dir="auto">{outlet}</bdi>;
  return href === null ? (
    <span class="outlet">{name}</span>
  ) : (
    <a class="outlet" href={href} rel="external noopener noreferrer">
      {name}
    </a>
  );
}
