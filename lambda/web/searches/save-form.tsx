import { Select } from '../kit/select.tsx';

/** The ways on which a search tells, by the values of the form. */
export const WAYS = [
  ['', 'Nobody: only save it'],
  ['feed', 'A feed reader, at a secret address'],
  ['ntfy', 'A phone, by ntfy'],
  ['slack', 'Slack'],
  ['webhook', 'A program, by a webhook'],
] as const;

/** Saves a search with these filters, and says whom it tells. */
export function SaveForm({ filters, typed }: { filters: Record<string, string>; typed: Record<string, string> }) {
  return (
    <form method="post" action="/searches" class="search add">
      {Object.entries(filters).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="wide">
        <label for="name">Name</label>
        <input id="name" name="name" type="text" required maxlength={120} value={typed.name ?? ''} />
      </div>
      <Select name="tell" label="Tell" sent={typed} choices={WAYS} />
      <div class="wide">
        <label for="to">Address, for ntfy, Slack and webhooks</label>
        <input
          id="to"
          name="to"
          type="url"
          maxlength={2000}
          value={typed.to ?? ''}
          placeholder="https://ntfy.sh/TOPIC"
        />
      </div>
      <div class="buttons">
        <button type="submit">Save</button>
      </div>
    </form>
  );
}
