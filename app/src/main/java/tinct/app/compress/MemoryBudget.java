package tinct.app.compress;

import java.util.concurrent.Semaphore;

/** Lets no more pictures be in work at once than the heap has room for; a picture too large for it is done alone. */
public final class MemoryBudget {
    /* A pixel takes 4 bytes decoded, 1 as an index, up to 1 written, and 4 as a distinct colour with its count and coordinates if
     * colours are many; decoders hold another copy for a while. A guess on the large side costs only parallelism. */
    private static final long BYTES_PER_PIXEL = 24;
    private static final long BYTES_PER_PICTURE = 16L << 20;

    private final int total;
    private final Semaphore megabytes;

    private MemoryBudget(int total) {
        this.total = total;
        this.megabytes = new Semaphore(total, true);
    }

    /** Three quarters of the heap. */
    public static MemoryBudget ofHeap() {
        return of(Runtime.getRuntime().maxMemory() / 4 * 3);
    }

    /** That of who has taken all of another: it is not waited for. */
    static MemoryBudget taken() {
        return of(Long.MAX_VALUE);
    }

    /** So many bytes. */
    static MemoryBudget of(long bytes) {
        return new MemoryBudget((int) Math.min(Math.max(1, bytes >> 20), 1 << 30));
    }

    /** Waits until there is room for a picture. */
    public Share take(long pixels) {
        long bytes = BYTES_PER_PICTURE + pixels * BYTES_PER_PIXEL;
        int permits = (int) Math.min(total, Math.max(1, bytes >> 20));
        megabytes.acquireUninterruptibly(permits);
        return () -> megabytes.release(permits);
    }

    /** Waits until nothing else is in work. */
    Share takeAll() {
        megabytes.acquireUninterruptibly(total);
        return () -> megabytes.release(total);
    }

    /** Megabytes that nothing uses. */
    int free() {
        return megabytes.availablePermits();
    }

    /** Given back by closing. */
    public interface Share extends AutoCloseable {
        @Override
        void close();
    }
}
