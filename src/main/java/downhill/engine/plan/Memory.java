package downhill.engine.plan;

/** A flat stretch of numbers outside the Java heap, in one precision. Indexes count elements. Not thread-safe. */
public interface Memory {
    int length();

    /** Copies {@code count} elements out, widened to float64. */
    void read(int from, double[] target, int at, int count);

    /** Copies {@code count} elements in, rounded to the memory's precision. */
    void write(int to, double[] source, int at, int count);

    /** Sets {@code count} elements to one value. */
    void fill(int to, int count, double value);
}
