package tinct.remap;

/** Gives pixels their indices, each by itself; for one thread. */
interface PixelMapper {
    /**
     * Maps pixels of one row.
     *
     * @param argb {@code argb[from .. from + count)} are the pixels
     * @param x column of the first one in the picture, any number
     * @param y row, any number
     * @param indices {@code indices[to .. to + count)} receives their indices
     */
    void map(int[] argb, int from, int count, int x, int y, byte[] indices, int to);
}
