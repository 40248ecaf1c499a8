// Small figures: key numbers, bytes of every format, the packed file, capacity, training pixels, settings.
import { bytes, change, copy, count, h, number, things, vars } from './dom.js';

/** Shows the key numbers of a study. */
export function mountSummary(element, study) {
  const { before, after, likeness } = study;
  const fact = (value, label, title) => h('div', { class: 'fact', title }, h('dd', {}, value), h('dt', {}, label));
  const score = likeness && likeness.ssimulacra2;
  element.replaceChildren(
    h(
      'dl',
      { class: 'facts' },
      fact(change(before.bytes, after.bytes), `${bytes(before.bytes)} ${before.format} to ${bytes(after.bytes)} ${after.format}`),
      fact([count(after.colors), h('small', {}, ` of ${count(before.colors)}`)], 'colours'),
      likeness &&
        (score === null
          ? fact(likeness.psnr === null ? 'exact' : `${number(likeness.psnr)} dB`, 'PSNR')
          : fact(number(score), `SSIMULACRA 2: ${words(score)}`, '100 is equal, 90 cannot be told apart, 70 high, 50 medium quality')),
      fact(`${number((8 * after.bytes) / (study.width * study.height))}`, 'bits a pixel'),
    ),
  );
}

function words(score) {
  if (score >= 99.995) return 'equal';
  const [, name] = [[90, 'visually lossless'], [70, 'high quality'], [50, 'medium quality'], [30, 'low quality'], [-1e9, 'very low quality']].find(
    ([least]) => score >= least,
  );
  return name;
}

/** Shows how far the result is from the source. */
export function mountLikeness(element, likeness) {
  const exact = likeness.mse === 0;
  rows(element, 'How far the result is from the source', [
    ['SSIMULACRA 2', likeness.ssimulacra2 === null ? 'none below 8 × 8 pixels' : number(likeness.ssimulacra2), '100 equal, 90 visually lossless, 70 high, 50 medium'],
    ['SSIM', likeness.ssim.toFixed(4), 'of luma; 1 is equal'],
    ['PSNR', exact ? 'exact' : `${number(likeness.psnr)} dB`, '10 log10(3 · 255² / MSE)'],
    ['MSE', number(likeness.mse), 'squared error summed over R, G, B'],
    ['ΔE', likeness.deltaE.toFixed(4), 'mean distance in Oklab; 0.02 can just be seen'],
    ['Largest error', String(likeness.maxError), 'of any channel, 0 to 255'],
  ]);
}

/** Shows bytes of each format as bars: [{what, bytes}], the original first. */
export function mountSizes(element, sizes) {
  const most = Math.max(...sizes.map(size => size.bytes));
  const original = sizes[0].bytes;
  element.replaceChildren(
    h(
      'ul',
      { class: 'bars' },
      sizes.map((size, i) =>
        h(
          'li',
          {},
          h('span', { class: 'bar-name' }, size.what),
          vars(h('span', { class: i === 0 ? 'bar first' : 'bar', 'aria-hidden': 'true' }), { '--share': `${(100 * size.bytes) / most}%` }),
          h('span', { class: 'bar-value' }, bytes(size.bytes), i > 0 && h('small', { class: 'muted' }, ` ${change(original, size.bytes)}`)),
        ),
      ),
    ),
    h('p', { class: 'muted note' }, 'The same pixels in each format; JPEG at quality 90 is not exact.'),
  );
}

/** Shows what the packed file takes: palette, labels, and what coding saves. */
export function mountPacked(element, packed) {
  const entryBits = packed.paletteBits / packed.entries;
  rows(element, 'The packed file', [
    ['Palette', `${count(packed.paletteBits)} bits`, `${things(packed.entries, 'entry', 'entries')} × ${entryBits} bits`],
    ['Labels', `${count(packed.labelBits)} bits`, `${count(packed.pixels)} pixels × ⌈log₂ ${packed.entries}⌉ = ${packed.bitsPerPixel} bits`],
    ['The rest', `${count(packed.frameBits)} bits`, 'signature, sizes, checksum'],
    ['Together', bytes(packed.plainBytes), `${count(packed.plainBytes)} bytes`],
    ['Entropy-coded', bytes(packed.codedBytes), `${count(packed.codedBytes)} bytes, ${change(packed.plainBytes, packed.codedBytes)}`],
  ]);
}

/** Shows how many such pictures a disk holds: {bytes, rows: [{as, bytes}]}. The size can be changed. */
export function mountCapacity(element, capacity) {
  const holder = h('div');
  const units = { MB: 1e6, GB: 1e9, TB: 1e12 };
  const unit = capacity.bytes % 1e12 === 0 ? 'TB' : capacity.bytes % 1e9 === 0 ? 'GB' : 'MB';
  const input = h('input', { type: 'number', min: 1, step: 'any', value: capacity.bytes / units[unit], 'aria-label': 'Size of the disk' });
  const select = h('select', { 'aria-label': 'Unit' }, Object.keys(units).map(name => h('option', { selected: name === unit }, name)));
  const show = () => {
    const size = Number(input.value) * units[select.value];
    rows(
      holder,
      'Pictures that fit',
      capacity.rows.map(row => [row.as, size > 0 ? count(Math.floor(size / row.bytes)) : '–', `${count(row.bytes)} bytes each`]),
    );
  };
  input.addEventListener('input', show);
  select.addEventListener('change', show);
  element.replaceChildren(h('p', { class: 'disk' }, 'A disk of ', input, select, ' holds so many of these:'), holder);
  show();
}

/** Shows pixels drawn at random: {trained, colors}. */
export function mountTraining(element, training) {
  const n = training.colors.length / 8;
  const columns = wide(n);
  const cell = n > 4000 ? 4 : 16;
  const canvas = h('canvas', {
    class: 'training chequers',
    role: 'img',
    'aria-label': `${things(n, 'pixel')} drawn at random`,
    width: columns * cell,
    height: Math.ceil(n / columns) * cell,
  });
  const context = canvas.getContext('2d');
  for (let i = 0; i < n; i++) {
    context.fillStyle = `#${training.colors.slice(8 * i, 8 * i + 8)}`;
    context.fillRect((i % columns) * cell, Math.floor(i / columns) * cell, cell, cell);
  }
  const text = training.trained
    ? `The ${things(n, 'pixel')} that the palette was found by, in the order in which they were drawn.`
    : `${things(n, 'pixel')} drawn at random, as --sample ${n} would; this palette was found by all pixels.`;
  element.replaceChildren(canvas, h('p', { class: 'muted note' }, text));
}

/** Of the grids about 2.2 times as wide as high the one that leaves the fewest cells empty. */
function wide(cells) {
  const wish = Math.max(1, Math.round(Math.sqrt(cells * 2.2)));
  const empty = columns => (columns - (cells % columns)) % columns;
  let best = wish;
  for (let columns = wish - (wish >> 3); columns <= wish + (wish >> 3); columns++) {
    if (empty(columns) < empty(best)) best = columns;
  }
  return best;
}

/** Shows settings [{name, value}], notes, times and the command line. */
export function mountSettings(element, study) {
  const { before } = study;
  const table = h('div');
  const times = Object.entries(study.milliseconds || {}).map(([stage, ms]) => `${stage} ${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`);
  rows(table, 'Settings', [
    ['Source', `${before.format} ${before.kind}`.trim(), `${study.width} × ${study.height}, entropy ${before.entropy.toFixed(2)} bits a pixel`],
    ...(before.notes.length ? [['Read', before.notes.join(', '), '']] : []),
    ...study.settings.map(({ name, value }) => [name[0].toUpperCase() + name.slice(1), value, '']),
    ...(study.inertia ? [['Iterations', count(study.inertia.iterations), `inertia ${number(study.inertia.final)}`]] : []),
    ...(times.length ? [['Time', times.join(', '), '']] : []),
  ]);
  element.replaceChildren(table, command(study.command));
}

/** A command line to be copied. */
export function command(line) {
  const button = h('button', { type: 'button', class: 'plain', onclick: () => copy(line, 'Copied the command line') }, 'Copy');
  return h('div', { class: 'command' }, h('code', {}, line), button);
}

/** A table of names, values and remarks. */
function rows(element, caption, lines) {
  element.replaceChildren(
    h(
      'table',
      { class: 'rows' },
      h('caption', { class: 'unseen' }, caption),
      h(
        'tbody',
        {},
        lines.map(([name, value, remark]) =>
          h('tr', {}, h('th', { scope: 'row' }, name), h('td', {}, h('span', { class: 'value' }, value), remark && h('small', { class: 'muted' }, remark))),
        ),
      ),
    ),
  );
}
