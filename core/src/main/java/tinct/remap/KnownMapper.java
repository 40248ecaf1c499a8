package tinct.remap;

/** Looks colours up where their indices are known, and asks another mapper for the rest. */
record KnownMapper(KnownIndices known, PixelMapper otherwise) implements PixelMapper {
    @Override
    public void map(int[] argb, int from, int count, int x, int y, byte[] indices, int to) {
        for (int i = 0; i < count; i++) {
            int index = known.find(argb[from + i]);
            if (index >= 0) {
                indices[to + i] = (byte) index;
            } else {
                otherwise.map(argb, from + i, 1, x + i, y, indices, to + i);
            }
        }
    }
}
