package tinct.internal.packed;

import java.io.IOException;

/** Codes the labels of a picture one after the other: each is looked at, coded and learned. */
public interface LabelModel {
    /** Looks at the pixel in column x of row y; labels before it are known. */
    void look(byte[] labels, int x, int y);

    /**
     * Codes the label of the pixel that is looked at.
     *
     * @param label has no meaning when reading
     * @return the label, or -1 or one outside the palette if no label was written
     */
    int code(int label, BitCoder coder) throws IOException;

    /** Takes the label of the pixel at p in column x, which is in labels[p] already. */
    void learn(byte[] labels, int p, int x);
}
