// Elements, numbers as people read them, and what all figures share.

/** Makes an element: properties, attributes, listeners (on…) and children, texts never as markup. */
export function h(tag, properties, ...children) {
  const element = tag.startsWith('svg:')
    ? document.createElementNS('http://www.w3.org/2000/svg', tag.slice(4))
    : document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (name === 'style') Object.assign(element.style, value);
    else if (name === 'text') element.textContent = value;
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** Sets a custom property, which Object.assign on a style does not. */
export function vars(element, values) {
  for (const [name, value] of Object.entries(values)) element.style.setProperty(name, value);
  return element;
}

const COUNT = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** 96,615 */
export function count(value) {
  return COUNT.format(value);
}

/** 812 B, 78.2 kB, 1.3 MB; a kB is 1000 bytes. */
export function bytes(value) {
  if (value < 1000) return `${value} B`;
  let rest = value;
  let prefix = 0;
  while (rest >= 999.95 && prefix < 5) {
    rest /= 1000;
    prefix++;
  }
  return `${rest.toFixed(1)} ${' kMGTP'[prefix]}B`;
}

/** −59 %, +0.4 % */
export function change(before, after) {
  const percent = (100 * (after - before)) / before;
  const digits = Math.abs(percent).toFixed(Math.abs(percent) < 9.95 ? 1 : 0);
  return `${percent < 0 ? '−' : '+'}${digits} %`;
}

/** A share of 0..1: 12.3 %, < 0.1 % */
export function percent(share) {
  if (share > 0 && share < 0.001) return '< 0.1 %';
  return `${(100 * share).toFixed(share >= 0.9995 || share === 0 ? 0 : 1)} %`;
}

/** As few digits as tell a number: 176, 30.4, 0.0123 */
export function number(value) {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  if (value < 0) return `−${number(-value)}`;
  const size = Math.abs(value);
  if (size >= 1e9) return value.toExponential(3).replace(/e\+?/, ' · 10^');
  if (size >= 99.95) return COUNT.format(value);
  return value.toFixed(size === 0 ? 0 : size >= 9.995 ? 1 : size >= 0.9995 ? 2 : size >= 0.01 ? 3 : 5);
}

/** What stands before a number of things. */
export function things(value, one, many = `${one}s`) {
  return `${count(value)} ${value === 1 ? one : many}`;
}

/** Tells those who do not see the page. */
export function announce(text) {
  let region = document.getElementById('tinct-said');
  if (!region) {
    region = h('div', { id: 'tinct-said', class: 'unseen', role: 'status', 'aria-live': 'polite' });
    document.body.append(region);
  }
  region.textContent = '';
  setTimeout(() => (region.textContent = text), 30);
}

/** Copies a text; pages from files may not have the clipboard, so the old way is tried too. */
export async function copy(text, said = `Copied ${text}`) {
  let done = false;
  try {
    await navigator.clipboard.writeText(text);
    done = true;
  } catch {
    const area = h('textarea', { class: 'unseen', text, readonly: true });
    document.body.append(area);
    const focus = document.activeElement;
    area.value = text;
    area.select();
    done = document.execCommand('copy');
    area.remove();
    if (focus) focus.focus();
  }
  announce(done ? said : 'This browser does not let the page copy');
  return done;
}

/** A row of buttons of which one is pressed. */
export function choice(label, options, chosen, onchange) {
  const buttons = options.map(([value, text, title]) =>
    h('button', { type: 'button', title, 'aria-pressed': String(value === chosen), onclick: () => onchange(value) }, text),
  );
  const group = h('div', { class: 'choice', role: 'group', 'aria-label': label }, buttons);
  group.choose = value =>
    options.forEach(([other], i) => buttons[i].setAttribute('aria-pressed', String(other === value)));
  return group;
}

let probe = null;

/** What a colour token of the style sheet is now, for what draws by itself: tokens have a light and a dark side. */
export function token(name) {
  if (!probe) document.body.append((probe = h('span', { hidden: true })));
  return getComputedStyle(vars(probe, { color: `var(${name})` })).color;
}

/** Calls back when dark becomes light or the other way round. Paper is light, and of another width: then it is now or never. */
export function onTheme(callback) {
  matchMedia('print').addEventListener('change', () => callback(true));
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => callback(false));
  document.addEventListener('tinct-theme', () => callback(false));
}

/** A button that goes through dark, light and what the system says. */
export function themeButton() {
  const names = { auto: 'Theme: auto, as the system has it', light: 'Theme: light', dark: 'Theme: dark' };
  const root = document.documentElement;
  let now = 'auto';
  try {
    now = localStorage.getItem('tinct-theme') || 'auto';
  } catch {
    // Pages from files may have no memory.
  }
  const button = h('button', { type: 'button', class: 'plain' });
  const show = () => {
    if (now === 'auto') root.removeAttribute('data-theme');
    else root.setAttribute('data-theme', now);
    button.textContent = { auto: 'Auto', light: 'Light', dark: 'Dark' }[now];
    button.setAttribute('aria-label', names[now]);
    button.title = names[now];
    document.dispatchEvent(new Event('tinct-theme'));
  };
  button.addEventListener('click', () => {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    const order = dark ? ['auto', 'light', 'dark'] : ['auto', 'dark', 'light'];
    now = order[(order.indexOf(now) + 1) % 3];
    try {
      localStorage.setItem('tinct-theme', now);
    } catch {
      // likewise
    }
    show();
  });
  show();
  return button;
}
