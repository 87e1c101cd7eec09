package downhill.engine.device;

/**
 * One graphics card.
 *
 * @param name        as the driver calls it
 * @param capability  compute capability, such as 8.6
 * @param memoryMiB   memory in MiB
 */
public record Gpu(String name, String capability, long memoryMiB) {

    /** The capability as one number that grows with it: 806 for 8.6, 1200 for 12.0. */
    int level() {
        String[] parts = capability.split("\\.");
        return 100 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
    }
}
