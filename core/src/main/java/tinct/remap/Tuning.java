package tinct.remap;
final class Tuning {
    static float f(String n, double d) { String v = System.getProperty("t." + n); return v == null ? (float) d : Float.parseFloat(v); }
    static final float DIFFUSE = f("diffuse", 0.65), GATE = f("gate", 0.1), CLAMP = f("clamp", 0.1), FLOOR = f("floor", 0.01), EXP = f("exp", 1);
    static final int DEPTH = (int) f("depth", 4), A = (int) f("a", 3), RUNS = (int) f("runs", 4), PERIODS = (int) f("periods", 8), SIDE = (int) f("side", 6), ROWS = (int) f("rows", 3), STRIP = (int) f("strip", 196608), SLOTS = (int) f("slots", 128), PASSES = (int) f("passes", 2), LIST = (int) f("list", 24);
    static final float SLACK = f("slack", 6), MARGIN = f("margin", 1);
    static final int SKIP = (int) f("skip", 0), MASK = (int) f("mask", 0);
    static final float FALL = f("fall", 0.1), LEAST = f("least", 0.6), EDGE = f("edge", 0);
}
