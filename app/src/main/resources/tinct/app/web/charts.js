// Lines over numbers: bytes and quality over k, inertia over iterations. uPlot draws them; a table says the same.
import uPlot from './lib/uplot.js';
import { bytes, count, h, number, onTheme, token } from './dom.js';

const HEIGHT = 400;
const LOW = 300;

/** Shows bytes and quality over the number of colours: {chosen, points: [{k, bytes, mse, psnr, ssimulacra2}]}. */
export function mountCurve(element, curve) {
  const { points, chosen } = curve;
  const scored = points.some(point => point.ssimulacra2 !== null);
  const quality = point => (scored ? point.ssimulacra2 : point.psnr);
  const name = scored ? 'SSIMULACRA 2' : 'PSNR';
  const scores = points.map(quality).filter(score => score !== null);
  const range = scored ? [Math.min(0, 10 * Math.floor(Math.min(...scores) / 10)), 100] : undefined;
  draw(element, {
    data: [points.map(p => p.k), points.map(p => p.bytes), points.map(quality)],
    options: () => ({
      scales: {
        x: { time: false, distr: 3, log: 2, range: [points[0].k * 0.9, points[points.length - 1].k * 1.1] },
        bytes: { range: (_, __, most) => [0, most * 1.08] },
        quality: { range },
      },
      series: [
        { label: 'Colours', value: (_, k) => (k === null || k === undefined ? '–' : count(k)) },
        line('Bytes', 'bytes', '--chart-b', value => bytes(value)),
        line(name, 'quality', '--chart-a', value => number(value)),
      ],
      axes: [
        { ...axis(), label: 'Colours', splits: () => points.map(p => p.k), values: (u, ks) => ks.map((k, i) => labelled(ks, i)) },
        { ...axis(), scale: 'bytes', size: 64, values: (_, values) => values.map(short), label: 'Bytes', stroke: token('--chart-b') },
        { ...axis(), scale: 'quality', side: 1, size: 44, grid: { show: false }, label: name, stroke: token('--chart-a') },
      ],
      hooks: { draw: [plot => mark(plot, points, chosen, quality)] },
    }),
    table: {
      caption: `Bytes and quality over the number of colours; ${chosen} were chosen`,
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
function mark(plot, points, chosen, quality) {
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
  for (const [scale, value] of [['bytes', point.bytes], ['quality', quality(point)]]) {
    if (value === null) continue;
    ctx.beginPath();
    ctx.arc(x, plot.valToPos(value, scale, true), 7 * ratio, 0, 2 * Math.PI);
    ctx.stroke();
  }
  ctx.font = `600 ${12 * ratio}px system-ui, sans-serif`;
  const right = x > plot.bbox.left + plot.bbox.width / 2;
  ctx.textAlign = right ? 'right' : 'left';
  ctx.fillText(`k = ${chosen}`, x + (right ? -8 : 8) * ratio, plot.bbox.top + plot.bbox.height - 10 * ratio);
  ctx.restore();
}

/** Draws, and again when the width or the theme changes. */
function draw(element, chart) {
  element.tinctChart = chart;
  const plotted = h('div', { class: 'plot', role: 'img', 'aria-label': `${chart.table.caption}; the table below has the numbers` });
  element.classList.add('chart');
  element.replaceChildren(plotted, table(chart.table));
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
