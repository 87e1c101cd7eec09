package downhill.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Asks another program something, with an end to its time and its words. */
public final class ChildProcess {
    private static final int MOST_CHARACTERS = 20_000;

    private ChildProcess() {
    }

    /** What it printed, on both streams, and how it ended. */
    public record Answer(int code, String text) {
    }

    /** Nothing where it cannot be started or takes longer than {@code seconds}. */
    public static Optional<Answer> ask(List<String> command, Map<String, String> environment, int seconds) throws IOException,
            InterruptedException {
        Path output = Files.createTempFile("downhill", ".txt");
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return answer(builder.start(), output, seconds);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static Optional<Answer> answer(Process process, Path output, int seconds) throws IOException, InterruptedException {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
            String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
            return Optional.of(new Answer(process.exitValue(), text.substring(0, Math.min(text.length(), MOST_CHARACTERS))));
        } finally {
            process.destroyForcibly();
        }
    }
}
