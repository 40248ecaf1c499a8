package tinct.app.compress;

import tinct.app.text.Units;

/**
 * How far a batch is: a bar, the pictures a second, and the time left, told by the bytes of the sources. What was skipped
 * counts as done but says nothing of the pace. May be used by several threads.
 */
final class Pace {
    private static final int BAR = 20;

    private final int files;
    private final long bytes;
    private final long began;
    private int done;
    private int worked;
    private long bytesDone;
    private long bytesWorked;

    /**
     * Begins.
     *
     * @param bytes of all sources
     * @param now {@code System.nanoTime()}
     */
    Pace(int files, long bytes, long now) {
        this.files = files;
        this.bytes = bytes;
        this.began = now;
    }

    /** One more file is done. */
    synchronized void done(long sourceBytes, boolean skipped) {
        done++;
        bytesDone += sourceBytes;
        if (!skipped) {
            worked++;
            bytesWorked += sourceBytes;
        }
    }

    /** Such as {@code [#####---------------]}. */
    synchronized String bar() {
        int full = (int) (bytes > 0 ? BAR * bytesDone / bytes : BAR * (long) done / files);
        return "[" + "#".repeat(full) + "-".repeat(BAR - full) + "]";
    }

    /** Such as {@code 45 of 200, 12.3/s, 0:13 left}. */
    synchronized String text(long now) {
        double seconds = (now - began) / 1e9;
        String text = done + " of " + files;
        if (worked == 0 || seconds <= 0) {
            return text;
        }
        double left = bytesWorked > 0 ? seconds * (bytes - bytesDone) / bytesWorked : 0;
        return text + Units.format(", %.1f/s, %s left", worked / seconds, Units.clock(left));
    }
}
