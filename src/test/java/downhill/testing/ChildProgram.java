package downhill.testing;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs a small program of a test in a Java of its own. One that hangs is ended after a while that no machine needs, and what its threads
 * were waiting for is told.
 */
public final class ChildProgram {
    private static final long PATIENCE_MINUTES = 5;

    /** What it printed on standard output and on standard error, and how it ended. */
    public record Answer(int code, String out, String err) {
    }

    private ChildProgram() {
    }

    /** Runs the main method of {@code program}; {@code flags} are those of Java, {@code environment} is added to the one here. */
    public static Answer run(Class<?> program, List<String> flags, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        return run(program.getName(), flags, environment, arguments);
    }

    /** The same for the program of a name. */
    public static Answer run(String program, List<String> flags, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(tool("java"), "-cp", System.getProperty("java.class.path")));
        command.addAll(flags);
        command.add(program);
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile("child", ".out");
        Path err = Files.createTempFile("child", ".err");
        try {
            ProcessBuilder java = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
            java.environment().putAll(environment);
            int code = code(java.start());
            return new Answer(code, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static int code(Process process) throws IOException, InterruptedException {
        try {
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("It hangs:\n" + threads(process));
            }
            return process.exitValue();
        } finally {
            process.destroyForcibly();
        }
    }

    private static String threads(Process process) throws IOException, InterruptedException {
        File dump = File.createTempFile("threads", ".txt");
        new ProcessBuilder(tool("jstack"), "-l", String.valueOf(process.pid())).redirectErrorStream(true).redirectOutput(dump).start()
                .waitFor(1, TimeUnit.MINUTES);
        String threads = Files.readString(dump.toPath(), StandardCharsets.UTF_8);
        Files.delete(dump.toPath());
        return threads;
    }

    private static String tool(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}
