// Colours as numbers.

/** Linear light of the 8-bit values of sRGB. */
const LINEAR = Float32Array.from({ length: 256 }, (_, i) => {
  const c = i / 255;
  return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
});

/** Oklab of 8-bit sRGB, into out[at..at+2]. Source: B. Ottosson 2020, https://bottosson.github.io/posts/oklab/ */
export function oklab(r, g, b, out, at = 0) {
  const lr = LINEAR[r];
  const lg = LINEAR[g];
  const lb = LINEAR[b];
  const l = Math.cbrt(0.4122214708 * lr + 0.5363325363 * lg + 0.0514459929 * lb);
  const m = Math.cbrt(0.2119034982 * lr + 0.6806995451 * lg + 0.1073969566 * lb);
  const s = Math.cbrt(0.0883024619 * lr + 0.2817188376 * lg + 0.6299787005 * lb);
  out[at] = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  out[at + 1] = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  out[at + 2] = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return out;
}

/** 8-bit channels of #rrggbb or #rrggbbaa. */
export function channels(hex) {
  const value = [1, 3, 5, 7].map(i => parseInt(hex.slice(i, i + 2), 16));
  return Number.isNaN(value[3]) ? [...value.slice(0, 3), 255] : value;
}

/** Whether black can be read on a colour better than white. */
export function isLight(hex) {
  const [r, g, b] = channels(hex);
  return 0.2126 * LINEAR[r] + 0.7152 * LINEAR[g] + 0.0722 * LINEAR[b] > 0.179;
}
