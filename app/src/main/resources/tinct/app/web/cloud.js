// The colours of a picture in space: points before, balls after. three.js draws it; a plain canvas where it cannot.
import { choice, h, onTheme, things, token } from './dom.js';
import { channels, oklab } from './color.js';

const VIEWS = [
  ['both', 'Both', 'Colours of the picture, and the palette among them'],
  ['before', 'Before', 'Colours of the picture'],
  ['after', 'After', 'The palette; each ball grows with its share'],
];
const SPACES = [['oklab', 'Oklab', 'Distances are as people see them'], ['rgb', 'RGB', 'Distances are as files have them']];
const RGB = { x: ['R', '0', '255'], y: ['G', '0', '255'], z: ['B', '0', '255'] };
const CHROMAS = [0.1, 0.2, 0.32]; // how far a and b go from 0: photographs rarely go as far as sRGB does
const START = { azimuth: 0.62, elevation: 0.36, distance: 3.3 };
const MIDDLE = [0.5, 0.47, 0.5]; // what is looked at: the names of the axes are below the cube
const MOST_LINES = 2500;
const MANY = 256; // balls, which have few faces each
const NEAR = '200px'; // of the screen: so far away a cloud is begun
const FIELD = (32 * Math.PI) / 180; // height of the field of view

/** Shows a cloud: {cloud: {colors, counts, labels}, palette: [{hex, share}]}. Calling it again shows another. */
export function mount(element, part) {
  if (!element.tinctCloud) element.tinctCloud = new Cloud(element);
  element.tinctCloud.show(part);
  return element.tinctCloud;
}

class Cloud {
  constructor(element) {
    this.view = 'both';
    this.space = 'oklab';
    this.lines = false;
    this.camera = { ...START };
    this.pointers = new Map();
    element.classList.add('cloud');
    this.views = choice('What is shown', VIEWS, this.view, view => this.set({ view }, this.views, view));
    this.spaces = choice('Axes', SPACES, this.space, space => this.set({ space }, this.spaces, space));
    const lines = h('input', { type: 'checkbox', onchange: () => this.set({ lines: lines.checked }) });
    const reset = h('button', { type: 'button', class: 'plain', onclick: () => this.turn(START) }, 'Reset');
    this.labels = h('div', { class: 'axis-labels', 'aria-hidden': 'true' });
    this.stage = h('div', {
      class: 'stage',
      tabindex: 0,
      role: 'img',
      onkeydown: event => this.key(event),
      onpointerdown: event => this.down(event),
      onpointermove: event => this.drag(event),
      onpointerup: event => this.pointers.delete(event.pointerId),
      onpointercancel: event => this.pointers.delete(event.pointerId),
    });
    this.stage.addEventListener('wheel', event => this.wheel(event), { passive: false });
    this.note = h('p', { class: 'muted note' });
    element.replaceChildren(
      h('div', { class: 'tools' }, this.views, this.spaces, h('label', { class: 'check' }, lines, 'Lines to moved colours'), reset),
      this.stage,
      this.note,
    );
    this.painter = new FlatPainter();
    this.stage.append(this.painter.canvas, this.labels);
    this.ready = this.seen().then(() => this.better());
    new ResizeObserver(() => this.draw()).observe(this.stage);
    onTheme(now => (now ? this.paint() : this.draw()));
  }

  /** When the stage comes near the screen, or the page is printed: WebGL may be slow, and many clouds are never looked at. */
  seen() {
    return new Promise(resolve => {
      const show = () => {
        if (this.visible) return;
        this.visible = true;
        watch.disconnect();
        resolve();
      };
      const watch = new IntersectionObserver(found => found.some(it => it.isIntersecting) && show(), { rootMargin: NEAR });
      watch.observe(this.stage);
      addEventListener('beforeprint', show, { once: true });
    });
  }

  /** Takes three.js where there is WebGL. */
  async better() {
    try {
      const three = await import('./lib/three.js');
      const painter = new SpacePainter(three);
      this.painter.canvas.replaceWith(painter.canvas);
      this.painter = painter;
    } catch (e) {
      this.stage.classList.add('flat');
      this.note.append(' This browser has no WebGL, so the cloud is drawn flat.');
    }
    if (this.data) this.painter.load(this.data);
    this.draw();
  }

  show({ cloud, palette }) {
    this.data = read(cloud, palette);
    const { n, k } = this.data;
    const text = `${things(n, 'group')} of alike colours and ${things(k, 'entry', 'entries')} of the palette`;
    this.stage.setAttribute('aria-label', `${text} in space; arrow keys turn it, plus and minus zoom`);
    this.note.textContent = `${text}. Drag to turn, wheel or pinch to zoom; balls grow with the share of pixels.`;
    if (this.visible) this.painter.load(this.data);
    this.draw();
  }

  set(values, group, chosen) {
    Object.assign(this, values);
    if (group) group.choose(chosen);
    this.draw();
  }

  turn(camera) {
    Object.assign(this.camera, camera);
    this.camera.elevation = Math.min(1.55, Math.max(-1.55, this.camera.elevation));
    this.camera.distance = Math.min(6, Math.max(0.8, this.camera.distance));
    this.draw();
  }

  draw() {
    if (this.drawing) return;
    this.drawing = true;
    requestAnimationFrame(() => {
      this.drawing = false;
      this.paint();
    });
  }

  paint() {
    // What was shown before it was seen is loaded by the painter that is then on its way.
    if (!this.visible || !this.painter.data) return;
    const { width, height } = this.stage.getBoundingClientRect();
    if (width < 1 || height < 1) return;
    const eye = new Eye(this.camera, width, height);
    this.painter.paint(this, eye, width, height);
    this.placeLabels(eye);
  }

  placeLabels(eye) {
    const { x, y, z } = this.space === 'rgb' ? RGB : labAxes(this.data.chroma);
    const at = (position, text, strong) => {
      const [left, top] = eye.project(...position);
      return h('span', { class: strong ? 'axis' : '', style: { left: `${left}px`, top: `${top}px` } }, text);
    };
    this.labels.replaceChildren(
      at([0.5, -0.07, 1.09], x[0], true),
      at([0, -0.05, 1.07], x[1]),
      at([1, -0.05, 1.07], x[2]),
      at([-0.07, 0.5, 1.05], y[0], true),
      at([-0.06, 0, 1.0], y[1]),
      at([-0.06, 1, 1.0], y[2]),
      at([1.09, -0.07, 0.5], z[0], true),
      at([1.07, -0.05, 0], z[1]),
      at([1.07, -0.05, 0.94], z[2]),
    );
  }

  // Dragging turns, two fingers zoom; a wheel zooms where the stage has the focus, and scrolls the page elsewhere.

  down(event) {
    if (event.button > 0) return;
    this.stage.setPointerCapture(event.pointerId);
    this.pointers.set(event.pointerId, [event.clientX, event.clientY]);
  }

  drag(event) {
    const last = this.pointers.get(event.pointerId);
    if (!last) return;
    const [x, y] = [event.clientX, event.clientY];
    if (this.pointers.size === 2) {
      const [[, other]] = [...this.pointers].filter(([id]) => id !== event.pointerId);
      const before = Math.hypot(last[0] - other[0], last[1] - other[1]);
      const now = Math.hypot(x - other[0], y - other[1]);
      if (now > 0) this.turn({ distance: (this.camera.distance * before) / now });
    } else {
      this.turn({
        azimuth: this.camera.azimuth - (x - last[0]) * 0.008,
        elevation: this.camera.elevation + (y - last[1]) * 0.008,
      });
    }
    this.pointers.set(event.pointerId, [x, y]);
  }

  wheel(event) {
    if (!event.ctrlKey && document.activeElement !== this.stage) return;
    event.preventDefault();
    this.turn({ distance: this.camera.distance * Math.exp(event.deltaY * (event.deltaMode ? 0.03 : 0.001)) });
  }

  key(event) {
    const { azimuth, elevation, distance } = this.camera;
    const to = {
      ArrowLeft: { azimuth: azimuth + 0.1 },
      ArrowRight: { azimuth: azimuth - 0.1 },
      ArrowUp: { elevation: elevation + 0.1 },
      ArrowDown: { elevation: elevation - 0.1 },
      '+': { distance: distance / 1.15 },
      '=': { distance: distance / 1.15 },
      '-': { distance: distance * 1.15 },
      0: START,
    }[event.key];
    if (!to || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    this.turn(to);
  }
}

function labAxes(chroma) {
  return { x: ['a', `−${chroma}`, `${chroma}`], y: ['L', '0', '1'], z: ['b', `−${chroma}`, `${chroma}`] };
}

/** Looks at the middle of the unit cube. */
class Eye {
  constructor({ azimuth, elevation, distance }, width, height) {
    const narrow = Math.max(1, (1.05 * height) / width); // the cube fits a narrow stage too
    this.distance = distance * narrow;
    const c = Math.cos(elevation);
    const direction = [c * Math.sin(azimuth), Math.sin(elevation), c * Math.cos(azimuth)];
    this.position = direction.map((d, i) => MIDDLE[i] + d * this.distance);
    this.forward = direction.map(d => -d);
    this.side = [Math.cos(azimuth), 0, -Math.sin(azimuth)];
    const [fx, fy, fz] = this.forward;
    const [sx, , sz] = this.side;
    this.up = [-sz * fy, sz * fx - sx * fz, sx * fy];
    this.focal = height / 2 / Math.tan(FIELD / 2);
    this.middle = [width / 2, height / 2];
  }

  /** Where on the stage a point is seen, and how far it is. */
  project(x, y, z) {
    const d = [x - this.position[0], y - this.position[1], z - this.position[2]];
    const dot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
    const depth = Math.max(1e-3, dot(d, this.forward));
    const scale = this.focal / depth;
    return [this.middle[0] + dot(d, this.side) * scale, this.middle[1] - dot(d, this.up) * scale, depth];
  }
}

/** Colours and where they are in each space: points of the picture first, then entries. */
function read(cloud, palette) {
  const n = cloud.counts.length;
  const entries = palette.filter(entry => channels(entry.hex)[3] > 0);
  const index = new Map(entries.map((entry, i) => [palette.indexOf(entry), i]));
  const total = cloud.counts.reduce((a, b) => a + b, 0) || 1;
  const points = space(n, i => [0, 2, 4].map(c => parseInt(cloud.colors.slice(6 * i + c, 6 * i + c + 2), 16)));
  const balls = space(entries.length, i => channels(entries[i].hex));
  const most = Math.max(...[points, balls].map(group => group.chroma));
  const chroma = CHROMAS.find(c => c >= most) || CHROMAS[2];
  for (const group of [points, balls]) stretch(group.oklab, chroma);
  return {
    n,
    k: entries.length,
    chroma,
    points,
    balls,
    shares: cloud.counts.map(pixels => pixels / total),
    labels: cloud.counts.map((_, i) => index.get(parseInt(cloud.labels.slice(2 * i, 2 * i + 2), 16)) ?? -1),
    entryShares: entries.map(entry => entry.share),
  };
}

function space(n, color) {
  const rgb = new Float32Array(3 * n);
  const lab = new Float32Array(3 * n);
  const tint = new Float32Array(3 * n);
  const t = [0, 0, 0];
  let chroma = 0;
  for (let i = 0; i < n; i++) {
    const [r, g, b] = color(i);
    rgb.set([r / 255, g / 255, b / 255], 3 * i);
    oklab(r, g, b, t);
    lab.set([t[1], t[0], t[2]], 3 * i);
    chroma = Math.max(chroma, Math.abs(t[1]), Math.abs(t[2]));
    tint.set([r / 255, g / 255, b / 255], 3 * i);
  }
  return { rgb, oklab: lab, tint, chroma };
}

/** Puts a and b of -chroma to chroma into the unit cube. */
function stretch(lab, chroma) {
  for (let i = 0; i < lab.length; i += 3) {
    lab[i] = 0.5 + lab[i] / (2 * chroma);
    lab[i + 2] = 0.5 + lab[i + 2] / (2 * chroma);
  }
}

function pointSize(share, n) {
  return Math.min(0.03, 0.0045 + 0.06 * Math.sqrt(share)) * (n > 3000 ? 0.85 : 1.1);
}

function ballSize(share, k) {
  return (k > 64 ? 0.7 : 1) * Math.max(0.009, 0.085 * Math.sqrt(Math.sqrt(share)) * (k > 16 ? 0.75 : 1));
}

/** Whether WebGL is drawn by the processor. */
function isSlow() {
  const gl = document.createElement('canvas').getContext('webgl2', { failIfMajorPerformanceCaveat: true });
  if (gl) gl.getExtension('WEBGL_lose_context')?.loseContext();
  return !gl;
}

/** Segments of a ball around and from pole to pole: many balls are small, and some machines draw by their processor. */
function roundness(k) {
  return k <= 32 ? [32, 20] : k <= 96 ? [20, 12] : [12, 8];
}

/** The heaviest groups that moved at all: pairs of a point and a ball. */
function moves(data) {
  return [...data.labels.keys()]
    .filter(i => data.labels[i] >= 0)
    .sort((i, j) => data.shares[j] - data.shares[i])
    .slice(0, MOST_LINES);
}

const CORNERS = [0, 1, 2, 3, 4, 5, 6, 7].map(i => [i & 1, (i >> 1) & 1, i >> 2]);
const EDGES = CORNERS.flatMap((a, i) => [1, 2, 4].filter(bit => !(i & bit)).map(bit => [a, CORNERS[i | bit]]));

/** Draws with WebGL. */
class SpacePainter {
  constructor(three) {
    this.three = three;
    this.canvas = h('canvas', { 'aria-hidden': 'true' });
    // What is printed or saved is the last frame, so it is kept.
    this.slow = isSlow();
    this.renderer = new three.WebGLRenderer({ canvas: this.canvas, antialias: !this.slow, alpha: true, preserveDrawingBuffer: true });
    this.camera = new three.PerspectiveCamera((FIELD * 180) / Math.PI, 1, 0.05, 20);
    this.scene = new three.Scene();
    const light = new three.DirectionalLight(0xffffff, 1.6);
    this.camera.add(light);
    light.position.set(-0.6, 1, 0.6);
    this.scene.add(this.camera, new three.AmbientLight(0xffffff, 2.1));
    this.box = new three.LineSegments(
      new three.BufferGeometry().setAttribute('position', new three.BufferAttribute(new Float32Array(EDGES.flat(2)), 3)),
      new three.LineBasicMaterial({ transparent: true }),
    );
    this.scene.add(this.box);
  }

  load(data) {
    const { three, scene } = this;
    for (const old of [this.points, this.balls, this.threads]) {
      if (!old) continue;
      scene.remove(old);
      old.geometry.dispose();
      old.material.dispose();
    }
    this.data = data;
    const attribute = (values, size) => new three.BufferAttribute(values, size);
    const sizes = Float32Array.from(data.shares, share => pointSize(share, data.n));
    const geometry = new three.BufferGeometry()
      .setAttribute('position', attribute(data.points.oklab, 3))
      .setAttribute('tint', attribute(data.points.tint, 3))
      .setAttribute('size', attribute(sizes, 1));
    this.points = new three.Points(geometry, this.dots());
    this.points.frustumCulled = false;
    this.balls = new three.InstancedMesh(new three.SphereGeometry(1, ...roundness(this.slow ? MANY : data.k)), new three.MeshLambertMaterial(), data.k);
    this.balls.frustumCulled = false;
    for (let i = 0; i < data.k; i++) {
      const [r, g, b] = data.balls.tint.subarray(3 * i, 3 * i + 3);
      this.balls.setColorAt(i, new three.Color().setRGB(r, g, b, 'srgb'));
    }
    this.pairs = moves(data);
    this.threads = new three.LineSegments(
      new three.BufferGeometry()
        .setAttribute('position', attribute(new Float32Array(6 * this.pairs.length), 3))
        .setAttribute('color', attribute(new Float32Array(6 * this.pairs.length), 3)),
      new three.LineBasicMaterial({ vertexColors: true, transparent: true, opacity: 0.45 }),
    );
    this.threads.frustumCulled = false;
    scene.add(this.points, this.balls, this.threads);
    this.placed = '';
  }

  /** Round dots whose size is a length in the cube; a faint rim keeps them apart from the ground and each other. */
  dots() {
    return new this.three.ShaderMaterial({
      uniforms: { scale: { value: 1 } },
      vertexShader: `attribute vec3 tint; attribute float size; varying vec3 color; uniform float scale;
        void main() {
          color = tint;
          vec4 p = modelViewMatrix * vec4(position, 1.0);
          gl_Position = projectionMatrix * p;
          gl_PointSize = max(1.5, 2.0 * size * scale / -p.z);
        }`,
      fragmentShader: `varying vec3 color;
        void main() {
          float d = length(gl_PointCoord - 0.5);
          if (d > 0.5) discard;
          gl_FragColor = vec4(color * (d > 0.4 ? 0.82 : 1.0), 1.0);
        }`,
    });
  }

  paint(cloud, eye, width, height) {
    this.place(cloud.space);
    const ratio = this.slow ? 1 : Math.min(2, window.devicePixelRatio || 1);
    this.renderer.setPixelRatio(ratio);
    this.renderer.setSize(width, height, false);
    this.camera.aspect = width / height;
    this.camera.position.set(...eye.position);
    this.camera.lookAt(...MIDDLE);
    this.camera.updateProjectionMatrix();
    this.points.material.uniforms.scale.value = eye.focal * ratio;
    this.points.visible = cloud.view !== 'after';
    this.balls.visible = cloud.view !== 'before';
    this.threads.visible = cloud.lines;
    this.box.material.color.set(token('--axis'));
    this.renderer.render(this.scene, this.camera);
  }

  place(space) {
    if (this.placed === space) return;
    this.placed = space;
    const { three, data } = this;
    this.points.geometry.setAttribute('position', new three.BufferAttribute(data.points[space], 3));
    const matrix = new three.Matrix4();
    const at = i => data.balls[space].subarray(3 * i, 3 * i + 3);
    for (let i = 0; i < data.k; i++) {
      const size = ballSize(data.entryShares[i], data.k);
      matrix.makeScale(size, size, size).setPosition(...at(i));
      this.balls.setMatrixAt(i, matrix);
    }
    this.balls.instanceMatrix.needsUpdate = true;
    const { position, color } = this.threads.geometry.attributes;
    this.pairs.forEach((i, n) => {
      position.array.set(data.points[space].subarray(3 * i, 3 * i + 3), 6 * n);
      position.array.set(at(data.labels[i]), 6 * n + 3);
      const tint = new three.Color().setRGB(...data.balls.tint.subarray(3 * data.labels[i], 3 * data.labels[i] + 3), 'srgb');
      color.array.set([tint.r, tint.g, tint.b, tint.r, tint.g, tint.b], 6 * n);
    });
    position.needsUpdate = color.needsUpdate = true;
  }
}

/** Draws on a plain canvas, farthest first. */
class FlatPainter {
  constructor() {
    this.canvas = h('canvas', { 'aria-hidden': 'true' });
  }

  load(data) {
    this.data = data;
    this.pairs = moves(data);
  }

  paint(cloud, eye, width, height) {
    const ratio = window.devicePixelRatio || 1;
    this.canvas.width = Math.round(width * ratio);
    this.canvas.height = Math.round(height * ratio);
    const context = this.canvas.getContext('2d');
    context.scale(ratio, ratio);
    context.strokeStyle = token('--axis');
    for (const [a, b] of EDGES) line(context, eye.project(...a), eye.project(...b));
    const { data } = this;
    const at = (group, i) => eye.project(...group[cloud.space].subarray(3 * i, 3 * i + 3));
    if (cloud.lines) {
      context.globalAlpha = 0.45;
      for (const i of this.pairs) {
        context.strokeStyle = css(data.balls.tint, data.labels[i]);
        line(context, at(data.points, i), at(data.balls, data.labels[i]));
      }
      context.globalAlpha = 1;
    }
    const discs = [];
    const add = (group, i, radius, rim) => {
      const [x, y, depth] = at(group, i);
      discs.push({ x, y, depth, radius: Math.max(0.8, (radius * eye.focal) / depth), color: css(group.tint, i), rim });
    };
    if (cloud.view !== 'after') for (let i = 0; i < data.n; i++) add(data.points, i, pointSize(data.shares[i], data.n), false);
    if (cloud.view !== 'before') for (let i = 0; i < data.k; i++) add(data.balls, i, ballSize(data.entryShares[i], data.k), true);
    discs.sort((a, b) => b.depth - a.depth).forEach(d => disc(context, d));
  }
}

function css(tint, i) {
  return `rgb(${[0, 1, 2].map(c => Math.round(255 * tint[3 * i + c])).join(' ')})`;
}

function line(context, [x0, y0], [x1, y1]) {
  context.beginPath();
  context.moveTo(x0, y0);
  context.lineTo(x1, y1);
  context.stroke();
}

function disc(context, { x, y, radius, color, rim }) {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = color;
  context.fill();
  if (!rim) return;
  context.strokeStyle = 'rgb(0 0 0 / 0.45)';
  context.stroke();
}
