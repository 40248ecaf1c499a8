package tinct.app.soak;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tinct.app.text.Units;

/**
 * A campaign of random trials: {@code Soak MINUTES [SEED [KIND]]}. Prints how many of each kind there were and the seed of
 * each that went wrong; exit code 1 if one did. {@code Soak 0 SEED KIND} does the one trial of that seed again.
 */
final class Soak {
    /** How often trials of a kind come, beside others: those that start processes take a thousand times longer. */
    record Kind(Trial trial, int share) {}

    private Soak() {}

    public static void main(String[] args) throws IOException {
        double minutes = args.length > 0 ? Double.parseDouble(args[0]) : 1;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : System.nanoTime() & 0xFFFFFF;
        List<Kind> kinds = kinds();
        if (args.length > 2) {
            kinds.removeIf(kind -> !kind.trial.name().equals(args[2]));
        }
        System.out.println("seed " + seed + "; others that read what we write: " + Others.installed());
        Tally tally = new Tally();
        Runtime.getRuntime().addShutdownHook(new Thread(tally::abandon));
        if (minutes == 0) {
            for (Kind kind : kinds) {
                tally.run(kind.trial, seed);
            }
        } else {
            run(kinds, seed, (long) (minutes * 60e9), tally);
        }
        tally.print();
        System.out.println(Units.format("%.0f s of processor time, of this process alone", processorSeconds()));
        System.exit(tally.wrong.isEmpty() ? 0 : 1);
    }

    private static double processorSeconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() / 1e9;
    }

    static List<Kind> kinds() throws IOException {
        List<Kind> kinds = new ArrayList<>();
        kinds.add(new Kind(new AnyBytes(), 200));
        kinds.add(new Kind(new Damage(), 200));
        kinds.add(new Kind(new RandomSettings(), 50));
        kinds.add(new Kind(new ByRows(), 50));
        kinds.add(new Kind(new ChangingFiles(), 30));
        kinds.add(new Kind(new Links(), 10));
        kinds.add(new Kind(new TwoRuns(), 5));
        kinds.add(new Kind(new FullDisk(), 5));
        kinds.add(new Kind(new ReadOnlyFolders(), 3));
        kinds.add(new Kind(new Interrupts(), 2));
        kinds.add(new Kind(new LittleMemory(), 2));
        return kinds;
    }

    private static void run(List<Kind> kinds, long first, long nanos, Tally tally) {
        long end = System.nanoTime() + nanos;
        SplittableRandom random = new SplittableRandom(first);
        for (Kind kind : kinds) {
            kind.trial.impossible().ifPresent(why -> System.out.println(kind.trial.name() + ": not here, " + why));
        }
        List<Kind> possible =
                kinds.stream().filter(kind -> kind.trial.impossible().isEmpty()).toList();
        int shares = possible.stream().mapToInt(Kind::share).sum();
        while (System.nanoTime() < end) {
            int draw = random.nextInt(shares);
            int at = 0;
            while (draw >= possible.get(at).share) {
                draw -= possible.get(at++).share;
            }
            tally.run(possible.get(at).trial, random.nextLong() & 0xFFFFFFFFL);
        }
    }

    /** What has been done. */
    static final class Tally {
        private static final int ATTEMPTS = 50;
        private static final int LATE_MINUTES = 3;

        final List<String> wrong = new ArrayList<>();
        private final Map<String, long[]> counts = new ConcurrentSkipListMap<>();
        private volatile boolean ended;
        private volatile Optional<Path> current = Optional.empty();

        /** Does a trial, and says so at once if it goes wrong. */
        void run(Trial trial, long seed) {
            stopIfEnded();
            long start = System.nanoTime();
            Thread watch = new Thread(() -> tellIfLate(trial, seed));
            watch.setDaemon(true);
            watch.start();
            Optional<String> answer;
            Path folder = null;
            try {
                folder = Files.createTempDirectory("tinct-soak");
                current = Optional.of(folder);
                answer = trial.run(seed, folder);
            } catch (Exception | Error e) {
                StackTraceElement[] at = e.getStackTrace();
                answer = Optional.of(e + (at.length > 0 ? " at " + at[0] : ""));
            } finally {
                watch.interrupt();
                stopIfEnded();
            }
            Optional<String> late = clearAfter(folder);
            current = Optional.empty();
            answer = answer.isPresent() ? answer : late;
            long[] count = counts.computeIfAbsent(trial.name(), name -> new long[3]);
            count[0]++;
            count[1] += System.nanoTime() - start;
            answer.ifPresent(text -> {
                count[2]++;
                String line = trial.name() + ", seed " + seed + ": " + text;
                wrong.add(line);
                System.out.println(line);
            });
        }

        /** Deletes the folder of a trial that has ended; tells what is written all the same. */
        private static Optional<String> clearAfter(@Nullable Path folder) {
            Optional<String> late = Optional.empty();
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                try {
                    clear(folder);
                    return late;
                } catch (UncheckedIOException e) {
                    late = Optional.of(
                            "still at work when it had ended: " + e.getCause() + ", there are " + names(folder));
                    LockSupport.parkNanos(100_000_000);
                }
            }
            return late;
        }

        private static String names(@Nullable Path folder) {
            try (Stream<Path> files = Files.walk(Objects.requireNonNull(folder))) {
                return files.map(Path::toString).toList().toString();
            } catch (IOException | UncheckedIOException e) {
                return e.toString();
            }
        }

        /** A trial that never ends has no other way to say its seed. */
        private static void tellIfLate(Trial trial, long seed) {
            try {
                TimeUnit.MINUTES.sleep(LATE_MINUTES);
                System.out.println(trial.name() + ", seed " + seed + ": not ended after " + LATE_MINUTES + " minutes");
            } catch (InterruptedException e) {
                // It has ended.
            }
        }

        /** Waits until the process is no more, if it is about to end. */
        private void stopIfEnded() {
            while (ended) {
                LockSupport.park();
            }
        }

        /** Tells what was done, and removes what the trial leaves that is interrupted with the campaign. */
        void abandon() {
            ended = true;
            Optional<Path> left = current;
            if (left.isEmpty()) {
                return;
            }
            print();
            Mount.leave(left.get().resolve("disk"));
            for (int attempt = 0; attempt < ATTEMPTS && Files.exists(left.get()); attempt++) {
                try {
                    clear(left.get());
                } catch (UncheckedIOException stillAtWork) {
                    LockSupport.parkNanos(100_000_000);
                }
            }
        }

        long trials() {
            return counts.values().stream().mapToLong(count -> count[0]).sum();
        }

        void print() {
            counts.forEach((name, count) -> System.out.println(
                    Units.format("%-20s %9d trials %5d wrong %7.0f s", name, count[0], count[2], count[1] / 1e9)));
            System.out.println(wrong.isEmpty() ? "nothing went wrong" : wrong.size() + " went wrong");
        }
    }

    /** Deletes a folder with all that is in it. */
    static void clear(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
