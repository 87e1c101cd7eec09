package downhill.cli.bench;

import downhill.engine.ChildProcess;
import downhill.engine.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Programs of this machine that are measured beside the engine, and what they are given. */
final class Outside {
    private Outside() {
    }

    /** The first of some programs that is there. */
    static Optional<Path> first(String... names) {
        return Stream.of(names).map(Programs::find).flatMap(Optional::stream).findFirst();
    }

    /** A text that the program brings. */
    static String text(String name) throws IOException {
        try (InputStream stream = Outside.class.getResourceAsStream("/downhill/bench/" + name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What a program prints; empty where it cannot run, fails, or takes longer than {@code seconds}. */
    static Optional<String> said(List<String> command, int seconds) throws IOException {
        try {
            return ChildProcess.ask(command, Map.of(), seconds).filter(answer -> answer.code() == 0).map(ChildProcess.Answer::text);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
