package downhill.cli.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What this machine can do: a network of 2-16-16-1 with Adam written by hand in C for its very sizes, built where a compiler is at hand,
 * and the engine on one thread beside it.
 */
public final class Limit {
    private static final String[] COMPILERS = {"cc", "gcc", "clang"};
    private static final int PATIENCE_SECONDS = 120;

    private Limit() {
    }

    /** Microseconds of a step in C; empty where no compiler is at hand, or what it builds does not run. */
    public static Optional<Double> inC() throws IOException {
        Optional<Path> compiler = Outside.first(COMPILERS);
        if (compiler.isEmpty()) {
            return Optional.empty();
        }
        Path folder = Files.createTempDirectory("downhill-limit");
        Path source = folder.resolve("limit.c");
        Path program = folder.resolve("limit");
        try {
            Files.writeString(source, Outside.text("limit.c"));
            Optional<String> built = Outside.said(List.of(compiler.get().toString(), "-O3", "-march=native", "-ffast-math", "-o",
                    program.toString(), source.toString(), "-lm"), PATIENCE_SECONDS);
            return built.isEmpty() ? Optional.empty() : Outside.said(List.of(program.toString()), PATIENCE_SECONDS).flatMap(Limit::read);
        } finally {
            Files.deleteIfExists(source);
            Files.deleteIfExists(program);
            Files.deleteIfExists(folder);
        }
    }

    /** The first line is the time. */
    static Optional<Double> read(String said) {
        try {
            return said.lines().findFirst().map(line -> Double.parseDouble(line.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The figures of the engine beside the limit, which comes first where there is one. */
    static List<LimitFigure> beside(Optional<Double> limit, List<BenchFigure> own) {
        List<LimitFigure> figures = new ArrayList<>();
        limit.ifPresent(micros -> figures.add(new LimitFigure(0, micros, 1)));
        own.forEach(each -> figures.add(new LimitFigure(each.runs(), each.microsecondsPerRunStep(),
                limit.map(micros -> each.microsecondsPerRunStep() / micros).orElse(Double.NaN))));
        return figures;
    }

    /** Measures both, one after the other. */
    public static List<LimitFigure> measure(Bench own, List<Integer> runs) throws IOException {
        Optional<Double> limit = inC();
        return beside(limit, runs.stream().map(own::measure).toList());
    }
}
