// What the page asks of the server. The token is in a cookie that scripts cannot read.

/** An answer that is an error, in the server's words. */
export class Problem extends Error {
  constructor(status, message, retryAfter) {
    super(message);
    this.status = status;
    this.retryAfter = retryAfter;
  }
}

/** This tab, also after it is loaded again. */
export const tab = (() => {
  const known = sessionStorage.getItem('tinct-tab');
  if (known) return known;
  const made = Array.from(crypto.getRandomValues(new Uint8Array(12)), byte => (byte % 36).toString(36)).join('');
  sessionStorage.setItem('tinct-tab', made);
  return made;
})();

async function call(method, path, { body, signal } = {}) {
  let answer;
  try {
    answer = await fetch(path, { method, body, signal, headers: body ? { 'Content-Type': 'application/octet-stream' } : {} });
  } catch (error) {
    if (error.name === 'AbortError') throw error;
    throw new Problem(0, 'Tinct does not answer: is it still running?');
  }
  if (answer.ok) return answer;
  const told = await answer.json().catch(() => ({}));
  throw new Problem(answer.status, told.error || `error ${answer.status}`, Number(answer.headers.get('Retry-After')) || 0);
}

const json = async (...request) => (await call(...request)).json();
const query = pairs => new URLSearchParams(pairs).toString();

export const limits = () => json('GET', '/api/limits');
export const pictures = async () => (await json('GET', `/api/pictures?${query({ tab })}`)).pictures;
export const addPicture = file => json('POST', `/api/pictures?${query({ tab, name: file.name })}`, { body: file });
export const addPalette = file => json('POST', `/api/palettes?${query({ name: file.name })}`, { body: file });
export const removePicture = id => json('DELETE', `/api/pictures/${id}`);
export const start = (picture, options) => json('POST', `/api/jobs?${query([['picture', picture], ...options])}`);
export const study = job => json('POST', `/api/jobs/${job}/study`);
export const cancel = job => json('DELETE', `/api/jobs/${job}`);
export const fileAddress = job => `/api/jobs/${job}/file`;
export const zipAddress = jobs => `/api/zip?${query({ jobs: jobs.join(',') })}`;
export const report = (pictures, options) => json('POST', `/api/reports?${query([['pictures', pictures.join(',')], ...options])}`);

/** All pixels of a picture, or of the result of a job, on a canvas. */
export async function pixels(path) {
  const bytes = await (await call('GET', path)).arrayBuffer();
  const head = new DataView(bytes);
  const width = head.getUint32(0);
  const height = head.getUint32(4);
  return drawn(new Uint8ClampedArray(bytes, 8), width, height);
}

/** A quick look: what is told of it, its entries, its pixels, and how many have each entry. Of a large picture it is coarse. */
export async function preview(picture, options, signal) {
  const bytes = await (await call('GET', `/api/pictures/${picture.id}/preview?${query(options)}`, { signal })).arrayBuffer();
  const length = new DataView(bytes).getUint32(0);
  const told = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 4, length)));
  const table = new Uint32Array(bytes.slice(4 + length, 4 + length + 4 * told.colors).slice(0));
  const indices = new Uint8Array(bytes, 4 + length + 4 * told.colors);
  const argb = new Uint32Array(indices.length);
  const counts = new Uint32Array(told.colors);
  for (let i = 0; i < indices.length; i++) {
    argb[i] = table[indices[i]];
    counts[indices[i]]++;
  }
  let canvas = drawn(new Uint8ClampedArray(argb.buffer), told.width, told.height);
  if (told.step > 1) canvas = enlarged(canvas, told.step, picture.width, picture.height);
  return { ...told, canvas, palette: swatches(new Uint8Array(table.buffer), counts) };
}

/** Each pixel as a square of so many. */
function enlarged(small, step, width, height) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, small.width * step, small.height * step);
  return canvas;
}

function drawn(rgba, width, height) {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d', { willReadFrequently: true }).putImageData(new ImageData(rgba, width, height), 0, 0);
  return canvas;
}

function swatches(entries, counts) {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const hex = (from, to) => Array.from(entries.subarray(from, to), byte => byte.toString(16).padStart(2, '0')).join('');
  return Array.from(counts, (count, i) => ({
    hex: `#${hex(4 * i, entries[4 * i + 3] === 255 ? 4 * i + 3 : 4 * i + 4)}`,
    count,
    share: count / total,
  }));
}

/** Listens to what happens to the jobs of this tab. */
export function listen(onJob, onState) {
  const source = new EventSource(`/api/events?${query({ tab })}`);
  source.onmessage = event => {
    const job = JSON.parse(event.data);
    if (job.job) onJob(job);
  };
  source.onopen = () => onState(true);
  source.onerror = () => onState(false);
}
