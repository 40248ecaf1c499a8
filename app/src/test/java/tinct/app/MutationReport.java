package tinct.app;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tinct.app.text.Units;

/**
 * Damaged files of every format through the command line, each with the processor time that it took: {@code
 * MutationReport [COUNT [FIRST_SEED]]}. Exit code 1 if one was not answered well.
 */
final class MutationReport {
    private static final double LONGEST_SECONDS = 10;

    private MutationReport() {}

    public static void main(String[] args) throws IOException {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
        long first = args.length > 1 ? Long.parseLong(args[1]) : 0;
        Path folder = Files.createTempDirectory("tinct-mutations");
        Mutations mutations = new Mutations(Specimens.all(), folder);
        int wrong = 0;
        double longest = 0;
        long slowest = first;
        for (long seed = first; seed < first + count; seed++) {
            long start = processorNanos();
            Optional<String> answer = mutations.attempt(seed);
            double seconds = (processorNanos() - start) / 1e9;
            if (seconds > longest) {
                longest = seconds;
                slowest = seed;
            }
            if (seconds > LONGEST_SECONDS) {
                String late = "seed " + seed + ": took " + Units.seconds(seconds);
                answer = answer.or(() -> Optional.of(late));
            }
            if (answer.isPresent()) {
                wrong++;
                System.out.println(answer.get());
            }
        }
        Files.delete(folder);
        System.out.println(Units.format(
                "%d files, %d not answered well, longest %.2f s of processor time (seed %d), at most %d MB of memory",
                count, wrong, longest, slowest, Runtime.getRuntime().maxMemory() >> 20));
        System.exit(wrong > 0 ? 1 : 0);
    }

    /** Of the whole process; what a busy machine does beside it does not count. */
    private static long processorNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }
}
