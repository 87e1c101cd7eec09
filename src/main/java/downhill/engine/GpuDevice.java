package downhill.engine;

/**
 * A graphics processor as its driver describes it.
 *
 * @param name   as sold
 * @param major  compute capability before the point
 * @param minor  compute capability behind the point
 * @param memory as reported, with its unit
 */
public record GpuDevice(String name, int major, int minor, String memory) {

    /** Compute capability as NVIDIA writes it. */
    public String capability() {
        return major + "." + minor;
    }

    /**
     * True where ND4J 1.0.0-M2.1 holds machine code for the device: compute capability 3.7 to 8.6, and 8.9 because a device
     * runs code of an earlier minor number of its major. The release holds no PTX, so nothing newer can be translated to.
     */
    public boolean supported() {
        return major == 3 && minor >= 7 || major >= 5 && major <= 8;
    }
}
