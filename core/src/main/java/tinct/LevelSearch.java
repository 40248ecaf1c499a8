package tinct;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tinct.palette.Quantization;

/**
 * Finds the level at which a palette meets an aim with the least slack.
 *
 * <p>On the aim's scale of levels slack is about a straight line. The line through the nearest trials that meet the aim
 * and miss it says where to try next; before there are both, the line through the last two, or the scale itself. When
 * one end stays, its slack counts half, so that the other does not creep (the Illinois way of regula falsi). Ends with a
 * trial that meets the aim and is within its tolerance or next to one that misses it, or after {@link #MOST_TRIALS}.
 */
final class LevelSearch {
    /** Most trials above level 0. */
    static final int MOST_TRIALS = 7;

    private final Trials trials;
    private final Aim aim;
    private final Quantization palette;
    private final double sign;
    private @Nullable End met;
    private @Nullable End missed;
    private double rate;
    private @Nullable Trial best;

    /** A level that was tried: its place, and what is taken for its slack. */
    private record End(int level, double place, double slack) {
        End halved() {
            return new End(level, place, slack / 2);
        }
    }

    /** Begins with a first guess of how fast the slack changes along the scale, 1 for a usual photograph. */
    LevelSearch(Trials trials, Aim aim, Quantization palette, double rate) {
        this.trials = trials;
        this.aim = aim;
        this.palette = palette;
        this.rate = rate;
        this.sign = aim.rises() ? 1 : -1;
    }

    /** The best trial, from a first one of any level: one that meets the aim if any did. */
    Trial run(Trial first) throws IOException {
        Trial last = first;
        add(first);
        for (int i = 0; i < MOST_TRIALS && !done(); i++) {
            last = trials.at(palette, next(last));
            add(last);
        }
        return best == null ? first : best;
    }

    private void add(Trial trial) throws IOException {
        double slack = aim.slack(trial);
        End end = new End(trial.level(), aim.scale().place(trial.level()), slack);
        learnRate(end);
        if (slack >= 0) {
            missed = met != null && missed != null ? missed.halved() : missed;
            met = end;
        } else {
            met = met != null && missed != null ? met.halved() : met;
            missed = end;
        }
        best = best == null || aim.prefers(trial, best) ? trial : best;
    }

    /** Of the two last trials, while all are on one side. */
    private void learnRate(End end) {
        End before = met != null ? met : missed;
        if (before != null && end.place != before.place) {
            double learned = sign * (end.slack - before.slack) / (end.place - before.place);
            rate = Math.max(rate / 4, learned); // at low levels chance may hide what they do
        }
    }

    private boolean done() throws IOException {
        if (best != null && aim.met(best) && aim.slack(best) <= aim.tolerance()) {
            return true;
        }
        if (met != null && missed != null) {
            return Math.abs(met.level - missed.level) <= 1;
        }
        End only = met != null ? met : missed;
        boolean upwards = (met != null) != aim.rises();
        return only != null && only.level == (upwards ? LevelScale.HIGHEST : 0);
    }

    private int next(Trial last) throws IOException {
        double wanted = aim.tolerance() / 2;
        if (met != null && missed != null) {
            double part = (met.slack - wanted) / (met.slack - missed.slack);
            int level = aim.scale().level(met.place + part * (missed.place - met.place));
            int low = Math.min(met.level, missed.level) + 1;
            int high = Math.max(met.level, missed.level) - 1;
            return Math.max(low, Math.min(high, level));
        }
        double slack = aim.slack(last);
        double place = aim.scale().place(last.level());
        double step = sign * (wanted - slack) / rate;
        int level = aim.scale().level(place + step);
        return step > 0
                ? Math.min(LevelScale.HIGHEST, Math.max(level, last.level() + 1))
                : Math.max(0, Math.min(level, last.level() - 1));
    }
}
