package downhill.engine;

/** Asks the driver's own tool about the devices, in a child process that may hang or fail without harm. */
public final class NvidiaSmi {
    private static final String[] QUERY =
            {"nvidia-smi", "--query-gpu=name,compute_cap,memory.total", "--format=csv,noheader"};
    private static final int PATIENCE_SECONDS = 10;

    private NvidiaSmi() {
    }

    /** Takes up to ten seconds; usually a few hundredths. */
    public static ProgramAnswer ask() {
        return BoundedProcess.run(PATIENCE_SECONDS, QUERY);
    }
}
