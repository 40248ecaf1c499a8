// All figures of one picture. A study may come in parts: what is not there yet has its place kept.
import { bytes, h } from './dom.js';
import { mount as mountViewer } from './viewer.js';
import { mount as mountSwatches } from './swatches.js';
import { mount as mountCloud } from './cloud.js';
import { mountCurve, mountInertia } from './charts.js';
import { mountCapacity, mountLikeness, mountPacked, mountSettings, mountSizes, mountSummary, mountTraining } from './figures.js';

/** Where each figure goes: title, the members it needs, how it is shown, and whether it takes the whole width. */
const FIGURES = [
  { key: 'summary', needs: ['before', 'after'], show: mountSummary, wide: true },
  { key: 'viewer', needs: ['images'], show: (element, study) => mountViewer(element, viewerPart(study)), wide: true },
  { key: 'palette', title: 'Palette', needs: ['palette'], show: (element, study) => mountSwatches(element, study.palette), wide: true },
  { key: 'cloud', title: 'Colours in space', needs: ['cloud', 'palette'], show: mountCloud },
  { key: 'curve', title: 'Bytes and quality over the number of colours', needs: ['curve'], show: (element, study) => mountCurve(element, study.curve) },
  { key: 'inertia', title: 'Inertia over the iterations of K-means', needs: ['inertia'], show: (element, study) => mountInertia(element, study.inertia) },
  { key: 'likeness', title: 'How alike they are', needs: ['likeness'], show: (element, study) => mountLikeness(element, study.likeness) },
  { key: 'sizes', title: 'Bytes of every format', needs: ['sizes'], show: (element, study) => mountSizes(element, study.sizes) },
  { key: 'packed', title: 'The packed file', needs: ['packed'], show: (element, study) => mountPacked(element, study.packed) },
  { key: 'capacity', title: 'Pictures on a disk', needs: ['capacity'], show: (element, study) => mountCapacity(element, study.capacity) },
  { key: 'training', title: 'Training pixels', needs: ['training'], show: (element, study) => mountTraining(element, study.training) },
  { key: 'settings', title: 'Settings', needs: ['settings', 'before'], show: mountSettings, wide: true },
];

/**
 * Shows a study; {images: {before, after}} are addresses or blobs of the two pictures. Calling it again with more or other
 * members changes what has changed.
 */
export function mount(element, study) {
  if (!element.tinctFigures) {
    element.tinctFigures = new Map();
    element.classList.add('study');
    element.replaceChildren();
  }
  const shown = element.tinctFigures;
  let last = null;
  for (const figure of FIGURES) {
    const there = figure.needs.every(need => study[need]);
    let place = shown.get(figure.key);
    if (!there) {
      if (place) place.section.remove();
      shown.delete(figure.key);
      continue;
    }
    if (!place) {
      const body = h('div', { class: `figure-${figure.key}` });
      const section = h('section', { class: figure.wide ? 'panel wide' : 'panel' }, figure.title && h('h2', {}, figure.title), body);
      if (!figure.title) section.classList.add('bare');
      place = { section, body, values: [] };
      shown.set(figure.key, place);
      if (last) last.after(section);
      else element.prepend(section);
    }
    last = place.section;
    const values = figure.needs.map(need => study[need]);
    if (values.some((value, i) => value !== place.values[i])) {
      place.values = values;
      figure.show(place.body, study);
    }
  }
}

function viewerPart(study) {
  const { before, after, images } = study;
  return {
    name: study.name,
    width: study.width,
    height: study.height,
    before: images.before,
    after: images.after,
    beforeLabel: `Original · ${bytes(before.bytes)}`,
    afterLabel: `${study.palette ? `${study.palette.length} colours` : 'Result'} · ${bytes(after.bytes)}`,
  };
}
