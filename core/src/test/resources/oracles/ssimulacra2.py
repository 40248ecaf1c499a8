"""Writes ssimulacra2.csv: what rust-av's ssimulacra2 0.5.1 says of the picture pairs of Ssimulacra2Test.

usage: python ssimulacra2.py REFERENCE > ssimulacra2.csv

from this folder. REFERENCE is a program that prints the score of `REFERENCE ORIGINAL RESULT`, of 8-bit RGB PNG files,
built around the crate's compute_frame_ssimulacra2 with fused multiply and add (-C target-feature=+avx2,+fma).
Recorded with Pillow 13.0.0, numpy 2.4.6.
"""
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image

SAMPLES = '../../../../../samples/'


def coarse(p):
    return (p & 0xE0) + 16


def fine(p):
    return (p & 0xFC) + 2


def noisy(p):
    n = np.arange(p.size, dtype=np.uint64)
    moved = (n * 1664525 + 1013904223 & 0xFFFFFFFF) * 22695477 + 1 & 0xFFFFFFFF
    return np.clip(p + (moved >> 24 & 15).astype(int).reshape(p.shape) - 8, 0, 255)


def blurred(p):
    left = np.concatenate([p[:, :1], p[:, :-1]], axis=1)
    right = np.concatenate([p[:, 1:], p[:, -1:]], axis=1)
    return (left + 2 * p + right) // 4


def spotted(p):
    q = p.copy()
    q[q.shape[0] // 3, q.shape[1] // 2] ^= 0x3F
    return q


def on(p, grey):
    colour, alpha = p[..., :3], p[..., 3:]
    return (colour * alpha + grey * (255 - alpha) + 127) // 255


def score(a, b):
    with tempfile.TemporaryDirectory() as folder:
        for name, p in ('a', a), ('b', b):
            Image.fromarray(p.astype(np.uint8)).save(f'{folder}/{name}.png')
        return float(subprocess.run([sys.argv[1], f'{folder}/a.png', f'{folder}/b.png'], check=True, capture_output=True).stdout)


print('picture,left,top,width,height,change,black,white')
for name, left, top, w, h, change in [
        ('still-life', 0, 0, 768, 512, coarse), ('still-life', 0, 0, 768, 512, fine), ('still-life', 0, 0, 768, 512, spotted),
        ('landscape', 0, 0, 600, 400, noisy), ('landscape', 17, 30, 333, 301, blurred), ('landscape', 5, 5, 570, 129, fine),
        ('diagram', 0, 0, 320, 200, coarse), ('diagram', 0, 0, 320, 200, noisy), ('grey', 0, 0, 320, 240, coarse),
        ('grey', 1, 1, 113, 113, fine), ('still-life', 300, 200, 112, 112, coarse), ('still-life', 300, 200, 57, 200, noisy),
        ('still-life', 300, 200, 8, 8, coarse), ('still-life', 300, 200, 9, 8, blurred), ('still-life', 300, 200, 8, 17, noisy),
        ('still-life', 0, 250, 768, 15, coarse), ('still-life', 380, 0, 29, 512, fine), ('landscape', 200, 100, 33, 33, coarse),
        ('badge', 0, 0, 256, 256, coarse), ('badge', 0, 0, 256, 256, noisy), ('tiny', 0, 0, 16, 16, blurred)]:
    p = np.asarray(Image.open(f'{SAMPLES}{name}.png').convert('RGBA')).astype(int)[top:top + h, left:left + w]
    q = np.dstack([change(p[..., :3]), p[..., 3]])
    black, white = (score(on(p, grey), on(q, grey)) for grey in (0, 255))
    print(f'{name},{left},{top},{w},{h},{change.__name__},{black:.4f},{white:.4f}')
