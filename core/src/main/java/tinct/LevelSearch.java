package tinct;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tinct.palette.Quantization;

/**
 * Finds the level at which a palette meets an aim with the least slack.
 *
 * <p>What a trial does, compared with level 0, is expressed as the level at which a usual photograph does that. A picture's
 * levels and these are nearly proportional, so the straight line through the two trials around the aim tells where to
 * try next; before there are two, the line through the last two, or a guess. Ends with a trial that meets the aim within
 * its tolerance, or a step from one that misses it, or after {@link #MOST_TRIALS}, or when levels do so little that none
 * would be enough; where the aim is met by all, with the highest level.
 */
final class LevelSearch {
    /** Most trials above level 0. */
    static final int MOST_TRIALS = 6;

    /** A level that even a bend of the line does not bring into reach. */
    private static final double HOPELESS = 1.5 * LevelScale.HIGHEST;

    /** The least first trial: lower levels may do the opposite of higher ones, look better than level 0 and take more bytes. */
    private static final int FIRST = 150;

    private final Trials trials;
    private final Aim aim;
    private final Quantization palette;
    private final double origin;
    private final double wanted;
    private Tried beforeLow;
    private Tried low;
    private @Nullable Tried high;
    private Trial best;

    /** A level, and the one that does the same to a usual photograph. */
    private record Tried(int level, double usual) {}

    /** Begins with a trial at level 0. */
    LevelSearch(Trials trials, Aim aim, Quantization palette, Trial plain) throws IOException {
        this.trials = trials;
        this.aim = aim;
        this.palette = palette;
        this.origin = aim.slack(plain);
        this.wanted = usual(aim.tolerance() / 2);
        this.low = new Tried(0, 0);
        this.beforeLow = low;
        this.best = plain;
    }

    /**
     * The best trial: one that meets the aim if any did.
     *
     * @param stretch a guess of how high the usual levels are in the picture's
     */
    Trial run(double stretch) throws IOException {
        for (int i = 0; i < MOST_TRIALS && !done(); i++) {
            add(trials.at(palette, next(stretch)));
        }
        return best;
    }

    /** How high the usual level of a trial is in its own. */
    double stretch(Trial trial) throws IOException {
        return usual(aim.slack(trial)) / trial.level();
    }

    /** Takes a trial that was made. */
    void add(Trial trial) throws IOException {
        double slack = aim.slack(trial);
        Tried tried = new Tried(trial.level(), usual(slack));
        if (slack >= 0 == aim.rises()) {
            high = tried;
        } else {
            beforeLow = low;
            low = tried;
        }
        best = aim.prefers(trial, best) ? trial : best;
    }

    private double usual(double slack) {
        return aim.scale().level(aim.rises() ? slack - origin : origin - slack);
    }

    private boolean done() throws IOException {
        double slack = aim.slack(best);
        if (slack >= 0 && slack <= aim.tolerance()) {
            return true;
        }
        if (high == null) {
            return low.level == LevelScale.HIGHEST || slack < 0 && low.level > 0 && ahead() > HOPELESS;
        }
        return high.level - low.level <= 2 * step(high.level) - 1;
    }

    /** Where the line through the last two trials goes. */
    private double ahead() {
        double gain = low.usual - beforeLow.usual;
        return gain > 0
                ? low.level + (wanted - low.usual) * (low.level - beforeLow.level) / gain
                : Double.POSITIVE_INFINITY;
    }

    /** The least change of a level: what smaller ones do is hidden by chance. */
    private static int step(int level) {
        return Math.max(1, level / 64);
    }

    private int next(double stretch) {
        if (high == null) {
            return between(
                    low.level + step(low.level),
                    low.level > 0 ? ahead() : Math.max(FIRST, wanted / stretch),
                    LevelScale.HIGHEST);
        }
        double span = high.usual - low.usual;
        double part = span > 0 ? (wanted - low.usual) / span : 0.5;
        int step = step(high.level);
        return between(low.level + step, low.level + part * (high.level - low.level), high.level - step);
    }

    private static int between(int least, double level, int most) {
        return (int) Math.min(most, Math.max(least, Math.rint(level)));
    }
}
