/** What the keys do; `web/script.js` acts on them. */
const KEYS = [
  ['j', 'next entry'],
  ['k', 'previous entry'],
  ['Enter', 'open the entry'],
  ['/', 'search'],
  ['?', 'this help'],
] as const;

/** The dialog that explains the keys, and lets a reader switch them off; it takes the script to open it. */
export function KeyboardHelp() {
  return (
    <dialog id="keys" aria-labelledby="keys-title">
      <h2 id="keys-title">Keyboard shortcuts</h2>
      <dl>
        {KEYS.map(([key, meaning]) => (
          <div>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      <p>
        <label>
          <input type="checkbox" id="keys-on" checked /> Single keys do this
        </label>
      </p>
      <form method="dialog">
        <button type="submit">Close</button>
      </form>
    </dialog>
  );
}
