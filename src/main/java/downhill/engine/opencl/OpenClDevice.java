package downhill.engine.opencl;

import downhill.engine.Precision;
import downhill.words.Said;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A device of OpenCL, of this process or told by another.
 *
 * @param platform   number of its platform
 * @param number     of the device on its platform
 * @param name       as its driver calls it
 * @param driver     platform and version
 * @param cpu        true where it is no accelerator but the processor itself
 * @param wide       whether it has numbers of 64 bits
 * @param localBytes of memory that a work-group shares
 * @param bytes      of memory in all
 */
public record OpenClDevice(int platform, int number, String name, String driver, boolean cpu, boolean wide, int localBytes, long bytes) {
    private static final String FIELDS = "\t";
    /** How PoCL makes a loop of a group's work-items; by its default way (loopvec, 3.1) single stores are lost now and then. */
    private static final String METHOD = "POCL_WORK_GROUP_METHOD";
    private static final Set<String> SOUND = Set.of("loops", "cbs");

    /** Whether it has numbers of this precision. */
    public boolean has(Precision precision) {
        return precision == Precision.FLOAT || wide;
    }

    /** Why it is not to be trusted as it is set up; empty where nothing is known against it. */
    public Optional<Said> fault() {
        boolean pocl = driver.contains("Portable Computing Language");
        boolean sound = !pocl || SOUND.contains(String.valueOf(System.getenv(METHOD)));
        return sound ? Optional.empty() : Optional.of(Said.of("opencl.pocl", METHOD));
    }

    /** For another process, on one line. */
    public String line() {
        return String.join(FIELDS, Integer.toString(platform), Integer.toString(number), name.replace('\t', ' '), driver.replace('\t', ' '),
                Boolean.toString(cpu), Boolean.toString(wide), Integer.toString(localBytes), Long.toString(bytes));
    }

    /** Reads what {@link #line} wrote. */
    public static Optional<OpenClDevice> of(String line) {
        List<String> fields = List.of(line.split(FIELDS, -1));
        try {
            return fields.size() != 8 ? Optional.empty() : Optional.of(new OpenClDevice(Integer.parseInt(fields.get(0)),
                    Integer.parseInt(fields.get(1)), fields.get(2), fields.get(3), Boolean.parseBoolean(fields.get(4)),
                    Boolean.parseBoolean(fields.get(5)), Integer.parseInt(fields.get(6)), Long.parseLong(fields.get(7))));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
