// The page: pictures come in, the dial is turned, results go out.
import { bytes, change, copy, count, h, number, themeButton, announce } from '/web/dom.js';
import { mount as mountViewer } from '/web/viewer.js';
import { mount as mountStudy } from '/web/study.js';
import * as api from './api.js';
import { Controls } from './controls.js';
import { dropped } from './drop.js';

const $ = id => document.getElementById(id);
const SETTLED = 180; // ms without a change after which a preview is refined
const QUIET = 500; // ms after which other pictures are made anew, and figures are made
const STAGES = { histogram: 'counting colours', palette: 'finding the palette', remap: 'mapping pixels', file: 'writing the file', likeness: 'comparing', figures: 'making figures' };

/* A picture: {key, name, facts, before, after, preview, job, study, problem, canvasOf}. */
const entries = [];
let current = null;
let limits = { uploadBytes: Infinity, pictures: 100, start: { options: [] }, presets: [] };
let turn = 0;
let abort = null;
let refine = 0;
let later = 0;
let picking = false;
let report = null;
let near = false; // whether the figures are in view
let complaint = ''; // what went wrong with no picture of its own, until something else is done

const controls = new Controls($('controls'), { changed: () => changed(), pick, palette: api.addPalette });
const key = options => JSON.stringify(options.map(([name, value]) => (value === 'true' ? `--${name}` : `--${name}=${value}`)));
const busy = job => Boolean(job) && ['starting', 'waiting', 'running'].includes(job.state);
const mark = state => (document.documentElement.dataset.state = state);

// Pictures come in.

async function add(files) {
  complaint = '';
  const fresh = files.map(file => ({ name: file.name, file, key: Math.random() }));
  const room = limits.pictures - entries.filter(e => e.facts).length;
  if (fresh.length > room) complain(`${fresh.length} pictures are more than fit: the first ${Math.max(0, room)} were taken`);
  const taken = fresh.slice(0, Math.max(0, room));
  entries.push(...taken);
  layout();
  for (const entry of taken) await send(entry);
  schedule();
}

async function send(entry) {
  try {
    if (entry.file.size > limits.uploadBytes) throw new Error(`the file is larger than ${bytes(limits.uploadBytes)}`);
    entry.facts = await api.addPicture(entry.file);
    delete entry.file;
    if (entry.removed) return void api.removePicture(entry.facts.id).catch(() => {});
    if (!current || !current.facts) await choose(entry);
    list();
    thumbnail(entry);
  } catch (problem) {
    delete entry.file;
    entry.problem = problem.message;
    if (!current) current = entry;
    layout();
  }
}

async function thumbnail(entry) {
  entry.before = entry.before || api.pixels(`/api/pictures/${entry.facts.id}/pixels`);
  const picture = await entry.before.catch(() => null);
  if (!picture) return;
  const scale = Math.min(1, 144 / picture.width, 96 / picture.height);
  entry.thumbnail = h('canvas', { width: Math.max(1, Math.round(picture.width * scale)), height: Math.max(1, Math.round(picture.height * scale)) });
  const context = entry.thumbnail.getContext('2d');
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, entry.thumbnail.width, entry.thumbnail.height);
  // Pixels of pictures that are not looked at would fill the memory.
  if (entry !== current) entry.before = null;
  list();
}

async function choose(entry) {
  if (current) complaint = '';
  if (current && current !== entry) {
    current.before = null;
    current.preview = null;
    current.after = null;
  }
  current = entry;
  entry.before = entry.facts && (entry.before || api.pixels(`/api/pictures/${entry.facts.id}/pixels`));
  layout();
  $('figures').tinctFigures = null;
  $('figures').replaceChildren();
  await changed(true);
}

function remove(entry) {
  entry.removed = true;
  entries.splice(entries.indexOf(entry), 1);
  if (entry.facts) api.removePicture(entry.facts.id).catch(() => {});
  if (entry === current) {
    current = null;
    if (entries.length) choose(entries.find(e => e.facts) || entries[0]);
  }
  layout();
}

// The dial is turned: a quick look at once, then the true result, then all others.

async function changed(sameSettings = false) {
  controls.fail('');
  if (!sameSettings) complaint = '';
  const mine = ++turn;
  clearTimeout(refine);
  clearTimeout(later);
  if (abort) abort.abort();
  if (!sameSettings) for (const entry of entries) stale(entry);
  if (!current || !current.facts) return show();
  const entry = current;
  if (entry.job && entry.job.key === key(controls.options) && entry.job.state === 'done') await finished(entry);
  else {
    abort = new AbortController();
    try {
      const preview = await api.preview(entry.facts, controls.options, abort.signal);
      if (mine !== turn) return;
      entry.preview = preview;
      entry.after = preview.canvas;
      mark('preview');
      await show();
    } catch (problem) {
      if (problem.name === 'AbortError' || mine !== turn) return;
      if (problem.status === 503) return void setTimeout(() => mine === turn && changed(true), 300);
      controls.fail(problem.message);
      mark('error');
      return show();
    }
  }
  schedule();
}

/** What was made with other settings is not the result any more. */
function stale(entry) {
  if (entry.job && ['waiting', 'running'].includes(entry.job.state)) api.cancel(entry.job.job).catch(() => {});
  if (entry.study && entry.study.job && busy(entry.study)) api.cancel(entry.study.job).catch(() => {});
  entry.job = null;
  entry.study = null;
}

function schedule() {
  clearTimeout(refine);
  clearTimeout(later);
  refine = setTimeout(() => current && make(current), SETTLED);
  later = setTimeout(() => entries.filter(entry => entry !== current).reduce((before, entry) => before.then(() => make(entry)), Promise.resolve()), QUIET);
}

async function make(entry) {
  const wanted = key(controls.options);
  if (!entry.facts || (entry.job && entry.job.key === wanted)) return;
  entry.job = { key: wanted, state: 'starting' };
  try {
    const job = await api.start(entry.facts.id, controls.options);
    if (wanted !== key(controls.options)) return void api.cancel(job.job).catch(() => {});
    if (!entry.job || !entry.job.job) entry.job = { ...job, key: wanted };
  } catch (problem) {
    entry.job = null;
    if (problem.retryAfter) setTimeout(schedule, 1000 * problem.retryAfter);
    else if (problem.status !== 400) entry.problem = problem.message;
  }
  show();
}

async function makeReport() {
  complaint = '';
  try {
    report = await api.report(entries.filter(e => e.facts).map(e => e.facts.id), controls.options);
  } catch (problem) {
    complain(problem.message);
  }
  show();
}

/** A report that is done is taken away at once. */
function toldOfReport(job) {
  if (!report || job.job !== report.job || ['waiting', 'running'].includes(job.state)) return;
  report = null;
  if (job.state === 'done') h('a', { href: api.fileAddress(job.job), download: '' }).click();
  else complain(`The report was not made: ${job.error}`);
  show();
}

/** News of a job. It may come before the answer that names it. */
function told(job) {
  if (job.kind === 'report') return toldOfReport(job);
  const entry = entries.find(e => e.facts && e.facts.id === job.picture);
  if (!entry) return;
  if (job.kind === 'study') {
    if (entry.study && (entry.study.job === job.job || entry.study.state === 'starting')) {
      entry.study = job;
      if (entry === current) show();
    }
    return;
  }
  const wanted = key(controls.options);
  if (JSON.stringify(job.options) !== wanted) return;
  if (entry.job && entry.job.job && entry.job.job !== job.job && job.state !== 'done') return;
  entry.job = { ...job, key: wanted };
  if (job.state === 'done') finished(entry);
  else show();
}

async function finished(entry) {
  const job = entry.job;
  if (entry === current) {
    try {
      const canvas = await api.pixels(`/api/jobs/${job.job}/pixels`);
      if (entry !== current || entry.job !== job) return;
      entry.after = canvas;
    } catch {
      // It is not there any more: the next change makes another.
    }
    setTimeout(() => figures(entry, job), QUIET);
  }
  await show();
}

/** All other figures take longer than the result: they come last, and if somebody looks. */
async function figures(entry, job) {
  if (!near || entry !== current || entry.job !== job || entry.study) return;
  if (entries.some(e => busy(e.job))) return void setTimeout(() => figures(entry, job), QUIET);
  try {
    entry.study = { state: 'starting' };
    const study = await api.study(job.job);
    if (entry.job === job && !entry.study.job) entry.study = study;
  } catch (problem) {
    if (entry.job === job) entry.study = { state: 'failed', error: problem.message };
  }
  show();
}

// What is seen.

function layout() {
  const any = entries.length > 0;
  $('welcome').hidden = any;
  $('work').hidden = !any;
  $('add').hidden = !any;
  if (!any) mark('empty');
  list();
  show();
}

async function show() {
  list();
  const entry = current;
  if (!entry) return;
  const problem = entry.problem ? `${entry.name}: ${entry.problem}` : complaint;
  $('picture-problem').hidden = !problem;
  $('picture-problem').textContent = problem;
  $('viewer').hidden = !entry.facts;
  for (const id of ['command-box', 'figures']) $(id).hidden = !entry.facts;
  if (!entry.facts) $('figures-state').hidden = true;
  outcome(entry);
  if (!entry.facts) return;
  const before = await entry.before;
  if (entry !== current || !before) return;
  const done = entry.job && entry.job.state === 'done';
  mountViewer($('viewer'), {
    name: entry.name,
    width: entry.facts.width,
    height: entry.facts.height,
    before,
    after: entry.after || undefined,
    beforeLabel: 'Original',
    afterLabel: !entry.after ? 'reading…' : done ? 'Result' : entry.preview ? (entry.preview.step > 1 ? 'Preview, coarse' : 'Preview') : '',
  });
  await $('viewer').tinctViewer.ready;
  if (entry !== current) return;
  study(entry, done);
  if (done) mark('done');
}

function study(entry, done) {
  const { preview, facts, job } = entry;
  const all = entry.study && entry.study.state === 'done' ? entry.study.result : {};
  const result = done ? job.result : null;
  const parts = { name: entry.name, width: facts.width, height: facts.height, palette: preview && preview.palette, ...all };
  if (result) {
    parts.before = { ...facts, ...all.before };
    parts.after = { format: result.format.toUpperCase(), bytes: result.bytesAfter, colors: result.colorsAfter };
    parts.likeness = result.likeness;
  }
  const same = entry.parts || {};
  for (const name of Object.keys(parts)) if (JSON.stringify(parts[name]) === JSON.stringify(same[name])) parts[name] = same[name];
  entry.parts = parts;
  mountStudy($('figures'), parts);
  const failed = entry.study && entry.study.state === 'failed';
  const state = failed ? `The other figures could not be made: ${entry.study.error}` : 'The other figures come when they are looked at; they take longer than the picture…';
  $('figures-state').textContent = busy(entry.study) ? 'Making the other figures: bytes and quality over all numbers of colours take a while…' : state;
  $('figures-state').classList.toggle('bad', Boolean(failed));
  $('figures-state').hidden = !done || Boolean(entry.study && entry.study.state === 'done');
}

function outcome(entry) {
  const { job, facts, preview } = entry;
  const state = job ? job.state : '';
  const done = state === 'done';
  const result = done && job.result;
  const before = facts ? facts.bytes : 0;
  const after = result ? result.bytesAfter : preview ? preview.bytes : 0;
  $('saved').textContent = after ? (result ? '' : '≈ ') + change(before, after) : '';
  $('saved').classList.toggle('worse', after > before);
  $('sizes').replaceChildren(facts ? `${bytes(before)} → ` : '', h('b', {}, after ? `${result ? '' : '≈ '}${bytes(after)}` : facts ? '…' : ''));
  const words = {
    waiting: job && job.position > 1 ? `waiting, number ${job.position}` : 'waiting',
    running: job && (STAGES[job.stage] || 'working'),
    starting: 'working',
    failed: job && job.error,
    cancelled: 'cancelled; this is the preview',
  };
  const colours = result ? `${count(result.colorsAfter)} of ${count(result.colorsBefore)} colours` : '';
  const quality = result && result.likeness.ssimulacra2 !== null ? `, quality ${number(result.likeness.ssimulacra2).replace('-', '−')} of 100` : '';
  const kept = result && result.kept ? ` · ${result.kept}: the download is the original` : '';
  const reached = result && result.reached && result.reached.includes('(') ? ` · ${result.reached}` : '';
  $('state').textContent = result ? colours + quality + kept + reached : entry.problem && !facts ? '' : words[state] || (preview ? 'preview' : 'reading');
  $('state').classList.toggle('bad', state === 'failed');
  $('progress').hidden = !busy(job);
  $('cancel').hidden = !busy(job);
  const link = (element, address) => {
    element.setAttribute('aria-disabled', String(!address));
    if (address) element.setAttribute('href', address);
    else element.removeAttribute('href');
    if (address) element.setAttribute('download', '');
  };
  link($('download'), done && api.fileAddress(job.job));
  const ready = entries.filter(e => e.job && e.job.state === 'done').map(e => e.job.job);
  const wanted = entries.filter(e => e.facts).length;
  $('download-all').hidden = wanted < 2;
  $('download-all').textContent = ready.length < wanted ? `All as zip (${ready.length} of ${wanted})` : 'All as zip';
  link($('download-all'), ready.length > 0 && ready.length === wanted && api.zipAddress(ready));
  $('report').disabled = !wanted || Boolean(report);
  $('report').textContent = report ? 'Making the report…' : 'Report';
  $('command').textContent = result ? result.command : preview ? preview.command : '';
}

function list() {
  const focus = document.activeElement && document.activeElement.dataset.key;
  $('list').hidden = entries.length < 2;
  if (entries.length < 2) return;
  $('list').replaceChildren(
    ...entries.map(entry => {
      const { job } = entry;
      const done = job && job.state === 'done';
      const note = entry.problem || (done ? `${bytes(job.result.bytesAfter)} ${change(entry.facts.bytes, job.result.bytesAfter)}` : job ? { failed: job.error, cancelled: 'cancelled' }[job.state] || '…' : entry.facts ? bytes(entry.facts.bytes) : 'reading');
      const button = h(
        'button',
        { type: 'button', class: 'card', 'data-key': String(entry.key), 'aria-pressed': String(entry === current), title: `${entry.name}: ${note}`, onclick: () => choose(entry) },
        h('span', { class: 'thumb chequers' }, entry.thumbnail),
        h('span', { class: 'card-name' }, entry.name),
        h('span', { class: entry.problem ? 'card-note bad' : 'card-note' }, note),
      );
      return h('li', {}, button, h('button', { type: 'button', class: 'remove', 'aria-label': `Remove ${entry.name}`, title: 'Remove', onclick: () => remove(entry) }, '×'));
    }),
  );
  if (focus) $('list').querySelector(`[data-key="${focus}"]`)?.focus();
}

function complain(text) {
  complaint = text;
  $('welcome-problem').textContent = text;
  $('welcome-problem').hidden = false;
  show();
}

// Colours are picked by a click.

function pick(on) {
  picking = on;
  document.body.classList.toggle('picking', on);
  const button = $('pick');
  if (button) button.setAttribute('aria-pressed', String(on));
  announce(on ? 'Click a colour in the picture; Escape ends' : 'Picking ended');
}

async function picked(event) {
  const viewer = $('viewer').tinctViewer;
  if (!picking || !viewer || !current || !event.target.closest('.stage')) return;
  event.preventDefault();
  event.stopPropagation();
  const [x, y] = viewer.at(event);
  const [left, top] = viewer.corner();
  const px = Math.floor(((x % viewer.view.width) - left) / viewer.scale);
  const py = Math.floor((y - top) / viewer.scale);
  const before = await current.before;
  if (px < 0 || py < 0 || px >= before.width || py >= before.height) return;
  const [r, g, b] = before.getContext('2d').getImageData(px, py, 1, 1).data;
  pick(false);
  controls.addPin(`#${[r, g, b].map(v => v.toString(16).padStart(2, '0')).join('')}`);
}

// Beginning.

function wire() {
  $('theme').append(themeButton());
  const ask = () => $('files').click();
  $('choose').addEventListener('click', ask);
  $('add').addEventListener('click', ask);
  $('files').addEventListener('change', () => {
    add([...$('files').files]);
    $('files').value = '';
  });
  $('copy').addEventListener('click', () => copy($('command').textContent, 'Copied the command line'));
  $('report').addEventListener('click', makeReport);
  $('cancel').addEventListener('click', () => current && current.job && current.job.job && api.cancel(current.job.job).catch(() => {}));
  $('viewer').addEventListener('pointerdown', picked, true);
  document.addEventListener('keydown', event => event.key === 'Escape' && picking && pick(false));
  new IntersectionObserver(([seen]) => {
    near = seen.isIntersecting;
    if (near && current && current.job && current.job.state === 'done') figures(current, current.job);
  }, { rootMargin: '0px 0px -60px 0px' }).observe($('figures'));
  let inside = 0;
  const veil = shown => ($('veil').hidden = !shown);
  document.addEventListener('dragenter', () => veil(++inside > 0));
  document.addEventListener('dragleave', () => veil(--inside > 0));
  document.addEventListener('dragover', event => event.preventDefault());
  document.addEventListener('drop', async event => {
    event.preventDefault();
    inside = 0;
    veil(false);
    add(await dropped(event.dataTransfer));
  });
  document.addEventListener('paste', event => {
    const files = [...event.clipboardData.files];
    if (files.length) add(files);
  });
}

async function begin() {
  history.replaceState(null, '', '/');
  wire();
  mark('empty');
  try {
    limits = await api.limits();
    controls.begin(limits);
    for (const facts of await api.pictures()) entries.push({ name: facts.name, facts, key: facts.id });
  } catch (problem) {
    complain(problem.message);
  }
  api.listen(told, up => {
    if (!up) document.documentElement.dataset.lost = '';
    else delete document.documentElement.dataset.lost;
  });
  layout();
  // Pictures may have been added meanwhile: those go their own way.
  const known = entries.filter(entry => entry.facts);
  if (known.length) {
    await choose(known[0]);
    for (const entry of known) await thumbnail(entry);
  }
}

begin();
