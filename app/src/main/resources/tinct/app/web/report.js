// The report: one picture, or a table of many with the pictures behind it.
import { bytes, change, count, h, number, themeButton, things } from './dom.js';
import { command } from './figures.js';
import { mount as mountStudy } from './study.js';

const report = data('report');
const main = document.getElementById('main');
const opened = new Map(); // number of a picture: its study with its images
let sort = { key: null, down: false };
let shown = -1;

function data(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

/** A picture that the report carries, as an address. */
function image(id) {
  const element = document.getElementById(id);
  const text = atob(element.textContent);
  const array = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) array[i] = text.charCodeAt(i);
  return URL.createObjectURL(new Blob([array], { type: element.dataset.type }));
}

function open(number) {
  if (!opened.has(number)) {
    const study = data(`study-${number}`);
    study.images = { before: image(`before-${number}`), after: image(`after-${number}`) };
    opened.set(number, study);
  }
  return opened.get(number);
}

const COLUMNS = [
  { key: 'name', title: 'Picture', value: row => row.name.toLowerCase(), cell: row => nameCell(row) },
  { key: 'pixels', title: 'Pixels', value: row => row.width * row.height, cell: row => `${row.width} × ${row.height}` },
  { key: 'before', title: 'Before', value: row => row.bytesBefore, cell: row => bytes(row.bytesBefore) },
  { key: 'after', title: 'After', value: row => row.bytesAfter, cell: row => bytes(row.bytesAfter) },
  { key: 'saved', title: 'Change', value: row => row.bytesAfter / row.bytesBefore, cell: row => change(row.bytesBefore, row.bytesAfter) },
  { key: 'colors', title: 'Colours', value: row => row.colorsBefore, cell: row => [count(row.colorsBefore), ' → ', count(row.colorsAfter)] },
  { key: 'score', title: 'SSIM 2', value: row => row.ssimulacra2 ?? 101, cell: row => number(row.ssimulacra2), tip: 'SSIMULACRA 2: 90 cannot be told apart, 70 is high quality' },
  { key: 'psnr', title: 'PSNR', value: row => row.psnr ?? 1e9, cell: row => (row.psnr === null ? 'exact' : `${number(row.psnr)} dB`) },
];

function nameCell(row) {
  const thumbnail = row.thumbnail && h('img', { src: row.thumbnail, alt: '', width: row.thumbnailWidth, height: row.thumbnailHeight });
  const inner = [h('span', { class: 'thumbnail' }, thumbnail), h('span', { class: 'name' }, row.name)];
  return row.error ? inner : h('a', { href: `#${row.number}` }, inner);
}

function table() {
  const rows = [...report.pictures];
  const column = COLUMNS.find(c => c.key === sort.key);
  if (column) {
    const order = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
    rows.sort((a, b) => {
      if (a.error || b.error) return Boolean(a.error) - Boolean(b.error);
      return (sort.down ? -1 : 1) * order(column.value(a), column.value(b)) || a.number - b.number;
    });
  }
  const head = COLUMNS.map(c => {
    const now = sort.key === c.key;
    const button = h('button', { type: 'button', title: c.tip, onclick: () => sortBy(c.key) }, c.title, h('span', { class: 'arrow', 'aria-hidden': 'true' }, now ? (sort.down ? ' ↓' : ' ↑') : ''));
    return h('th', { scope: 'col', 'aria-sort': now ? (sort.down ? 'descending' : 'ascending') : 'none' }, button);
  });
  const body = rows.map(row =>
    row.error
      ? h('tr', { class: 'failed' }, h('th', { scope: 'row' }, nameCell(row)), h('td', { colspan: COLUMNS.length - 1, class: 'error' }, row.error))
      : h('tr', { onclick: event => (event.target.closest('a') ? null : go(row.number)) }, COLUMNS.map((c, i) => h(i ? 'td' : 'th', i ? { 'data-title': c.title } : { scope: 'row' }, c.cell(row)))),
  );
  return h('div', { class: 'scroll' }, h('table', { class: 'pictures' }, h('caption', { class: 'unseen' }, 'Pictures'), h('thead', {}, h('tr', {}, head)), h('tbody', {}, body)));
}

function sortBy(key) {
  sort = { key, down: sort.key === key ? !sort.down : false };
  const old = main.querySelector('table.pictures').parentElement;
  old.replaceWith(table());
  [...main.querySelectorAll('th button')].find(b => b.textContent.startsWith(COLUMNS.find(c => c.key === key).title)).focus();
}

function totals() {
  const done = report.pictures.filter(row => !row.error);
  const failed = report.pictures.length - done.length;
  const sum = key => done.reduce((total, row) => total + row[key], 0);
  const before = sum('bytesBefore');
  const after = sum('bytesAfter');
  const scores = done.map(row => row.ssimulacra2).filter(score => score !== null);
  const fact = (value, label) => h('div', { class: 'fact' }, h('dd', {}, value), h('dt', {}, label));
  return h(
    'dl',
    { class: 'facts' },
    before > 0 && fact(change(before, after), `${bytes(before)} to ${bytes(after)}`),
    fact(count(done.length), done.length === 1 ? 'picture' : 'pictures'),
    scores.length > 0 && fact(number(scores.reduce((a, b) => a + b, 0) / scores.length), 'SSIMULACRA 2 in the mean'),
    failed > 0 && fact(count(failed), failed === 1 ? 'file that could not be read' : 'files that could not be read'),
  );
}

function go(number) {
  location.hash = String(number);
}

function showTable() {
  document.title = report.title;
  main.replaceChildren(h('h1', {}, report.title), totals(), table(), h('h2', {}, 'The command line'), command(report.command));
}

function showPicture(number) {
  const row = report.pictures[number];
  const many = report.pictures.length > 1;
  const good = report.pictures.filter(other => !other.error).map(other => other.number);
  const at = good.indexOf(number);
  const link = (to, text, label) => (to === undefined ? h('span', { class: 'muted', 'aria-hidden': 'true' }, text) : h('a', { href: `#${to}`, 'aria-label': label }, text));
  const way =
    many &&
    h(
      'nav',
      { class: 'way', 'aria-label': 'Pictures' },
      h('a', { href: '#', class: 'back' }, '← All pictures'),
      h('span', { class: 'steps' }, link(good[at - 1], '‹ Previous', 'Previous picture'), link(good[at + 1], 'Next ›', 'Next picture')),
    );
  const place = h('div');
  document.title = many ? `${row.name} · ${report.title}` : row.name;
  main.replaceChildren(...[way, h('h1', {}, row.name), place].filter(Boolean));
  mountStudy(place, open(number));
}

function show() {
  const good = report.pictures.filter(row => !row.error);
  const wanted = parseInt(location.hash.slice(1), 10);
  const only = report.pictures.length === 1 && good.length === 1;
  const number = only ? 0 : report.pictures[wanted] && !report.pictures[wanted].error ? wanted : -1;
  const back = shown;
  shown = number;
  if (number >= 0) {
    showPicture(number);
    scrollTo(0, 0);
  } else {
    showTable();
    const link = back >= 0 && main.querySelector(`a[href="#${back}"]`);
    if (link) link.focus();
  }
  document.body.dataset.ready = 'true';
}

document.getElementById('tools').append(themeButton());
addEventListener('hashchange', show);
show();
