import type { SearchRow } from '../../api/searches/rows.ts';

/** What may be done with a saved search. */
export function SearchActions({ search: { id, name, paused, channels } }: { search: SearchRow }) {
  const hasSecret = channels.some(({ kind }) => kind === 'feed' || kind === 'webhook');
  const actions = [
    ...(channels.some(({ kind }) => kind !== 'feed') ? [['test', 'Send an example'] as const] : []),
    paused || channels.some(({ health }) => health?.pausedAt)
      ? (['resume', 'Resume'] as const)
      : (['pause', 'Pause'] as const),
    ...(hasSecret ? [['renew', 'New secret'] as const] : []),
    ['remove', 'Remove'] as const,
  ];
  return (
    <div class="actions">
      {actions.map(([verb, words]) => (
        <form method="post" action={`/searches/${encodeURIComponent(id)}/${verb}`}>
          <button type="submit" class="quiet" aria-label={`${words}: ${name}`}>
            {words}
          </button>
        </form>
      ))}
    </div>
  );
}
