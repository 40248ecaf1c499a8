package tinct.app.compress;

/** Told how each job ended, in the order of the jobs, and at last the sum. */
public interface Account {
    /** A job has ended. */
    void file(Outcome outcome);

    /** All have. */
    void total(Totals totals, double seconds);
}
