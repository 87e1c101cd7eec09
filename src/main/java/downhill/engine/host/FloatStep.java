package downhill.engine.host;

/** One operation over the first {@code count} elements of its registers. */
interface FloatStep {
    void run(int count);
}
