package tinct;

import java.io.IOException;
import tinct.histogram.Histogram;
import tinct.palette.Quantization;

/**
 * Finds what reaches a target: the level of {@link tinct.remap.RateAware} first, then whether fewer colours do better.
 *
 * <p>Every trial is the picture itself, scored and written, so what is found is what it is said to be. How many trials there
 * are depends on the picture only, not on time. Method, numbers and what was rejected: ADR-0020.
 */
final class TargetSearch {
    /** Colours are divided by this at a time. */
    private static final int FEWER = 4;

    /** No palette smaller than this is tried for its own sake. */
    private static final int FEWEST = 4;

    /** How closely the number of colours is found where levels are of no use. */
    private static final int BISECTIONS = 4;

    /** The level that looks best: error that is handed on at little cost looks better than the plain map. */
    private static final int FINEST = 50;

    /** One that looks nearly as good, and takes fewer bytes. */
    private static final int FINE = 100;

    /** Logarithm of bytes for a point of SSIMULACRA 2 where trials do not tell. */
    private static final double USUAL_PRICE = 0.05;

    /** Logarithm of bytes that fewer colours must save beyond that. */
    private static final double LEAST_GAIN = 0.03;

    /** Of the points that a level costs a palette, the part that it costs one of fewer colours at the least. */
    private static final double SHARED_LOSS = 0.35;

    private final Trials trials;
    private final Aim aim;
    private final int maxColors;

    TargetSearch(Trials trials, Aim aim, int maxColors) {
        this.trials = trials;
        this.aim = aim;
        this.maxColors = maxColors;
    }

    /** The best trial, whether it meets the aim or not. */
    Trial run() throws IOException {
        int distinct = trials.histogram().size();
        if (distinct > maxColors) {
            return search(maxColors);
        }
        Trial exact = trials.at(trials.palette(maxColors), 0);
        int fewer = Math.min(maxColors, distinct - 1);
        if (aim.met(exact) || !aim.rises() || fewer < least()) {
            return exact;
        }
        return better(search(fewer), exact);
    }

    private Trial search(int colors) throws IOException {
        Quantization palette = trials.palette(colors);
        Trial plain = trials.at(palette, 0);
        if (!trials.hasLevels()) {
            return byColorsAlone(plain);
        }
        Trial best = levels(plain, palette, aim.stretch(plain));
        if (!aim.met(best)) {
            return aim.rises() ? fewColors(plain, best) : best;
        }
        return aim.rises() && best == plain ? best : fewerColors(plain, best);
    }

    /** Bisects the number of colours. */
    private Trial byColorsAlone(Trial plain) throws IOException {
        Trial best = plain;
        int low = least();
        int high = aim.met(plain) == aim.rises()
                ? 0
                : plain.quantization().palette().size() - 1;
        while (low <= high) {
            int middle = (low + high) / 2;
            Trial trial = trials.at(trials.palette(middle), 0);
            best = better(trial, best);
            if (aim.met(trial) == aim.rises()) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return best;
    }

    private Trial levels(Trial plain, Quantization palette, double stretch) throws IOException {
        if (aim.rises() && aim.met(plain)) {
            return plain;
        }
        if (aim.rises() || aim.met(plain)) {
            return new LevelSearch(trials, aim, palette, plain).run(stretch);
        }
        Trial finest = better(trials.at(palette, FINEST), plain);
        return aim.met(finest) ? better(trials.at(palette, FINE), finest) : finest;
    }

    /** Goes to fewer colours as long as they pay. */
    private Trial fewerColors(Trial firstPlain, Trial found) throws IOException {
        Trial plain = firstPlain;
        Trial best = found;
        for (int k = fewer(best); k < best.quantization().palette().size(); k = fewer(best)) {
            Quantization quick = trials.quickPalette(Histogram.of(plain.image(), 1), k);
            Trial quickPlain = trials.at(quick, 0);
            double loss = SHARED_LOSS * (plain.score() - best.score());
            if (quickPlain.score() - loss < aim.leastScore(best)) {
                return best;
            }
            Trial quickSame = best.level() == 0 ? quickPlain : trials.at(quick, best.level());
            if (!pays(quickSame, best, plain)) {
                return best;
            }
            Trial larger = plain;
            plain = trials.at(trials.palette(k), 0);
            Trial candidate = levels(plain, trials.palette(k), stretch(quickPlain, quickSame));
            if (!aim.met(candidate) || !aim.prefers(candidate, best)) {
                return best;
            }
            best = candidate;
            if (aim.rises() && best == plain) {
                return moreColors(larger, best);
            }
        }
        return best;
    }

    private int fewer(Trial trial) {
        int colors = trial.quantization().palette().size();
        return Math.min(colors, Math.max(Math.max(FEWEST, least()), colors / FEWER));
    }

    /** Whether a trial of fewer colours saves more bytes than its lost points would save by a higher level. */
    private static boolean pays(Trial fewer, Trial best, Trial plain) throws IOException {
        double saved = log(best.bytes()) - log(fewer.bytes());
        double lost = best.score() - fewer.score();
        double span = plain.score() - best.score();
        double price = span > 1 ? (log(plain.bytes()) - log(best.bytes())) / span : USUAL_PRICE;
        return saved > price * lost + LEAST_GAIN;
    }

    /** How high the usual levels are by two trials of the same palette. */
    private double stretch(Trial plain, Trial trial) throws IOException {
        double stretch =
                trial.level() == 0 ? 1 : new LevelSearch(trials, aim, trial.quantization(), plain).stretch(trial);
        return stretch > 0 ? stretch : 1;
    }

    /** As many colours as fit at some level, by quarters; or what comes nearest. */
    private Trial fewColors(Trial firstPlain, Trial missed) throws IOException {
        Trial larger = firstPlain;
        Trial best = missed;
        while (!aim.met(best) && larger.quantization().palette().size() > least()) {
            Quantization palette = trials.palette(
                    Math.max(least(), larger.quantization().palette().size() / FEWER));
            Trial plain = trials.at(palette, 0);
            best = better(levels(plain, palette, 1), best);
            if (best == plain && aim.met(plain)) {
                return moreColors(larger, plain);
            }
            larger = plain;
        }
        return best;
    }

    /** Bisects between a palette whose plain trial fits with room to spare and one whose plain trial does not fit. */
    private Trial moreColors(Trial tooMany, Trial fits) throws IOException {
        Histogram entries = Histogram.of(tooMany.image(), 1);
        int low = fits.quantization().palette().size();
        int high = tooMany.quantization().palette().size();
        for (int i = 0; i < BISECTIONS && high - low > 1; i++) {
            int middle = (low + high) / 2;
            if (aim.met(trials.at(trials.quickPalette(entries, middle), 0))) {
                low = middle;
            } else {
                high = middle;
            }
        }
        Quantization palette = trials.palette(low);
        return better(levels(trials.at(palette, 0), palette, 1), fits);
    }

    private Trial better(Trial a, Trial b) throws IOException {
        return aim.prefers(a, b) ? a : b;
    }

    /** Of a picture with visible and fully transparent pixels each kind needs an entry. */
    private int least() {
        return trials.histogram().hasTransparent() && trials.histogram().size() > 1 ? 2 : 1;
    }

    private static double log(long bytes) {
        return StrictMath.log((double) bytes);
    }
}
