package downhill.engine;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the list of devices as the driver's tool prints it: name, capability, memory. Other lines are passed over. */
final class GpuList {
    private static final Pattern DEVICE = Pattern.compile("\\s*(.*\\S)\\s*,\\s*(\\d{1,3})\\.(\\d{1,3})\\s*,\\s*(.*?)\\s*");
    private static final int LONGEST_LINE = 160;

    private GpuList() {
    }

    static List<GpuDevice> parse(String output) {
        return output.lines().map(GpuList::device).flatMap(Optional::stream).collect(Collectors.toUnmodifiableList());
    }

    private static Optional<GpuDevice> device(String line) {
        Matcher matcher = DEVICE.matcher(line);
        return matcher.matches()
                ? Optional.of(new GpuDevice(matcher.group(1), Integer.parseInt(matcher.group(2)),
                        Integer.parseInt(matcher.group(3)), matcher.group(4)))
                : Optional.empty();
    }

    /** The first line with something on it, cut to a length that fits a message. */
    static String firstLine(String output) {
        String line = output.lines().map(String::strip).filter(text -> !text.isEmpty()).findFirst().orElse("no answer");
        return line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + "…" : line;
    }
}
