package tinct;

/**
 * What a search for a {@link Target} found.
 *
 * @param result the picture in few colours
 * @param met whether the target is reached
 * @param score SSIMULACRA 2 of the file; a picture with a side below 8 pixels is continued by its mirror images for that
 * @param level of {@link tinct.remap.RateAware}; 0 for a map to nearest entries, or by the ditherer that was asked for
 * @param trials how many maps of the picture were made
 * @param file all bytes of the file; the receiver must not write to them
 */
@SuppressWarnings("ArrayRecordComponent") // a file is handed on, not compared
public record Targeted(Result result, boolean met, double score, double level, int trials, byte[] file) {}
