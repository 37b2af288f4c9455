/** The way to the next page of a list, where there is one. */
export function Paging({ nextUrl, words }: { nextUrl: string | null; words: string }) {
  return nextUrl === null ? null : (
    <nav aria-label="Paging" class="paging">
      <a href={nextUrl} rel="next">
        {words}
      </a>
    </nav>
  );
}
