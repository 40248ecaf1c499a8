package tinct.app.serve;

/** A request that is not done, and why: an HTTP status and one line for people. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final int retryAfter;

    private Refusal(int status, String message, int retryAfter) {
        super(message);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    Refusal(int status, String message) {
        this(status, message, 0);
    }

    /** Too much is waiting already: try again in so many seconds. */
    static Refusal busy(String message, int seconds) {
        return new Refusal(503, message, seconds);
    }

    static Refusal wrong(String message) {
        return new Refusal(400, message);
    }

    static Refusal absent(String what) {
        return new Refusal(404, "there is no such " + what + " (any more)");
    }

    int status() {
        return status;
    }

    /** Seconds; 0 if trying again is of no use. */
    int retryAfter() {
        return retryAfter;
    }

    /** The line for people. */
    String line() {
        return String.valueOf(getMessage());
    }
}
