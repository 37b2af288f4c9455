// All pages work without this. It adds: keys, partners of a statement while one points at it, and buttons that copy.
const STORED = 'dateline-keys';
const dialog = document.querySelector('#keys');
const box = document.querySelector('#keys-on');

function areKeysOn() {
  try {
    return localStorage.getItem(STORED) !== 'off';
  } catch {
    return true;
  }
}

function step(by) {
  const entries = [...document.querySelectorAll('[data-entry]')].filter((entry) => entry.offsetParent !== null);
  const here = entries.findIndex((entry) => entry.contains(document.activeElement));
  const next = entries[here < 0 ? (by > 0 ? 0 : entries.length - 1) : here + by];
  const target = next?.matches('a') ? next : next?.querySelector('[data-open]');
  target?.focus({ preventScroll: true });
  next?.scrollIntoView({ block: 'nearest' });
}

const actions = {
  j: () => step(1),
  k: () => step(-1),
  '/': () => {
    const field = document.querySelector('[data-search]');
    if (!field) return location.assign('/#q');
    field.focus();
    field.select();
  },
  '?': () => (dialog.open ? dialog.close() : dialog.showModal()),
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (event.target.closest('input, select, textarea, [contenteditable]') || !areKeysOn()) return;
  if (dialog.open && event.key !== '?') return;
  const act = actions[event.key];
  if (!act) return;
  event.preventDefault();
  act();
});

box.checked = areKeysOn();
box.addEventListener('change', () => {
  try {
    localStorage.setItem(STORED, box.checked ? 'on' : 'off');
  } catch {
    // A browser that keeps nothing forgets this at the next page.
  }
});

const colophon = document.querySelector('.colophon p');
const opener = Object.assign(document.createElement('button'), {
  type: 'button',
  className: 'plain',
  textContent: 'Keyboard shortcuts',
});
opener.addEventListener('click', () => dialog.showModal());
colophon?.append(' · ', opener);

// An article: what belongs to one statement lights up together, and its explanation opens.
const article = document.querySelector('[data-article]');

function light(id) {
  for (const piece of article.querySelectorAll('[data-of]')) {
    piece.classList.toggle('on', id !== null && piece.dataset.of.split(' ').includes(id));
  }
}

function chosen() {
  return article.querySelector('details[data-statement][open]')?.dataset.statement ?? null;
}

if (article) {
  const idAt = (target) => target.closest('[data-statement]')?.dataset.statement ?? null;
  for (const type of ['pointerover', 'focusin']) {
    article.addEventListener(type, (event) => light(idAt(event.target) ?? chosen()));
  }
  article.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-statement]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const entry = article.querySelector(`details[data-statement="${CSS.escape(link.dataset.statement)}"]`);
    if (!entry) return;
    entry.open = true;
    entry.scrollIntoView({ block: 'nearest' });
    history.replaceState(null, '', link.href);
  });
  article.addEventListener('toggle', () => light(chosen()), true);
}

for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const source = document.getElementById(button.dataset.copy);
    const said = document.getElementById(button.getAttribute('aria-describedby'));
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      said.textContent = 'Copied';
    } catch {
      getSelection().selectAllChildren(source);
      said.textContent = 'Selected: copy it with Ctrl-C or ⌘C';
    }
  });
}
