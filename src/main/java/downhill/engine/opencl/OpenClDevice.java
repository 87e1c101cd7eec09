package downhill.engine.opencl;

import downhill.engine.Precision;
import java.util.List;
import java.util.Optional;

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

    /** Whether it has numbers of this precision. */
    public boolean has(Precision precision) {
        return precision == Precision.FLOAT || wide;
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
