// The settings: one form, whose state is the options of the command line.
import { choice, h, vars } from '/web/dom.js';

const DITHERS = ['none', 'auto', 'floyd-steinberg', 'atkinson', 'bayer', 'blue-noise'];
const FORMATS = ['png', 'webp', 'gif', 'jpeg', 'tinct'];
const START = {
  colors: 256,
  aim: 'colors',
  quality: 70,
  bytes: '100KB',
  format: 'png',
  dither: 'none',
  strength: 100,
  lossy: 'auto',
  level: 20,
  space: '',
  effort: 5,
  pins: [],
  palette: null,
  others: [],
  preset: '',
};
const KEEP = 'tinct-settings';
const PURPOSES = { web: 'web page', thumbnail: 'thumbnails', 'e-ink': 'e-paper', sprite: 'sprites', archive: 'archive' };

const between = (least, value, most) => Math.min(most, Math.max(least, Math.round(value)));

/** What an option of the command line sets here. */
const SHOWN = {
  colors: value => ({ colors: between(2, value, 256) }),
  quality: value => ({ aim: 'quality', quality: between(30, value.split('-').pop(), 95) }),
  'max-bytes': bytes => ({ aim: 'bytes', bytes }),
  below: () => ({}),
  format: format => ({ format }),
  space: space => ({ space }),
  effort: value => ({ effort: between(1, value, 9) }),
  dither: value => {
    const [dither, strength = 1] = value.split(':');
    return { dither, strength: between(0, 100 * strength, 100) };
  },
  lossy: value => (Number(value) ? { lossy: 'level', level: between(0, value, 100) } : { lossy: 'off' }),
  pin: value => ({ pins: value.split(',') }),
};

/** The state that options say, as --name=value; those that have no control are carried on as they are. */
function stateOf(options) {
  const state = { ...START, pins: [], others: [] };
  for (const option of options) {
    const [, name, value] = option.match(/^--([^=]+)=?(.*)$/s);
    if (SHOWN[name]) Object.assign(state, SHOWN[name](value));
    else state.others.push([name, value || 'true']);
  }
  return state;
}

export class Controls {
  /**
   * @param form where they go
   * @param actions {changed(), pick(on), palette(file): {id, name, colors}}
   */
  constructor(form, actions) {
    this.actions = actions;
    this.form = form;
    this.first = START;
    this.presets = [];
    this.state = { ...START, ...JSON.parse(sessionStorage.getItem(KEEP) || '{}') };
    form.addEventListener('submit', event => event.preventDefault());
    this.build();
  }

  /** Takes what the server was started with, {start: {options}, presets: [{name, options}]}, unless the tab has settings. */
  begin({ start, presets }) {
    this.first = stateOf(start.options);
    this.presets = presets;
    if (!sessionStorage.getItem(KEEP)) this.state = { ...this.first };
    this.build();
  }

  /** Whether all colours are given: those of a palette file, or of a display. */
  get given() {
    return Boolean(this.state.palette) || this.state.others.some(([name]) => name === 'device');
  }

  /** Pairs of name and value, as the command line has them. */
  get options() {
    const s = this.state;
    const pairs = [];
    const { given } = this;
    if (s.palette) pairs.push(['palette', s.palette.id]);
    else if (!given && (s.colors < 256 || s.aim === 'colors')) pairs.push(['colors', s.colors]);
    if (!given && s.aim === 'quality') pairs.push(['quality', s.quality], ['below', 'write']);
    if (!given && s.aim === 'bytes') pairs.push(['max-bytes', s.bytes], ['below', 'write']);
    if (s.space) pairs.push(['space', s.space]);
    const aimed = !given && s.aim !== 'colors';
    if (s.dither !== 'none') pairs.push(['dither', s.dither + (s.strength < 100 ? `:${s.strength / 100}` : '')]);
    else if (s.lossy !== 'auto' && !aimed) pairs.push(['lossy', s.lossy === 'off' ? 0 : s.level]);
    if (s.effort !== 5) pairs.push(['effort', s.effort]);
    if (s.pins.length && !given && !aimed) pairs.push(['pin', s.pins.join(',')]);
    pairs.push(...s.others);
    if (s.format !== 'png') pairs.push(['format', s.format]);
    return pairs;
  }

  set(values, rebuild = false) {
    Object.assign(this.state, { preset: '' }, values);
    const preset = document.getElementById('preset');
    if (preset) preset.value = this.state.preset;
    sessionStorage.setItem(KEEP, JSON.stringify(this.state));
    if (rebuild) this.build();
    this.actions.changed();
  }

  addPin(hex) {
    if (!this.state.pins.includes(hex)) this.set({ pins: [...this.state.pins, hex] }, true);
  }

  fail(message) {
    this.problem.textContent = message || '';
    this.problem.hidden = !message;
  }

  build() {
    const focus = document.activeElement && document.activeElement.id;
    const s = this.state;
    this.problem = h('p', { class: 'problem', role: 'alert', hidden: true });
    this.form.replaceChildren(
      ...[this.problem, this.presets.length > 0 && this.preset(), this.paletteRow() || (!this.given && this.colors()), !this.given && this.aim(), this.format(), this.more()].filter(Boolean),
    );
    const again = focus && document.getElementById(focus);
    if (again) again.focus();
  }

  /** Settings for a purpose, which can be changed afterwards. */
  preset() {
    const options = [['', 'your own'], ...this.presets.map(({ name }) => [name, PURPOSES[name] || name])];
    const element = h('select', { id: 'preset' }, options.map(([value, text]) => h('option', { value, selected: value === this.state.preset }, text)));
    element.addEventListener('change', () => {
      const chosen = this.presets.find(({ name }) => name === element.value);
      this.set({ ...(chosen ? stateOf(chosen.options) : this.first), preset: element.value }, true);
    });
    return this.row(h('label', { for: 'preset' }, 'Settings for'), element);
  }

  /** Options that have no control of their own. */
  others() {
    const chips = this.state.others.map(([name, value]) => {
      const text = value === 'true' ? name : `${name} ${value}`;
      const away = () => this.set({ others: this.state.others.filter(([other]) => other !== name) }, true);
      return h('button', { type: 'button', class: 'pin plain-chip', title: `Remove ${text}`, 'aria-label': `${text}; remove`, onclick: away }, text, h('span', { 'aria-hidden': 'true' }, '×'));
    });
    return h('div', { class: 'row pins' }, h('span', { class: 'label' }, 'Also'), h('div', { class: 'row-controls' }, chips));
  }

  row(label, ...controls) {
    return h('div', { class: 'row' }, label, h('div', { class: 'row-controls' }, controls));
  }

  slider(id, label, { min, max, step = 1, value, show = v => v, read = v => Number(v), onchange }) {
    const output = h('output', { for: id }, String(show(read(value))));
    const input = h('input', { type: 'range', id, min, max, step, value, 'aria-label': label });
    const paint = () => {
      output.textContent = show(read(input.value));
      input.setAttribute('aria-valuetext', output.textContent);
      vars(input, { '--part': `${(100 * (input.value - min)) / (max - min)}%` });
    };
    input.addEventListener('input', () => {
      paint();
      onchange(read(input.value));
    });
    paint();
    return [h('label', { for: id }, label), input, output];
  }

  colors() {
    const s = this.state;
    const number = h('input', { type: 'number', id: 'k', min: 2, max: 256, value: s.colors, 'aria-label': 'Number of colours' });
    const range = h('input', { type: 'range', id: 'k-dial', min: 1, max: 8, step: 0.01, value: Math.log2(s.colors), 'aria-label': 'Colours' });
    const paint = () => {
      range.setAttribute('aria-valuetext', `${this.state.colors} colours`);
      vars(range, { '--part': `${(100 * (range.value - 1)) / 7}%` });
    };
    range.addEventListener('input', () => {
      const colors = Math.round(2 ** range.value);
      number.value = colors;
      if (colors !== this.state.colors) this.set({ colors });
      paint();
    });
    // A step of a key is a colour, not a hundredth of a doubling.
    range.addEventListener('keydown', event => {
      const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 16, PageDown: -16 }[event.key];
      if (!step) return;
      event.preventDefault();
      this.setColors(this.state.colors + step, number, range);
      paint();
    });
    number.addEventListener('input', () => {
      if (number.value !== '') this.setColors(Number(number.value), null, range);
      paint();
    });
    number.addEventListener('change', () => (number.value = this.state.colors));
    paint();
    const quick = [2, 4, 8, 16, 32, 64, 128, 256].map(k =>
      h('button', { type: 'button', class: 'tick', onclick: () => { this.setColors(k, number, range); paint(); } }, k),
    );
    return h('fieldset', { class: 'dial-k' }, h('legend', {}, 'Colours'), h('div', { class: 'k-line' }, range, number), h('div', { class: 'ticks', 'aria-hidden': 'false' }, quick));
  }

  setColors(wanted, number, range) {
    const colors = Math.min(256, Math.max(2, Math.round(wanted) || 2));
    if (number) number.value = colors;
    range.value = Math.log2(colors);
    if (colors !== this.state.colors) this.set({ colors });
  }

  aim() {
    const s = this.state;
    const buttons = choice(
      'What is aimed at',
      [['colors', 'Colours', 'Just that many colours'], ['quality', 'Quality', 'The fewest bytes that look this good'], ['bytes', 'Size', 'The best look of so many bytes']],
      s.aim,
      aim => this.set({ aim }, true),
    );
    const rows = [this.row(h('span', { class: 'label' }, 'Aim at'), buttons)];
    if (s.aim === 'quality') {
      const words = q => `${q} · ${q >= 90 ? 'as the original' : q >= 70 ? 'high' : q >= 50 ? 'medium' : 'low'}`;
      rows.push(h('div', { class: 'row slide' }, this.slider('quality', 'Quality', { min: 30, max: 95, value: s.quality, show: words, onchange: quality => this.set({ quality }) })));
    }
    if (s.aim === 'bytes') {
      const input = h('input', { type: 'text', id: 'bytes', value: s.bytes, size: 8, inputmode: 'text', spellcheck: 'false', onchange: () => this.set({ bytes: input.value.trim() || '100KB' }) });
      rows.push(this.row(h('label', { for: 'bytes' }, 'At most'), input));
    }
    return h('div', {}, rows);
  }

  format() {
    const names = { png: 'PNG', webp: 'WebP', gif: 'GIF', jpeg: 'JPEG', tinct: '.tinct' };
    const buttons = choice('Format', FORMATS.map(f => [f, names[f]]), this.state.format, format => {
      buttons.choose(format);
      this.set({ format });
    });
    return this.row(h('span', { class: 'label' }, 'Format'), buttons);
  }

  more() {
    const s = this.state;
    const select = (id, options, value, onchange) => {
      const element = h('select', { id, onchange: () => onchange(element.value) }, options.map(([v, text]) => h('option', { value: v, selected: v === value }, text)));
      return element;
    };
    const lossless = s.dither !== 'none' || (!this.given && s.aim !== 'colors');
    const rows = [
      this.row(h('label', { for: 'dither' }, 'Dither'), select('dither', DITHERS.map(d => [d, d]), s.dither, dither => this.set({ dither }, true))),
      s.dither !== 'none' && h('div', { class: 'row slide' }, this.slider('strength', 'Strength', { min: 0, max: 100, step: 5, value: s.strength, show: v => `${v} %`, onchange: strength => this.set({ strength }) })),
      !lossless && this.row(h('label', { for: 'lossy' }, 'Lossy indices'), select('lossy', [['auto', 'automatic'], ['off', 'off'], ['level', 'level…']], s.lossy, lossy => this.set({ lossy }, true))),
      !lossless && s.lossy === 'level' && h('div', { class: 'row slide' }, this.slider('level', 'Level', { min: 0, max: 100, value: s.level, onchange: level => this.set({ level }) })),
      this.row(h('label', { for: 'space' }, 'Distance in'), select('space', [['', 'automatic'], ['srgb', 'sRGB'], ['linear', 'linear light'], ['oklab', 'Oklab'], ['lab', 'CIELAB']], s.space, space => this.set({ space }))),
      h('div', { class: 'row slide' }, this.slider('effort', 'Effort', { min: 1, max: 9, value: s.effort, onchange: effort => this.set({ effort }) })),
      !this.given && s.aim === 'colors' && this.pins(),
      s.others.length > 0 && this.others(),
      !this.given && this.row(h('span', { class: 'label' }, 'Palette file'), h('button', { type: 'button', class: 'plain', id: 'palette', onclick: () => this.choosePalette() }, 'Choose…')),
      h('div', { class: 'row end' }, h('button', { type: 'button', class: 'link', id: 'reset', onclick: () => this.set({ ...this.first }, true) }, 'Reset settings')),
    ];
    const open = sessionStorage.getItem('tinct-more') !== 'closed';
    const details = h('details', { class: 'more', open }, h('summary', {}, 'More settings'), rows.filter(Boolean));
    details.addEventListener('toggle', () => sessionStorage.setItem('tinct-more', details.open ? 'open' : 'closed'));
    return details;
  }

  pins() {
    const chips = this.state.pins.map(hex =>
      h('button', { type: 'button', class: 'pin', title: `Remove ${hex}`, 'aria-label': `Pinned ${hex}; remove`, onclick: () => this.set({ pins: this.state.pins.filter(p => p !== hex) }, true) }, vars(h('span', { class: 'dot' }), { '--swatch': hex }), hex, h('span', { 'aria-hidden': 'true' }, '×')),
    );
    const own = h('input', { type: 'color', id: 'pin-color', 'aria-label': 'Pin a colour of your own', title: 'Pin a colour of your own', onchange: () => this.addPin(own.value) });
    const pick = h('button', { type: 'button', class: 'plain', id: 'pick', 'aria-pressed': 'false', onclick: () => this.actions.pick(pick.getAttribute('aria-pressed') !== 'true') }, 'Pick from the picture');
    return h('div', { class: 'row pins' }, h('span', { class: 'label' }, 'Pinned colours'), h('div', { class: 'row-controls' }, pick, own, chips));
  }

  paletteRow() {
    const { palette } = this.state;
    if (!palette) return null;
    return h(
      'fieldset',
      { class: 'dial-k' },
      h('legend', {}, 'Palette'),
      h('p', { class: 'palette-name' }, `${palette.name}, ${palette.colors.length} colours`),
      h('div', { class: 'palette-bar', 'aria-hidden': 'true' }, palette.colors.map(hex => vars(h('i'), { background: hex }))),
      h('button', { type: 'button', class: 'plain', id: 'no-palette', onclick: () => this.set({ palette: null }, true) }, 'Find a palette instead'),
    );
  }

  choosePalette() {
    const input = h('input', { type: 'file', accept: '.gpl,.act,.pal,.hex,.ase,.css,.json,.txt,image/*' });
    input.addEventListener('change', async () => {
      try {
        const palette = await this.actions.palette(input.files[0]);
        this.set({ palette }, true);
      } catch (problem) {
        this.fail(`${input.files[0].name}: ${problem.message}`);
      }
    });
    input.click();
  }
}
