import { dateRoleSchema } from '../../model/date-mention.ts';
import type { Feed } from '../../model/feed.ts';
import { DATE_ROLE_IN_WORDS } from '../kit/rules-in-words.ts';
import { Select } from '../kit/select.tsx';
import type { Month } from './month-grid.ts';

/** The search among coming days, as a form whose state is the address of the page. */
export function DatesForm(props: { sent: Record<string, string>; feeds: Pick<Feed, 'id' | 'title'>[]; month: Month }) {
  const { sent, feeds, month } = props;
  return (
    <search>
      <form method="get" action="/dates" class="search">
        <div class="wide">
          <label for="q">Words of the sentence or title</label>
          <input id="q" name="q" type="search" value={sent.q ?? ''} data-search />
        </div>
        <div>
          <label for="month">From the month</label>
          <input id="month" name="month" type="month" value={month} placeholder="2026-11" pattern="\d{4}-\d{2}" />
        </div>
        <Select
          name="feed"
          label="Outlet"
          sent={sent}
          choices={[['', 'All outlets'], ...feeds.map(({ id, title }): [string, string] => [id, title])]}
        />
        <Select
          name="role"
          label="Use"
          sent={sent}
          choices={[
            ['', 'Any'],
            ...dateRoleSchema.options.map((role): [string, string] => [role, DATE_ROLE_IN_WORDS[role]]),
          ]}
        />
        <div class="buttons">
          <button type="submit">Show</button>
          <a href="/dates">Clear</a>
        </div>
      </form>
    </search>
  );
}
