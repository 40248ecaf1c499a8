package tinct.metrics;

/**
 * A product and a sum of floats rounded once.
 *
 * <p>{@link Math#fma} is one instruction where the processor has it and a calculation with big decimals where it has not
 * (x86 before 2013 and some small ones since): thousands of times slower. Only a clock tells which; there the sum is made
 * in doubles. Both give the same bits: the clock decides about time alone.
 */
final class Fused {
    private static final boolean INSTRUCTION = isInstruction();

    private Fused() {}

    /** {@code a * b + c}. */
    static float of(float a, float b, float c) {
        return INSTRUCTION ? Math.fma(a, b, c) : inDoubles(a, b, c);
    }

    /**
     * The same without the instruction. The product is exact as a double, the sum rounded to one; rounding that to a float
     * is only different from rounding once where it lies in the middle between two floats, or among the smallest.
     */
    static float inDoubles(float a, float b, float c) {
        double sum = (double) a * b + c;
        boolean middle = (Double.doubleToRawLongBits(sum) & 0x1FFFFFFFL) == 0x10000000L;
        return middle || Math.abs(sum) < Float.MIN_NORMAL ? Math.fma(a, b, c) : (float) sum;
    }

    /** With the instruction a try takes about a microsecond, without it a millisecond. */
    private static boolean isInstruction() {
        float value = 0.1f;
        for (int attempt = 0; attempt < 4; attempt++) {
            long start = System.nanoTime();
            for (int i = 0; i < 32; i++) {
                value = Math.fma(value, 0.9f, 0.1f);
            }
            if (System.nanoTime() - start < 100_000 && value > 0) {
                return true;
            }
        }
        return false;
    }
}
