package downhill.cli;

import downhill.serve.ServeLimits;
import downhill.words.Said;
import picocli.CommandLine.Option;

/** What a server takes at most. */
final class ServeOptions {
    private static final int MEGABYTE = 1 << 20;
    private static final int MOST_MEGABYTES = 40;

    @Option(names = "--max-body", defaultValue = "8", paramLabel = "MB", description = "Size of a request (default: ${DEFAULT-VALUE} MB, "
            + "at most 40).")
    private int megabytes;

    @Option(names = "--max-rows", defaultValue = "10000", paramLabel = "N",
            description = "Rows of a request (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Option(names = "--timeout", defaultValue = "10", paramLabel = "SECONDS",
            description = "Time for a request to come, to wait, and for an explanation (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--max-connections", defaultValue = "1000", paramLabel = "N",
            description = "Connections at once; others are closed (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(names = "--max-waiting", defaultValue = "200", paramLabel = "N",
            description = "Requests at once; others get 429 (default: ${DEFAULT-VALUE}).")
    private int waiting;

    @Option(names = "--batch", defaultValue = "0", paramLabel = "ROWS",
            description = "Put waiting requests through a model together, up to so many rows: quicker for large models, but an answer "
            + "may differ in its last bits by what it was put together with (default: each by itself).")
    private int merged;

    @Option(names = "--warm", defaultValue = "0", paramLabel = "SECONDS",
            description = "Answer made-up requests for so long before being ready, so that Java has compiled what answers "
            + "(default: ${DEFAULT-VALUE}).")
    private int warm;

    int warm() {
        check("--warm", warm, 0, 600);
        return warm;
    }

    ServeLimits limits() {
        check("--max-body", megabytes, 1, MOST_MEGABYTES);
        check("--max-rows", rows, 1, 10_000_000);
        check("--timeout", seconds, 1, 3600);
        check("--max-connections", connections, 1, 100_000);
        check("--max-waiting", waiting, 1, 100_000);
        check("--batch", merged, 0, 10_000);
        return new ServeLimits(megabytes * MEGABYTE, rows, seconds, connections, waiting, merged);
    }

    private static void check(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new InputException(Said.of("serve.range", option, value, least, most));
        }
    }
}
