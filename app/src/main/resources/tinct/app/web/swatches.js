// The palette: a bar of shares, and a swatch for each entry that is copied by a click.
import { announce, choice, copy, h, percent, things, vars } from './dom.js';
import { channels, isLight, oklab } from './color.js';

const MOST_LABELLED = 64;
const ORDERS = {
  share: (a, b) => b.share - a.share || a.index - b.index,
  lightness: (a, b) => a.lightness - b.lightness || a.index - b.index,
  hue: (a, b) => a.hue - b.hue || a.index - b.index,
};

/** Shows a palette: [{hex, name, share, count, moved}]. Calling it again shows another. */
export function mount(element, palette) {
  const order = element.tinctOrder || 'share';
  const entries = palette.map((entry, index) => ({ ...entry, index, ...place(entry.hex) }));
  const show = chosen => {
    element.tinctOrder = chosen;
    mount(element, palette);
    element.querySelector(`.choice button[aria-pressed="true"]`).focus();
  };
  const sorted = [...entries].sort(ORDERS[order]);
  const few = palette.length <= MOST_LABELLED;
  const detail = h('p', { class: 'swatch-detail muted' }, 'Click a colour to copy it.');
  const head = h(
    'div',
    { class: 'tools' },
    detail,
    palette.length > 1 &&
      choice('Order of the swatches', [['share', 'Share'], ['lightness', 'Lightness'], ['hue', 'Hue']], order, show),
  );
  element.classList.add('swatches');
  element.replaceChildren(bar([...entries].sort(ORDERS.share)), head, grid(sorted, few, detail));
}

/** Greys come before all hues. */
function place(hex) {
  const [r, g, b] = channels(hex);
  const [l, x, y] = oklab(r, g, b, [0, 0, 0]);
  const grey = Math.hypot(x, y) < 0.02;
  return { lightness: l, hue: grey ? l - 10 : Math.atan2(y, x) };
}

function bar(entries) {
  const parts = entries.map(entry =>
    vars(h('span', { title: words(entry) }), { 'flex-grow': String(entry.share), 'background-color': entry.hex }),
  );
  return h('div', { class: 'share-bar chequers', role: 'img', 'aria-label': 'Shares of the colours in the picture' }, parts);
}

function words(entry) {
  const moved = entry.moved === undefined ? '' : `, moved by ΔE ${entry.moved.toFixed(3)} in the mean`;
  return `${entry.hex}${entry.name ? `, near ${entry.name}` : ''}, ${percent(entry.share)} of the pixels${moved}`;
}

function grid(entries, few, detail) {
  const grid = h('div', {
    class: few ? 'swatch-grid' : 'swatch-grid many',
    role: 'group',
    'aria-label': `${things(entries.length, 'colour')}; arrow keys go from one to the next, Enter copies`,
  });
  const buttons = entries.map((entry, i) => {
    const chip = vars(h('span', { class: 'chip' }), { '--swatch': entry.hex });
    chip.dataset.light = isLight(entry.hex);
    const button = h(
      'button',
      {
        type: 'button',
        class: 'swatch',
        tabindex: i === 0 ? 0 : -1,
        title: words(entry),
        'aria-label': words(entry),
        onclick: () => copied(button, entry, detail),
        onfocus: () => (detail.textContent = words(entry)),
        onpointerenter: () => (detail.textContent = words(entry)),
      },
      chip,
      few && h('span', { class: 'hex' }, entry.hex),
      few && h('span', { class: 'share muted' }, percent(entry.share)),
    );
    return button;
  });
  grid.append(...buttons);
  grid.addEventListener('keydown', event => move(event, buttons));
  return grid;
}

async function copied(button, entry, detail) {
  button.dispatchEvent(new CustomEvent('tinct-swatch', { bubbles: true, detail: entry }));
  if (await copy(entry.hex)) {
    detail.textContent = `Copied ${entry.hex}`;
    button.classList.add('copied');
    setTimeout(() => button.classList.remove('copied'), 900);
  } else {
    announce(entry.hex);
  }
}

/** Arrow keys go through the grid as it is laid out. */
function move(event, buttons) {
  const at = buttons.indexOf(document.activeElement);
  if (at < 0) return;
  const top = buttons[0].offsetTop;
  const below = buttons.findIndex(button => button.offsetTop > top);
  const columns = below < 0 ? buttons.length : below;
  const steps = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns, Home: -at, End: buttons.length - 1 - at };
  const to = at + steps[event.key];
  if (!(event.key in steps) || to < 0 || to >= buttons.length) return;
  event.preventDefault();
  buttons[at].tabIndex = -1;
  buttons[to].tabIndex = 0;
  buttons[to].focus();
}
