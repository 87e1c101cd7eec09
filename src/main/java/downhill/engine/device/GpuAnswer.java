package downhill.engine.device;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code nvidia-smi} said.
 *
 * @param gpus    the cards, in the driver's order
 * @param problem why there is no answer, or null
 */
public record GpuAnswer(List<Gpu> gpus, String problem) {
    private static final Pattern LINE = Pattern.compile("\\s*(.+?)\\s*,\\s*(\\d{1,2}\\.\\d{1,2})\\s*,\\s*(\\d{1,9})\\s*MiB\\s*");

    public GpuAnswer {
        gpus = List.copyOf(gpus);
    }

    /** No answer at all. */
    public static GpuAnswer none(String problem) {
        return new GpuAnswer(List.of(), problem);
    }

    /**
     * Reads the answer to {@code --query-gpu=name,compute_cap,memory.total --format=csv,noheader}.
     *
     * @param code exit code; anything but 0 is the driver's complaint
     */
    public static GpuAnswer of(int code, String text) {
        String first = text.lines().map(String::strip).filter(line -> !line.isEmpty()).findFirst().orElse("");
        if (code != 0) {
            return none(first.isEmpty() ? "nvidia-smi ended with code " + code : first);
        }
        List<Gpu> gpus = new ArrayList<>();
        for (String line : text.lines().toList()) {
            Matcher matcher = LINE.matcher(line);
            if (matcher.matches()) {
                gpus.add(new Gpu(matcher.group(1), matcher.group(2), Long.parseLong(matcher.group(3))));
            }
        }
        return gpus.isEmpty() && !first.isEmpty() ? none("nvidia-smi said \"" + first + "\"") : new GpuAnswer(gpus, null);
    }
}
