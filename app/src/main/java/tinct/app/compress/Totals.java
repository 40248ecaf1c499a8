package tinct.app.compress;

import tinct.app.compress.Outcome.Status;

/**
 * The sum of a batch.
 *
 * @param below those of the files that missed a target and did not fail
 * @param before bytes of the sources that did not fail and were not skipped
 * @param after bytes of their results, or of themselves if they were kept
 */
public record Totals(int files, int written, int kept, int skipped, int failed, int below, long before, long after) {
    /** Of no files. */
    public static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0);

    /** With one more file. */
    public Totals plus(Outcome outcome) {
        Status status = outcome.status();
        long sourceBytes = outcome.work().map(Work::bytesBefore).orElse(0L);
        long resultBytes = outcome.work().map(Work::bytesAfter).orElse(0L);
        return new Totals(
                files + 1,
                written + (status == Status.WRITTEN ? 1 : 0),
                kept + (status == Status.KEPT ? 1 : 0),
                skipped + (status == Status.SKIPPED ? 1 : 0),
                failed + (status == Status.FAILED ? 1 : 0),
                below
                        + (outcome.work()
                                        .flatMap(Work::reach)
                                        .filter(reach -> !reach.enough())
                                        .isPresent()
                                ? 1
                                : 0),
                before + sourceBytes,
                after + (status == Status.KEPT ? sourceBytes : resultBytes));
    }

    /**
     * What the program ends with: 1 if a file failed; else 0.
     *
     * @param strict whether it is 99 if a file missed its target, else 98 if one was kept because its result is larger
     */
    public int exitCode(boolean strict) {
        return failed > 0 ? 1 : !strict ? 0 : below > 0 ? 99 : kept > 0 ? 98 : 0;
    }
}
