package tinct;

import tinct.image.Area;
import tinct.image.Image;
import tinct.image.IndexedImage;

/** Gives the pixels of frames their indices, frame after frame. */
interface FrameIndices {
    /**
     * Maps what has changed.
     *
     * @param part of the frame
     * @param changed which of its pixels have changed
     * @param area where it is
     * @return the part; indices of pixels that have not changed may be any
     */
    IndexedImage map(Image part, boolean[] changed, Area area);
}
