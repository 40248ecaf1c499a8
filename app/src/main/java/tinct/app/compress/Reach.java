package tinct.app.compress;

import java.util.OptionalLong;
import tinct.Target;
import tinct.app.text.Units;

/**
 * How far a picture got on the way to a {@link Goal}.
 *
 * @param by which target decided
 * @param wanted bytes of the file that reaches the quality, where a size decided in its place and there is one
 * @param score SSIMULACRA 2 of the result
 * @param level of rate-aware indices
 * @param trials maps of the picture that were made
 * @param colors of the palette
 * @param bytes of the file
 * @param met whether all is reached
 * @param enough whether it is, or what is enough
 */
public record Reach(
        Goal goal,
        Target by,
        OptionalLong wanted,
        double score,
        double level,
        int trials,
        int colors,
        long bytes,
        boolean met,
        boolean enough) {

    /** What is said of a result that is written. */
    public String found() {
        String score = Units.format("SSIM2 %.2f", this.score);
        return met ? score + Units.format(" at level %.1f", level) : score + " (" + missed() + ")";
    }

    /** Why the target is not reached. */
    public String missed() {
        if (by instanceof Target.AtMost most
                && goal.target() instanceof Target.AtLeast quality
                && bytes <= most.bytes()) {
            return Units.format("%s decide: SSIM2 ", Units.bytes(most.bytes()))
                    + number(enough ? quality.quality() : goal.least())
                    + (wanted.isPresent() && enough ? " takes " + Units.bytes(wanted.getAsLong()) : " is not reached");
        }
        if (by instanceof Target.AtMost atMost) {
            return "no smaller than " + Units.bytes(bytes) + ", not " + Units.bytes(atMost.bytes());
        }
        double wanted = enough ? ((Target.AtLeast) goal.target()).quality() : goal.least();
        return Units.count(colors) + Units.format(" colours reach SSIM2 %.2f, not ", score) + number(wanted);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Units.format("%.0f", value) : Double.toString(value);
    }
}
