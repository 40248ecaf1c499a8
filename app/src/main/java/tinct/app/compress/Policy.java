package tinct.app.compress;

/**
 * What may be written.
 *
 * @param overwrite whether files that exist may be replaced, the source among them
 * @param forceLarger whether results are written that are not smaller
 * @param savings what a result must save that is no conversion
 * @param preserve whether results get the time and the permissions of their sources
 * @param dryRun whether nothing is written at all
 * @param skipDone whether pictures are left alone that are indexed in few enough colours already
 */
public record Policy(
        boolean overwrite, boolean forceLarger, Savings savings, boolean preserve, boolean dryRun, boolean skipDone) {
    /** The same for results that are wanted whatever the source is. */
    public Policy always() {
        return new Policy(overwrite, true, savings, preserve, dryRun, false);
    }

    /** Whether a result is written. */
    boolean accepts(long before, long after, boolean conversion) {
        return conversion || forceLarger || savings.reached(before, after);
    }
}
