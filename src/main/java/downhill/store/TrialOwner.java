package downhill.store;

import java.time.Instant;
import java.util.Optional;

/** Who runs a trial: a process of a machine. */
final class TrialOwner {
    private static final String BETWEEN = "/";
    private static final String MACHINE = machine();

    private TrialOwner() {
    }

    private static String machine() {
        String name = System.getenv(System.getProperty("os.name", "").startsWith("Windows") ? "COMPUTERNAME" : "HOSTNAME");
        return name == null ? "" : name.replaceAll("[^A-Za-z0-9.-]", "");
    }

    /** This process. */
    static String here() {
        return text(ProcessHandle.current());
    }

    private static String text(ProcessHandle process) {
        return process.pid() + BETWEEN + process.info().startInstant().map(Instant::toEpochMilli).orElse(0L) + BETWEEN + MACHINE;
    }

    /** Whether that process runs no more; of another machine's that cannot be told. */
    static boolean isGone(String owner) {
        String[] parts = owner.split(BETWEEN, -1);
        if (parts.length != 3 || !parts[0].matches("[0-9]{1,18}")) {
            return true;
        }
        Optional<ProcessHandle> process = ProcessHandle.of(Long.parseLong(parts[0]));
        return parts[2].equals(MACHINE) && process.map(TrialOwner::text).filter(owner::equals).isEmpty();
    }
}
