package tinct.kmeans;

/** Tells {@link Progress} of the stages of a run as of one, and remembers whether it has ended it. */
final class Watch {
    private final Progress progress;
    private int iterations;
    private double inertia;
    private boolean ended;

    Watch(Progress progress) {
        this.progress = progress;
    }

    /** What the stage that follows adds to. */
    void stage(int iterations, double inertia) {
        this.iterations = iterations;
        this.inertia = inertia;
    }

    /** Tells of iterations of this stage; returns whether to end. */
    boolean ends(int stageIterations, double stageInertia) {
        ended = ended || !progress.after(iterations + stageIterations, inertia + stageInertia);
        return ended;
    }

    boolean ended() {
        return ended;
    }
}
