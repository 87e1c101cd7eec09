package downhill.engine;

/**
 * What a process computes matrix products with: two that have the same kernels come to the same last digits. A value.
 *
 * @param processor its key
 * @param library   release of OpenBLAS
 * @param core      kernels in use, such as Haswell; empty where the library does not tell
 */
public record BlasKernels(String processor, String library, String core) {
    private static final String BETWEEN = "\t";
    private static final int PARTS = 3;

    /** Of this process. Loads the library. */
    public static BlasKernels here() {
        return new BlasKernels(Processor.here().key(), OpenBlas.version(), OpenBlas.core().orElse(""));
    }

    /** One line, for {@link #read}. */
    public String line() {
        return String.join(BETWEEN, core, library, processor);
    }

    /** What {@link #line} wrote. */
    public static BlasKernels read(String line) {
        String[] parts = line.split(BETWEEN, PARTS);
        return new BlasKernels(parts[2], parts[1], parts[0]);
    }

    /** Whether products there come to the same last digits: of a library that does not tell its kernels, on the same processor. */
    boolean sameAs(BlasKernels other) {
        return library.equals(other.library) && core.equals(other.core) && (!core.isEmpty() || processor.equals(other.processor));
    }
}
