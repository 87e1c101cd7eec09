package downhill.engine;

/**
 * What asking the driver's tool came to.
 *
 * @param found  whether the tool could be started
 * @param exit   its exit status, −1 where it did not end in time
 * @param output standard output and error
 */
public record GpuAnswer(boolean found, int exit, String output) {
    /** The tool is not installed: no NVIDIA driver. */
    public static final GpuAnswer NOT_FOUND = new GpuAnswer(false, -1, "");
}
