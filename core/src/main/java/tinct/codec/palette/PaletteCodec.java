package tinct.codec.palette;

import tinct.codec.CodecException;

/** Reads and writes one format; how large files and palettes may be is settled by {@link PaletteFormat}. */
interface PaletteCodec {
    /**
     * Reads the colours of a file.
     *
     * @throws CodecException if the file is broken or of a kind that is not read
     */
    Swatches read(byte[] file) throws CodecException;

    /** Writes a file; alpha is no more than the format keeps. */
    byte[] write(Swatches swatches);
}
