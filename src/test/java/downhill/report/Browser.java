package downhill.report;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Chromium without a window, where it is at hand. */
final class Browser {
    private static final Path PROGRAM = Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
            .map(Path::of).filter(Files::isExecutable).findFirst().orElse(null);

    private Browser() {
    }

    /** Reports the test as skipped where there is none. */
    static void require() {
        assumeTrue(PROGRAM != null, "no Chromium is at hand");
    }

    /** What becomes of a page once its scripts have run, with what the browser complains of. */
    static String dump(Path page, Path profile) throws Exception {
        List<String> command = new ArrayList<>(List.of(PROGRAM.toString(), "--headless", "--no-sandbox", "--disable-gpu",
                "--user-data-dir=" + profile, "--virtual-time-budget=5000", "--enable-logging=stderr", "--dump-dom", page.toUri().toString()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        process.waitFor(1, TimeUnit.MINUTES);
        return said;
    }
}
