package tinct.app.compress;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import tinct.app.file.Format;
import tinct.codec.Metadata;
import tinct.imageio.Pictures;

/**
 * Which of a source's metadata its result gets, told by types of PNG's chunks.
 *
 * @param types in lower case
 * @param inverted whether all others are kept, and not these
 */
public record KeptMetadata(Set<String> types, boolean inverted) {
    /** Nothing is kept. */
    public static final KeptMetadata NONE = new KeptMetadata(Set.of(), false);

    public KeptMetadata {
        types = types.stream().map(type -> type.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether chunks of a type are kept. */
    public boolean keeps(String type) {
        return types.contains(type.toLowerCase(Locale.ROOT)) != inverted;
    }

    private boolean any() {
        return inverted || !types.isEmpty();
    }

    /** Whether pixels stay in the colours of a profile, which the result then has. */
    boolean profile(Format format) {
        return keeps(Metadata.ICC) && format.carries(Metadata.ICC);
    }

    /** What the result of a job gets. */
    Metadata of(Job job) throws IOException {
        if (!any()) {
            return Metadata.NONE;
        }
        Metadata all = Pictures.metadata(job.source());
        // Colours that have been converted are sRGB: chunks that say otherwise would be wrong.
        boolean converted = all.find(Metadata.ICC).isPresent() && !profile(job.format());
        return all.filtered(
                type -> keeps(type) && job.format().carries(type) && !(converted && Metadata.isColor(type)));
    }
}
