package tinct;

import java.io.IOException;

/** A {@link Target} as a search sees it: how far a trial is from it, in a measure that levels move about evenly. */
sealed interface Aim {
    /** The aim of a target. */
    static Aim of(Target target) {
        return target instanceof Target.AtMost atMost
                ? new Bytes(atMost.bytes())
                : new Look(((Target.AtLeast) target).quality());
    }

    /** How much better than the target a trial is; below 0 if the target is missed. */
    double slack(Trial trial) throws IOException;

    /** A slack that is not worth another trial. */
    double tolerance();

    /** What levels change in the slack of a usual photograph. */
    LevelScale scale();

    /** About how high the levels of a usual photograph are in those of a picture, by its trial at level 0. */
    double stretch(Trial plain) throws IOException;

    /** Whether higher levels have more slack. */
    boolean rises();

    /** Whether of two trials the first is to be preferred: above all it is if it alone meets the aim. */
    boolean prefers(Trial a, Trial b) throws IOException;

    /** The score that is not to be undercut by a trial that takes the place of another. */
    double leastScore(Trial best) throws IOException;

    default boolean met(Trial trial) throws IOException {
        return slack(trial) >= 0;
    }

    /** Points of SSIMULACRA 2 above the least that are allowed. */
    record Look(double quality) implements Aim {
        @Override
        public double slack(Trial trial) throws IOException {
            return trial.score() - quality;
        }

        @Override
        public double tolerance() {
            return 0.4;
        }

        @Override
        public LevelScale scale() {
            return LevelScale.SCORE;
        }

        /** Pictures that look worse at level 0 are those that hide more. */
        @Override
        public double stretch(Trial plain) throws IOException {
            return Math.max(0.7, Math.min(1.2, 0.92 + 0.017 * (plain.score() - 80)));
        }

        @Override
        public boolean rises() {
            return false;
        }

        @Override
        public double leastScore(Trial best) {
            return quality;
        }

        /** Of those that reach the quality the smaller one; else the one that looks better. */
        @Override
        public boolean prefers(Trial a, Trial b) throws IOException {
            return met(a) && met(b) ? a.bytes() < b.bytes() : a.score() > b.score();
        }
    }

    /** Bytes below the most that are allowed, as the logarithm of their ratio. */
    record Bytes(long most) implements Aim {
        @Override
        public double slack(Trial trial) throws IOException {
            return StrictMath.log((double) most / trial.bytes());
        }

        @Override
        public double tolerance() {
            return 0.03;
        }

        @Override
        public LevelScale scale() {
            return LevelScale.BYTES;
        }

        /** Pictures of few bits a pixel shrink more. */
        @Override
        public double stretch(Trial plain) throws IOException {
            double bits = 8.0 * plain.bytes() / plain.image().pixelCount();
            return Math.max(0.6, Math.min(1.6, Math.sqrt(3.9 / bits)));
        }

        @Override
        public boolean rises() {
            return true;
        }

        @Override
        public double leastScore(Trial best) throws IOException {
            return best.score();
        }

        /** Of those that are small enough the one that looks better; else the smaller one. */
        @Override
        public boolean prefers(Trial a, Trial b) throws IOException {
            return met(a) && met(b) ? a.score() > b.score() : a.bytes() < b.bytes();
        }
    }
}
