// Lines over numbers: bytes, quality and error over k, inertia over iterations. uPlot draws them; a table says the same.
import uPlot from './lib/uplot.js';
import { bytes, choice, count, h, number, onTheme, token } from './dom.js';

const HEIGHT = 400;
const LOW = 300;

/** Shows bytes and quality, or error, over the number of colours: {chosen, points: [{k, bytes, mse, psnr, ssimulacra2}]}. */
export function mountCurve(element, curve, shown = 'quality') {
  const { points, chosen } = curve;
  const scored = points.some(point => point.ssimulacra2 !== null);
  const beside = shown === 'error' ? errors(points) : scored ? scores(points) : { name: 'PSNR', of: point => point.psnr };
  const tools = choice('Beside the bytes', [['quality', 'Quality', scored ? 'SSIMULACRA 2' : 'PSNR'], ['error', 'Error', 'Mean squared error']], shown, next => {
    mountCurve(element, curve, next);
    element.querySelector('[aria-pressed=true]').focus();
  });
  draw(element, {
    tools,
    data: [points.map(p => p.k), points.map(p => p.bytes), points.map(beside.of)],
    options: () => ({
      scales: {
        x: { time: false, distr: 3, log: 2, range: [points[0].k * 0.9, points[points.length - 1].k * 1.1] },
        bytes: { range: (_, __, most) => [0, most * 1.08] },
        beside: beside.scale || {},
      },
      series: [
        { label: 'Colours', value: (_, k) => (k === null || k === undefined ? '–' : count(k)) },
        line('Bytes', 'bytes', '--chart-b', value => bytes(value)),
        line(beside.name, 'beside', '--chart-a', value => number(value)),
      ],
      axes: [
        { ...axis(), label: 'Colours', splits: () => points.map(p => p.k), values: (u, ks) => ks.map((k, i) => labelled(ks, i)) },
        { ...axis(), scale: 'bytes', size: 64, values: (_, values) => values.map(short), label: 'Bytes', stroke: token('--chart-b') },
        { ...axis(), scale: 'beside', side: 1, size: 48, grid: { show: false }, label: beside.name, stroke: token('--chart-a') },
      ],
      hooks: { draw: [plot => mark(plot, points, chosen, beside.of)] },
    }),
    table: {
      caption: `Bytes, quality and error over the number of colours; ${chosen} were chosen`,
      head: ['Colours', 'Bytes', 'SSIMULACRA 2', 'PSNR, dB', 'MSE'],
      rows: points.map(p => [
        p.k === chosen ? `${p.k}, chosen` : p.k,
        count(p.bytes),
        number(p.ssimulacra2),
        p.psnr === null ? 'exact' : number(p.psnr),
        number(p.mse),
      ]),
    },
  });
}

function scores(points) {
  const of = point => point.ssimulacra2;
  const least = Math.min(...points.map(of).filter(score => score !== null));
  return { name: 'SSIMULACRA 2', of, scale: { range: [Math.min(0, 10 * Math.floor(least / 10)), 100] } };
}

/** Errors fall by magnitudes, so their scale is logarithmic where none is 0. */
function errors(points) {
  const of = point => point.mse;
  return { name: 'MSE', of, scale: points.every(p => p.mse > 0) ? { distr: 3 } : { range: (_, __, most) => [0, most * 1.08] } };
}

/** Bytes without decimals where there are none: 120 kB. */
function short(value) {
  return bytes(value).replace('.0 ', ' ');
}

/** Labels of powers of two; the chosen one beside them has its own in the chart. */
function labelled(ks, i) {
  return Number.isInteger(Math.log2(ks[i])) ? String(ks[i]) : '';
}

/** Shows inertia over the iterations: {history, iterations, final}. */
export function mountInertia(element, inertia) {
  const { history } = inertia;
  if (history.length < 2) {
    element.replaceChildren(
      h('p', { class: 'muted' }, history.length ? 'The first centroids did not move.' : 'No clustering was needed: every colour stays as it is.'),
    );
    element.tinctChart = null;
    return;
  }
  const least = Math.min(...history);
  const wide = least > 0 && Math.max(...history) > 20 * least;
  draw(element, {
    height: LOW,
    data: [history.map((_, i) => i), history],
    options: () => ({
      scales: { x: { time: false }, inertia: { distr: wide ? 3 : 1 } },
      series: [{ label: 'Iteration' }, line('Inertia', 'inertia', '--chart-a', value => exponent(value))],
      axes: [
        { ...axis(), label: 'Iteration', incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500] },
        { ...axis(), scale: 'inertia', size: 78, values: (_, values) => values.map(v => (v === null ? '' : exponent(v))) },
      ],
    }),
    table: {
      caption: 'Inertia over the iterations',
      head: ['Iteration', 'Inertia'],
      rows: history.map((value, i) => [i, exponent(value)]),
    },
  });
}

function exponent(value) {
  if (value === null || value === undefined) return '–';
  if (value === 0) return '0';
  const prefix = Math.max(0, Math.min(4, Math.floor(Math.log10(Math.abs(value)) / 3)));
  return `${(value / 1000 ** prefix).toPrecision(4)}${[' ', ' k', ' M', ' G', ' T'][prefix]}`.trim();
}

function line(label, scale, color, value) {
  return {
    label,
    scale,
    stroke: token(color),
    width: 2,
    points: { show: true, size: 6, fill: token(color), stroke: token('--paper') },
    value: (_, v) => (v === null || v === undefined ? '–' : value(v)),
  };
}

function axis() {
  return {
    stroke: token('--muted'),
    grid: { stroke: token('--line'), width: 1 },
    ticks: { stroke: token('--line'), width: 1, size: 5 },
    font: '12px system-ui, sans-serif',
    labelFont: '12px system-ui, sans-serif',
    labelSize: 20,
  };
}

/** The chosen number of colours: a line, and rings around its points. */
function mark(plot, points, chosen, beside) {
  const point = points.find(p => p.k === chosen);
  if (!point) return;
  const { ctx } = plot;
  const ratio = window.devicePixelRatio || 1;
  const x = plot.valToPos(point.k, 'x', true);
  ctx.save();
  ctx.strokeStyle = token('--ink');
  ctx.fillStyle = token('--ink');
  ctx.lineWidth = ratio;
  ctx.setLineDash([4 * ratio, 4 * ratio]);
  ctx.beginPath();
  ctx.moveTo(x, plot.bbox.top);
  ctx.lineTo(x, plot.bbox.top + plot.bbox.height);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.lineWidth = 2 * ratio;
  const rings = [['bytes', point.bytes], ['beside', beside(point)]]
    .filter(([, value]) => value !== null)
    .map(([scale, value]) => plot.valToPos(value, scale, true));
  for (const y of rings) {
    ctx.beginPath();
    ctx.arc(x, y, 7 * ratio, 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.font = `600 ${12 * ratio}px system-ui, sans-serif`;
  const right = x > plot.bbox.left + plot.bbox.width / 2;
  ctx.textAlign = right ? 'right' : 'left';
  // Where the rings leave most room: at the bottom, in the middle, or at the top.
  const room = y => Math.min(...rings.map(ring => Math.abs(ring - y)));
  const places = [1, 0.5, 0].map(part => plot.bbox.top + 14 * ratio + part * (plot.bbox.height - 24 * ratio));
  const place = places.reduce((best, y) => (room(y) > room(best) ? y : best));
  ctx.fillText(`k = ${chosen}`, x + (right ? -8 : 8) * ratio, place);
  ctx.restore();
}

/** Draws, and again when the width or the theme changes. */
function draw(element, chart) {
  element.tinctChart = chart;
  const plotted = h('div', { class: 'plot', role: 'img', 'aria-label': `${chart.table.caption}; the table below has the numbers` });
  element.classList.add('chart');
  element.replaceChildren(...(chart.tools ? [h('div', { class: 'tools' }, chart.tools)] : []), plotted, table(chart.table));
  let plot = null;
  const again = () => {
    if (element.tinctChart !== chart || !plotted.clientWidth) return;
    if (plot) plot.destroy();
    plot = new uPlot(
      { width: plotted.clientWidth, height: chart.height || HEIGHT, cursor: { drag: { x: false, y: false } }, legend: { live: true }, ...chart.options() },
      chart.data,
      plotted,
    );
  };
  const fit = () => {
    if (!plot) again();
    else if (element.tinctChart === chart && plotted.clientWidth) plot.setSize({ width: plotted.clientWidth, height: chart.height || HEIGHT });
  };
  new ResizeObserver(() => requestAnimationFrame(fit)).observe(plotted);
  if (!element.tinctRedraw) onTheme(() => element.tinctRedraw());
  element.tinctRedraw = again;
}

function table({ caption, head, rows }) {
  return h(
    'details',
    { class: 'numbers' },
    h('summary', {}, 'Numbers'),
    h(
      'div',
      { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': caption },
      h(
        'table',
        {},
        h('caption', { class: 'unseen' }, caption),
        h('thead', {}, h('tr', {}, head.map(text => h('th', { scope: 'col' }, text)))),
        h('tbody', {}, rows.map(row => h('tr', {}, row.map(cell => h('td', {}, String(cell)))))),
      ),
    ),
  );
}
