"""Writes metrics.csv: what scikit-image and Pillow say of the picture pairs of ComparisonTest.

usage: python metrics.py > metrics.csv       recorded with scikit-image 0.26.0, Pillow 13.0.0, scipy 1.17.1, numpy 2.4.6
"""
import numpy as np
from PIL import Image
from scipy.ndimage import gaussian_filter
from skimage.metrics import structural_similarity


def smooth(w, h):
    y, x = np.mgrid[0:h, 0:w]
    return np.dstack([5 * x + 2 * y, 3 * y + x * y // 16, 255 - (x * x + y) // 4, np.full_like(x, 255)]) & 255


def coarse(w, h):
    p = smooth(w, h)
    p[..., :3] = (p[..., :3] & 0xE0) + 16
    return p


def noise(w, h):
    state, out = 1, []
    for _ in range(3 * w * h):
        state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
        out.append(state >> 24)
    return np.dstack([np.array(out).reshape(h, w, 3), np.full((h, w), 255)])


def veiled(w, h):
    y, x = np.mgrid[0:h, 0:w]
    p = smooth(w, h)
    p[..., 3] = (9 * x + 4 * y) & 255
    return p


def posterized(w, h):
    return veiled(w, h) & 0xC0


def every(w, h):
    y, x = np.mgrid[0:h, 0:w]
    return np.dstack([x, 255 - x, x ^ y, y]) & 255


def on(p, grey):
    background = Image.new('RGBA', (p.shape[1], p.shape[0]), (grey, grey, grey, 255))
    background.alpha_composite(Image.fromarray(p.astype(np.uint8), 'RGBA'))
    return np.asarray(background.convert('RGB')).astype(np.float64)


def ssim(a, b):
    a, b = a @ [.299, .587, .114], b @ [.299, .587, .114]
    if min(a.shape) >= 11:
        return structural_similarity(a, b, gaussian_weights=True, sigma=1.5, use_sample_covariance=False, data_range=255)
    # scikit-image refuses these; here is its computation, cropped only along sides where a window fits.
    f = lambda v: gaussian_filter(v, 1.5, truncate=3.5, mode='reflect')
    c1, c2 = (.01 * 255) ** 2, (.03 * 255) ** 2
    m, n = f(a), f(b)
    s = (2 * m * n + c1) * (2 * (f(a * b) - m * n) + c2) / ((m * m + n * n + c1) * (f(a * a) - m * m + f(b * b) - n * n + c2))
    return s[tuple(slice(5, -5) if n >= 11 else slice(None) for n in a.shape)].mean()


def oklab(p):
    c = p / 255
    c = np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)
    lms = np.cbrt(c @ np.array([[0.4122214708, 0.5363325363, 0.0514459929],
                                [0.2119034982, 0.6806995451, 0.1073969566],
                                [0.0883024619, 0.2817188376, 0.6299787005]]).T)
    return lms @ np.array([[0.2104542553, 0.7936177850, -0.0040720468],
                           [1.9779984951, -2.4285922050, 0.4505937099],
                           [0.0259040371, 0.7827717662, -0.8086757660]]).T


def figures(a, b):
    d = a - b
    return (d ** 2).sum(axis=2).mean(), ssim(a, b), np.sqrt(((oklab(a) - oklab(b)) ** 2).sum(axis=2)).mean(), abs(d).max()


print('first,second,width,height,mse,psnr,ssim,deltaE,maxError')
for first, second, w, h in [
        (smooth, coarse, 48, 32), (smooth, noise, 40, 23), (coarse, noise, 11, 11), (smooth, coarse, 12, 30),
        (veiled, posterized, 33, 29), (smooth, veiled, 20, 20), (every, veiled, 256, 256), (every, noise, 256, 256),
        (coarse, noise, 1, 1), (smooth, noise, 1, 20), (smooth, noise, 20, 1), (noise, coarse, 5, 7), (noise, smooth, 10, 11),
        (noise, coarse, 11, 10), (veiled, noise, 13, 3), (veiled, noise, 2, 2)]:
    p, q = first(w, h), second(w, h)
    rows = np.array([figures(on(p, g), on(q, g)) for g in (0, 255)])
    mse, s, e, _ = rows.mean(axis=0)
    psnr = 10 * np.log10(3 * 255 ** 2 / mse)
    print(f'{first.__name__},{second.__name__},{w},{h},{mse:.9f},{psnr:.9f},{s:.12f},{e:.9f},{int(rows[:, 3].max())}')
