package tinct.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParallelTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 64})
    void eachChunkRunsOnce(int threads) {
        for (int chunks : new int[] {0, 1, 2, 3, 10, 1000}) {
            AtomicIntegerArray runs = new AtomicIntegerArray(chunks);
            Set<Thread> used = ConcurrentHashMap.newKeySet();
            Parallel.forEach(chunks, threads, chunk -> {
                used.add(Thread.currentThread());
                runs.incrementAndGet(chunk);
            });
            for (int chunk = 0; chunk < chunks; chunk++) {
                assertThat(runs.get(chunk)).as("chunk %d of %d", chunk, chunks).isOne();
            }
            assertThat(used).hasSizeLessThanOrEqualTo(Math.max(1, Math.min(threads, chunks)));
        }
    }

    @Test
    void chunksRunAtTheSameTime() {
        CyclicBarrier allThree = new CyclicBarrier(3);
        Parallel.forEach(3, 3, chunk -> {
            try {
                allThree.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
                throw new IllegalStateException("chunk " + chunk + " is alone", e);
            }
        });
        assertThat(allThree.isBroken()).isFalse();
    }

    @Test
    void oneThreadIsTheCaller() {
        Set<Thread> used = ConcurrentHashMap.newKeySet();
        Parallel.forEach(5, 1, chunk -> used.add(Thread.currentThread()));
        assertThat(used).containsExactly(Thread.currentThread());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7})
    void anExceptionOfATaskIsThrownAndEndsTheWork(int threads) {
        IllegalStateException thrown = new IllegalStateException("chunk 3");
        AtomicInteger started = new AtomicInteger();
        AtomicInteger running = new AtomicInteger();
        assertThatThrownBy(() -> Parallel.forEach(1_000_000_000, threads, chunk -> {
                    started.incrementAndGet();
                    running.incrementAndGet();
                    try {
                        if (chunk == 3) {
                            throw thrown;
                        }
                    } finally {
                        running.decrementAndGet();
                    }
                }))
                .isSameAs(thrown);
        assertThat(started.get()).isLessThan(1_000_000_000);
        assertThat(running.get()).as("the others have stopped").isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7})
    void anErrorPassesToo(int threads) {
        assertThatThrownBy(() -> Parallel.forEach(20, threads, chunk -> {
                    throw new OutOfMemoryError("chunk");
                }))
                .isInstanceOf(OutOfMemoryError.class)
                .hasMessage("chunk");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void anInterruptedCallerStartsNoWorkAndStaysInterrupted(int threads) {
        AtomicInteger done = new AtomicInteger();
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> Parallel.forEach(100, threads, chunk -> done.incrementAndGet()))
                    .isInstanceOf(CancellationException.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(done.get()).isZero();
    }

    @Test
    void anInterruptAmidTheWorkIsKeptForTheCallerAndTheWorkIsDone() {
        AtomicInteger done = new AtomicInteger();
        Thread caller = Thread.currentThread();
        try {
            Parallel.forEach(100, 3, chunk -> {
                caller.interrupt();
                done.incrementAndGet();
            });
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(done.get()).isEqualTo(100);
    }
}
