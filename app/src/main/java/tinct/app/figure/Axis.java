package tinct.app.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;

/**
 * One axis of a chart: a range of values, how they are spread over it, and where the ticks are.
 *
 * @param title what is measured, with its unit
 * @param from value at the beginning
 * @param to value at the end
 * @param spread monotone; the identity for a linear axis, a logarithm for a logarithmic one
 * @param ticks within the range, ascending
 * @param format the labels of ticks
 */
record Axis(
        String title,
        double from,
        double to,
        DoubleUnaryOperator spread,
        List<Double> ticks,
        DoubleFunction<String> format) {

    /**
     * A linear axis whose ends are ticks, with four to eight steps of 1, 2 or 5 times a power of ten.
     *
     * @param unit such as {@code B}, or empty; gets a prefix such as k where the numbers are large
     */
    static Axis linear(String title, double least, double most, String unit) {
        double range = most > least ? most - least : Math.max(1, Math.abs(most));
        double step = step(most > least ? range / 8 : range);
        double from = Math.floor(least / step) * step;
        double to = Math.max(Math.ceil(most / step) * step, from + step);
        List<Double> ticks = new ArrayList<>();
        for (long i = 0; i <= Math.round((to - from) / step); i++) {
            ticks.add(from + i * step);
        }
        return new Axis(title, from, to, DoubleUnaryOperator.identity(), ticks, Numbers.even(step, to, unit));
    }

    /** A linear axis of whole numbers from 0 to a number, ticks at whole numbers only. */
    static Axis counts(String title, int most) {
        double step = Math.max(1, step(most / 8.0));
        List<Double> ticks = new ArrayList<>();
        for (double tick = 0; tick <= most; tick += step) {
            ticks.add(tick);
        }
        return new Axis(title, 0, Math.max(1, most), DoubleUnaryOperator.identity(), ticks, Numbers::plain);
    }

    /** A logarithmic axis whose ends are 1, 2 or 5 times a power of ten, and so are its ticks. */
    static Axis logarithmic(String title, double least, double most, DoubleFunction<String> format) {
        List<Double> ticks = new ArrayList<>();
        ticks.add(below(least));
        do {
            ticks.add(step(ticks.get(ticks.size() - 1) * 1.5));
        } while (ticks.get(ticks.size() - 1) < most);
        double to = ticks.get(ticks.size() - 1);
        if (ticks.size() > 11) {
            ticks.removeIf(tick -> Math.abs(Math.log10(tick) - Math.rint(Math.log10(tick))) > 1e-9);
        }
        return new Axis(title, below(least), to, Math::log10, List.copyOf(ticks), format);
    }

    /** An axis of numbers of colours: logarithmic, ticks at the powers of two, half a step free on both sides. */
    static Axis powersOfTwo(String title, double least, double most) {
        List<Double> ticks = new ArrayList<>();
        for (double tick = 1; tick <= most; tick *= 2) {
            if (tick >= least) {
                ticks.add(tick);
            }
        }
        return new Axis(title, least / 2, most * 2, Math::log, ticks, Numbers::plain);
    }

    /** Where a value is: 0 at the beginning, 1 at the end. */
    double place(double value) {
        double start = spread.applyAsDouble(from);
        return (spread.applyAsDouble(value) - start) / (spread.applyAsDouble(to) - start);
    }

    /** The least of 1, 2 or 5 times a power of ten that is not below a value. */
    static double step(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
        for (int digit : new int[] {1, 2, 5}) {
            if (digit * power >= value * (1 - 1e-9)) {
                return digit * power;
            }
        }
        return 10 * power;
    }

    /** The greatest of 1, 2 or 5 times a power of ten that is not above a value. */
    private static double below(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value) + 1e-9));
        for (int digit : new int[] {5, 2}) {
            if (digit * power <= value * (1 + 1e-9)) {
                return digit * power;
            }
        }
        return power;
    }
}
