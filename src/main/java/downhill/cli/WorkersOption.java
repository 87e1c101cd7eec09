package downhill.cli;

import downhill.cluster.BlockSize;
import downhill.cluster.Places;
import downhill.cluster.Workforce;
import downhill.words.Said;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** Where the work is done. */
final class WorkersOption {
    @Option(names = "--on", paramLabel = "PLACE", description = "Where the work is done: cores[N], this machine's cores as workers, or by "
            + "Apache Spark local[N], spark://HOST:PORT, or spark for what spark-submit says (default: in this program).")
    private String place;

    boolean asked() {
        return place != null;
    }

    /** As it was typed. */
    String place() {
        return place;
    }

    /** Null where it is done in this program. */
    Workforce open() {
        return asked() ? Places.open(place) : null;
    }

    /** Says what giving work away has cost, where some was given. */
    void tell(CommandSpec spec, Workforce workers, BlockSize pace) {
        if (pace.blocks() > 0) {
            spec.commandLine().getErr().println(Said.of("cluster.told", place, pace.blocks(), workers.slots(),
                    digits(100 * pace.around())));
            if (pace.tooLittle()) {
                spec.commandLine().getErr().println(Said.of("cluster.little", digits(pace.work()), workers.slots()));
            }
        }
    }

    private static String digits(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
