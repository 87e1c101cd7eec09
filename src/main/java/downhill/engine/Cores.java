package downhill.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the processors that Java may use relate. Two threads of one core share its arithmetic: what runs on one of them takes speed from
 * the other, which two cores do not.
 *
 * @param processors that Java may use
 * @param cores      that these are threads of; 0 where that is not known
 */
public record Cores(int processors, int cores) {
    private static final Path LINUX = Path.of("/sys/devices/system/cpu");
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String ALLOWED = "Cpus_allowed_list:";

    /** Of this machine; what is not told by the system, as outside Linux, is not known. */
    public static Cores here() {
        int processors = Runtime.getRuntime().availableProcessors();
        try {
            List<String> status = Files.readAllLines(STATUS);
            String allowed = status.stream().filter(line -> line.startsWith(ALLOWED)).findFirst().orElse(ALLOWED);
            return of(LINUX, allowed.substring(ALLOWED.length()).strip(), processors);
        } catch (IOException notTold) {
            return new Cores(processors, 0);
        }
    }

    /** @param folder with a folder for each processor, as Linux has it, @param allowed numbers of processors such as 0-3,8 */
    static Cores of(Path folder, String allowed, int processors) throws IOException {
        Set<String> cores = new HashSet<>();
        int seen = 0;
        for (int number : numbers(allowed)) {
            cores.add(Files.readString(folder.resolve("cpu" + number).resolve("topology/thread_siblings_list")).strip());
            seen++;
        }
        return new Cores(processors, seen == processors ? cores.size() : 0);
    }

    private static Set<Integer> numbers(String list) throws IOException {
        Set<Integer> numbers = new HashSet<>();
        try {
            for (String part : list.isEmpty() ? new String[0] : list.split(",")) {
                String[] ends = part.split("-");
                for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++) {
                    numbers.add(i);
                }
            }
        } catch (NumberFormatException e) {
            throw new IOException(list, e);
        }
        return numbers;
    }

    /**
     * What they are to each other: {@code cores} where each processor is one, {@code threads-of-one-core},
     * {@code threads-of-several-cores}, or {@code not-known}.
     */
    public String relation() {
        if (cores == 0) {
            return "not-known";
        }
        if (cores == processors) {
            return "cores";
        }
        return cores == 1 ? "threads-of-one-core" : "threads-of-several-cores";
    }
}
