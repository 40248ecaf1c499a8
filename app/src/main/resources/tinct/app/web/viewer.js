// A picture before and after: a split, sides, differences; zoomed and moved together, exact from one pixel a pixel up.
import { announce, choice, h, onTheme, token, vars } from './dom.js';
import { oklab } from './color.js';

const STEPS = [1 / 16, 1 / 12, 1 / 8, 1 / 6, 1 / 4, 1 / 3, 1 / 2, 2 / 3, 1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48];
const MODES = [
  ['split', 'Split', 'Before on the left of the line, after on its right'],
  ['sides', 'Side by side', 'Both at the same place'],
  ['before', 'Before', 'The picture as it was'],
  ['after', 'After', 'The result'],
  ['difference', 'Difference', 'What was added or lost, eight times as strong'],
  ['error', 'Error map', 'How far each pixel has moved, as people see colours'],
];
const GAIN = 8;
const ERROR_FULL = 0.1; // ΔE in Oklab that has the brightest colour
const NEAR = 22; // pixels from the line at which it is taken hold of

/**
 * Shows two pictures of one size: {name, width, height, before, after, beforeLabel, afterLabel}; before and after are
 * addresses, blobs or canvases. Calling it again shows others at the same place.
 */
export function mount(element, part) {
  if (!element.tinctViewer) element.tinctViewer = new Viewer(element);
  element.tinctViewer.show(part);
  return element.tinctViewer;
}

class Viewer {
  constructor(element) {
    this.mode = 'split';
    this.split = 0.5;
    this.zoom = 0; // device pixels a pixel; 0 fits
    this.center = [0.5, 0.5];
    this.pointers = new Map();
    this.pictures = {};
    this.loads = {};
    element.classList.add('viewer');
    this.canvas = h('canvas', { role: 'img' });
    this.handle = h(
      'div',
      {
        class: 'split-line',
        role: 'slider',
        tabindex: 0,
        'aria-label': 'Line between before and after',
        'aria-orientation': 'horizontal',
        'aria-valuemin': 0,
        'aria-valuemax': 100,
        onkeydown: event => this.keySplit(event),
      },
      h('span', { class: 'grip', 'aria-hidden': 'true' }),
    );
    this.left = h('span', { class: 'tag left' });
    this.right = h('span', { class: 'tag right' });
    this.legend = h('div', { class: 'legend', hidden: true });
    this.stage = h(
      'div',
      {
        class: 'stage',
        tabindex: 0,
        role: 'group',
        'aria-label': 'Picture: plus and minus zoom, 0 fits, 1 shows it pixel for pixel, arrow keys move it',
        onkeydown: event => this.keyStage(event),
        onpointerdown: event => this.down(event),
        onpointermove: event => this.drag(event),
        onpointerup: event => this.up(event),
        onpointercancel: event => this.up(event),
        ondblclick: event => this.toggleZoom(event),
      },
      this.canvas,
      this.left,
      this.right,
      this.legend,
      this.handle,
    );
    this.stage.addEventListener('wheel', event => this.wheel(event), { passive: false });
    this.modes = choice('What is shown', MODES, this.mode, mode => this.setMode(mode));
    this.percent = h('output', { class: 'zoom-percent' });
    const button = (text, label, action) =>
      h('button', { type: 'button', title: label, 'aria-label': label, onclick: action }, text);
    const zooms = h(
      'div',
      { class: 'choice', role: 'group', 'aria-label': 'Zoom' },
      button('−', 'Smaller', () => this.step(-1)),
      this.percent,
      button('+', 'Larger', () => this.step(1)),
      button('Fit', 'Fit the whole picture', () => this.fit()),
      button('1:1', '1:1, one pixel of the picture for one of the screen', () => this.zoomTo(1)),
      this.stage.requestFullscreen && button('⤢', 'Full screen', () => this.fullscreen(element)),
    );
    element.replaceChildren(h('div', { class: 'tools' }, this.modes, zooms), this.stage);
    new ResizeObserver(() => this.draw()).observe(this.stage);
    onTheme(now => (now ? this.paint() : this.draw()));
    document.addEventListener('fullscreenchange', () => this.draw());
  }

  show(part) {
    const other = !this.part || this.part.width !== part.width || this.part.height !== part.height;
    this.part = part;
    if (other) {
      this.zoom = 0;
      this.center = [0.5, 0.5];
    }
    this.left.textContent = part.beforeLabel || 'Before';
    this.right.textContent = part.afterLabel || 'After';
    this.canvas.setAttribute('aria-label', `${part.name || 'Picture'}, ${part.beforeLabel || 'before'} and ${part.afterLabel || 'after'}`);
    const wanted = ['before', 'after'].filter(key => part[key]);
    this.ready = Promise.all(wanted.map(key => this.load(key, part[key])))
      .then(found => {
        if (this.part !== part) return; // what was shown since waits for the same pictures
        for (const key of ['before', 'after']) {
          const picture = found[wanted.indexOf(key)] || null;
          if (this.pictures[key] !== picture) this.pictures.difference = this.pictures.error = null;
          this.pictures[key] = picture;
        }
        this.draw();
      })
      .catch(() => announce('A picture cannot be shown by this browser'));
    this.draw();
  }

  /** A picture as it can be drawn; loaded once, however often it is shown. */
  load(key, source) {
    if (!this.loads[key] || this.loads[key].source !== source) this.loads[key] = { source, picture: load(source) };
    return this.loads[key].picture;
  }

  setMode(mode) {
    this.mode = mode;
    this.modes.choose(mode);
    this.draw();
  }

  // Sizes: device pixels throughout, but for what comes from events.

  get ratio() {
    return window.devicePixelRatio || 1;
  }

  /** The picture's own part of the stage: half of it where there are two sides. */
  get view() {
    const width = this.canvas.width;
    return { width: this.mode === 'sides' ? Math.floor(width / 2) : width, height: this.canvas.height };
  }

  get fitZoom() {
    const { width, height } = this.view;
    const zoom = Math.min(width / this.part.width, height / this.part.height);
    return zoom >= 1 ? Math.min(Math.floor(zoom), Math.max(1, Math.ceil(2 * this.ratio))) : zoom;
  }

  get scale() {
    return this.zoom || this.fitZoom;
  }

  /** Where the corner of the picture is: whole pixels, so that each of its pixels is as large as the next. */
  corner() {
    const { width, height } = this.view;
    const place = (size, shown, center) => {
      const whole = size * this.scale;
      if (whole <= shown) return Math.round((shown - whole) / 2);
      return Math.round(Math.min(0, Math.max(shown - whole, shown / 2 - center * whole)));
    };
    return [place(this.part.width, width, this.center[0]), place(this.part.height, height, this.center[1])];
  }

  draw() {
    if (!this.part || this.drawing) return;
    this.drawing = true;
    requestAnimationFrame(() => {
      this.drawing = false;
      this.paint();
    });
  }

  /** As high as the picture is in the width there is, in whole pixels a pixel if it is small. */
  setHeight() {
    const width = this.stage.clientWidth * this.ratio;
    const zoom = width / this.part.width;
    const most = Math.max(1, Math.ceil(2 * this.ratio));
    const height = (this.part.height * (zoom >= 1 ? Math.min(Math.floor(zoom), most) : zoom)) / this.ratio;
    vars(this.stage, { '--height': `${Math.ceil(height)}px` });
  }

  paint() {
    if (!this.part) return;
    this.setHeight();
    const box = this.stage.getBoundingClientRect();
    const width = Math.max(1, Math.round(box.width * this.ratio));
    const height = Math.max(1, Math.round(box.height * this.ratio));
    if (this.canvas.width !== width || this.canvas.height !== height) {
      this.canvas.width = width;
      this.canvas.height = height;
      Object.assign(this.canvas.style, { width: `${width / this.ratio}px`, height: `${height / this.ratio}px` });
    }
    const context = this.canvas.getContext('2d');
    context.clearRect(0, 0, width, height);
    context.imageSmoothingEnabled = this.scale < 1;
    context.imageSmoothingQuality = 'high';
    const two = this.mode === 'split' || this.mode === 'sides';
    const line = this.mode === 'sides' ? Math.floor(width / 2) : Math.round(this.split * width);
    if (this.mode === 'split') {
      this.paintOne(context, 'before', 0, 0, line);
      this.paintOne(context, 'after', 0, line, width - line);
    } else if (this.mode === 'sides') {
      this.paintOne(context, 'before', 0, 0, line);
      this.paintOne(context, 'after', line, line, width - line);
    } else {
      this.paintOne(context, this.mode, 0, 0, width);
    }
    this.handle.hidden = this.mode !== 'split';
    vars(this.handle, { left: `${this.split * 100}%` });
    this.handle.setAttribute('aria-valuenow', Math.round(100 * this.split));
    this.handle.setAttribute('aria-valuetext', `${Math.round(100 * this.split)} % before`);
    this.left.hidden = !two && this.mode !== 'before';
    this.right.hidden = !two && this.mode !== 'after';
    this.showLegend();
    this.percent.textContent = `${Math.round(this.scale * 100)} %`;
    this.stage.classList.toggle('movable', this.scale > this.fitZoom + 1e-9);
  }

  paintOne(context, kind, shift, from, width) {
    const picture = this.picture(kind);
    if (!picture || width <= 0) return;
    const [x, y] = this.corner();
    const w = Math.round(this.part.width * this.scale);
    const h = Math.round(this.part.height * this.scale);
    context.save();
    context.beginPath();
    context.rect(from, 0, width, this.canvas.height);
    context.clip();
    context.fillStyle = this.chequers(context);
    context.fillRect(x + shift, y, w, h);
    context.drawImage(picture, x + shift, y, w, h);
    context.restore();
  }

  /** Behind what is transparent. */
  chequers(context) {
    const cell = Math.round(8 * this.ratio);
    const tile = h('canvas', { width: 2 * cell, height: 2 * cell });
    const brush = tile.getContext('2d');
    brush.fillStyle = token('--chequer-a');
    brush.fillRect(0, 0, 2 * cell, 2 * cell);
    brush.fillStyle = token('--chequer-b');
    brush.fillRect(0, 0, cell, cell);
    brush.fillRect(cell, cell, cell, cell);
    return context.createPattern(tile, 'repeat');
  }

  picture(kind) {
    const { before, after } = this.pictures;
    if (kind === 'difference' || kind === 'error') {
      if (!before || !after) return null;
      if (!this.pictures[kind]) this.pictures[kind] = compare(before, after, this.part, kind);
    }
    return this.pictures[kind];
  }

  showLegend() {
    const texts = {
      difference: [h('span', {}, `grey: equal; else the difference times ${GAIN}`)],
      error: [
        h('span', {}, 'ΔE 0'),
        h('span', { class: 'error-scale', 'aria-hidden': 'true' }),
        h('span', {}, `${ERROR_FULL} or more`),
        h('span', { class: 'muted' }, '(0.02 can just be seen)'),
      ],
    };
    this.legend.hidden = !texts[this.mode];
    if (texts[this.mode]) this.legend.replaceChildren(...texts[this.mode]);
  }

  // Zoom and place.

  /** Zooms so that what is at (x, y), in device pixels of the stage, stays there. */
  zoomTo(zoom, x = this.view.width / 2, y = this.view.height / 2) {
    const next = Math.min(48, Math.max(Math.min(this.fitZoom, 1 / 16), zoom));
    const [left, top] = this.corner();
    const px = (x % (this.view.width || 1) - left) / this.scale;
    const py = (y - top) / this.scale;
    this.zoom = next;
    const { width, height } = this.view;
    this.center = [
      (px + (width / 2 - (x % (width || 1))) / next) / this.part.width,
      (py + (height / 2 - y) / next) / this.part.height,
    ];
    this.keepInside();
    this.draw();
  }

  keepInside() {
    const { width, height } = this.view;
    const inside = (center, size, shown) => {
      const half = Math.min(0.5, shown / 2 / (size * this.scale));
      return Math.min(1 - half, Math.max(half, center));
    };
    this.center = [inside(this.center[0], this.part.width, width), inside(this.center[1], this.part.height, height)];
  }

  pan(dx, dy) {
    this.center = [
      this.center[0] - dx / (this.part.width * this.scale),
      this.center[1] - dy / (this.part.height * this.scale),
    ];
    this.keepInside();
    this.draw();
  }

  fit() {
    this.zoom = 0;
    this.center = [0.5, 0.5];
    this.draw();
  }

  step(direction, x, y) {
    const steps = direction > 0 ? STEPS.filter(s => s > this.scale * 1.001) : STEPS.filter(s => s < this.scale * 0.999);
    const next = direction > 0 ? steps[0] : steps[steps.length - 1];
    if (!next) return;
    if (direction < 0 && next <= this.fitZoom) this.fit();
    else this.zoomTo(next, x, y);
  }

  toggleZoom(event) {
    if (event.target.closest('.split-line')) return;
    const [x, y] = this.at(event);
    if (this.zoom) this.fit();
    else this.zoomTo(this.fitZoom < 1 ? 1 : 4 * this.fitZoom, x, y);
  }

  fullscreen(element) {
    if (document.fullscreenElement) document.exitFullscreen();
    else element.requestFullscreen();
  }

  at(event) {
    const box = this.stage.getBoundingClientRect();
    return [(event.clientX - box.left) * this.ratio, (event.clientY - box.top) * this.ratio];
  }

  /** A wheel zooms where the stage has the focus; else it scrolls the page. Pinching a touchpad zooms always. */
  wheel(event) {
    if (!event.ctrlKey && !this.stage.contains(document.activeElement) && !document.fullscreenElement) return;
    event.preventDefault();
    const [x, y] = this.at(event);
    const speed = event.ctrlKey ? 0.01 : event.deltaMode ? 0.05 : 0.002;
    const next = this.scale * Math.exp(-event.deltaY * speed);
    if (next <= this.fitZoom && event.deltaY > 0) this.fit();
    else this.zoomTo(next, x, y);
  }

  // Pointers: one moves the line or the picture, two pinch.

  down(event) {
    if (event.button > 0) return;
    this.stage.setPointerCapture(event.pointerId);
    const [x, y] = this.at(event);
    this.pointers.set(event.pointerId, [x, y]);
    const nearLine = this.mode === 'split' && Math.abs(x - this.split * this.canvas.width) < NEAR * this.ratio;
    const fits = this.scale <= this.fitZoom + 1e-9;
    this.holds = this.mode === 'split' && (nearLine || fits) ? 'line' : 'picture';
    if (this.holds === 'line') this.setSplit(x / this.canvas.width);
  }

  drag(event) {
    const last = this.pointers.get(event.pointerId);
    if (!last) return;
    const [x, y] = this.at(event);
    if (this.pointers.size === 2) {
      const [[, other]] = [...this.pointers].filter(([id]) => id !== event.pointerId);
      const before = Math.hypot(last[0] - other[0], last[1] - other[1]);
      const now = Math.hypot(x - other[0], y - other[1]);
      this.holds = 'picture';
      if (before > 0) this.zoomTo((this.scale * now) / before, (x + other[0]) / 2, (y + other[1]) / 2);
      this.pan((x - last[0]) / 2, (y - last[1]) / 2);
    } else if (this.holds === 'line') {
      this.setSplit(x / this.canvas.width);
    } else {
      this.pan(x - last[0], y - last[1]);
    }
    this.pointers.set(event.pointerId, [x, y]);
  }

  up(event) {
    this.pointers.delete(event.pointerId);
  }

  setSplit(share) {
    this.split = Math.min(1, Math.max(0, share));
    this.draw();
  }

  keySplit(event) {
    const step = event.shiftKey ? 0.1 : 0.01;
    const to = {
      ArrowLeft: this.split - step,
      ArrowDown: this.split - step,
      ArrowRight: this.split + step,
      ArrowUp: this.split + step,
      PageDown: this.split - 0.1,
      PageUp: this.split + 0.1,
      Home: 0,
      End: 1,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.setSplit(to);
  }

  keyStage(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const far = 40 * this.ratio * (event.shiftKey ? 4 : 1);
    const action = {
      '+': () => this.step(1),
      '=': () => this.step(1),
      '-': () => this.step(-1),
      0: () => this.fit(),
      1: () => this.zoomTo(1),
      ArrowLeft: () => this.pan(far, 0),
      ArrowRight: () => this.pan(-far, 0),
      ArrowUp: () => this.pan(0, far),
      ArrowDown: () => this.pan(0, -far),
    }[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  }
}

async function load(source) {
  if (source instanceof HTMLCanvasElement) return source;
  const image = new Image();
  const own = source instanceof Blob ? URL.createObjectURL(source) : null;
  image.src = own || source;
  await image.decode();
  return image;
}

function pixels(picture, { width, height }) {
  const canvas = h('canvas', { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context.drawImage(picture, 0, 0, width, height);
  return context.getImageData(0, 0, width, height);
}

/** The difference or the error of each pixel as a picture. */
function compare(before, after, size, kind) {
  const a = pixels(before, size).data;
  const result = pixels(after, size);
  const b = result.data;
  const paint = kind === 'difference' ? difference : error;
  for (let i = 0; i < b.length; i += 4) paint(a, b, i);
  const canvas = h('canvas', { width: size.width, height: size.height });
  canvas.getContext('2d').putImageData(result, 0, 0);
  return canvas;
}

function difference(a, b, i) {
  for (let c = i; c < i + 3; c++) b[c] = 128 + GAIN * (b[c] - a[c]);
  b[i + 3] = 255;
}

/** The colours of the scale, dark to bright; tinct.css shows the same. */
const SCALE = [[8, 8, 22], [66, 15, 106], [148, 38, 103], [221, 81, 58], [252, 165, 10], [252, 255, 164]];
const p = [0, 0, 0];
const q = [0, 0, 0];

function error(a, b, i) {
  oklab(a[i], a[i + 1], a[i + 2], p);
  oklab(b[i], b[i + 1], b[i + 2], q);
  const far = Math.hypot(p[0] - q[0], p[1] - q[1], p[2] - q[2]) + Math.abs(a[i + 3] - b[i + 3]) / 255;
  const place = Math.min(1, far / ERROR_FULL) * (SCALE.length - 1);
  const at = Math.min(SCALE.length - 2, Math.floor(place));
  for (let c = 0; c < 3; c++) b[i + c] = SCALE[at][c] + (place - at) * (SCALE[at + 1][c] - SCALE[at][c]);
  b[i + 3] = 255;
}
