package downhill.race;

/** How many steps may be done now: a speed chosen by the user, and a number of single steps asked for. */
final class StepPace {
    private static final double LONGEST_DEBT = 0.1;

    private double stepsPerSecond = Double.POSITIVE_INFINITY;
    private double due;
    private long last = System.nanoTime();
    private long quota;

    void speed(double speed) {
        stepsPerSecond = speed;
        due = Math.min(due, 1);
    }

    /** Steps to do at full speed before the race pauses; Long.MAX_VALUE for no end. */
    void quota(long steps) {
        quota = steps;
        due = 1;
        last = System.nanoTime();
    }

    long quota() {
        return quota;
    }

    /** Steps that may be done now. What could not be done in time is not made up for later. */
    long allowed() {
        if (Double.isInfinite(stepsPerSecond) || quota < Long.MAX_VALUE) {
            return quota;
        }
        long now = System.nanoTime();
        due = Math.min(due + (now - last) * 1e-9 * stepsPerSecond, Math.max(1, LONGEST_DEBT * stepsPerSecond));
        last = now;
        return (long) due;
    }

    void done(long steps) {
        due -= steps;
        if (quota < Long.MAX_VALUE) {
            quota = Math.max(0, quota - steps);
        }
    }

    /** Nanoseconds until another step is due. */
    long untilDue(long most) {
        double seconds = (1 - due) / stepsPerSecond;
        return Math.max(0, Math.min(most, (long) (seconds * 1e9)));
    }
}
