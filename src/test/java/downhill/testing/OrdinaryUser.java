package downhill.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Runs a small program of a test where the permissions of files hold, also where the tests are run by root, whom they do not stop. */
public final class OrdinaryUser {
    private static final Path SETPRIV = Path.of("/usr/bin/setpriv");
    private static final List<String> WITHOUT_OVERRIDE = List.of(SETPRIV.toString(), "--bounding-set=-dac_override,-dac_read_search");

    private OrdinaryUser() {
    }

    /**
     * What the main method of {@code program} prints.
     *
     * @param root whether the tests are run by somebody who may read and write everything; that is taken from the program then
     */
    public static String run(Class<?> program, boolean root, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if (root) {
            Assumptions.assumeTrue(Files.isExecutable(SETPRIV), "nothing here takes root's rights away");
            command.addAll(WITHOUT_OVERRIDE);
        }
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dstdout.encoding=UTF-8",
                "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }
}
