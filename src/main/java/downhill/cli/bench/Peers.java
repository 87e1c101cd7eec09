package downhill.cli.bench;

import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Cell;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Steps of PyTorch, scikit-learn and TensorFlow.js, where they are installed, beside those of the engine on the same work. */
public final class Peers {
    private static final int PATIENCE_SECONDS = 600;
    private static final int ROWS = 1024;
    private static final int MANY = 1 << 16;

    private Peers() {
    }

    /** The work by the name that the other programs know it by. */
    static Map<String, BenchWork> works(Rule adam) {
        Map<String, BenchWork> works = new LinkedHashMap<>();
        works.put("mlp", dense(adam, 32, 2, 16));
        works.put("narrow", dense(adam, 128, 100, 8));
        works.put("wide", dense(adam, 128, 100, 64));
        works.put("wider", dense(adam, 128, 100, 256));
        works.put("widest", dense(adam, 128, 100, 1024));
        works.put("mnist", new BenchWork(new ModelSpec(new Architecture.Mlp(List.of(256, 128), Activation.TANH), Loss.CROSS_ENTROPY),
                InputShape.of(784), 10, ROWS, 128, adam));
        works.put("batch65536", new BenchWork(dense(adam, 128, 100, 64).model(), InputShape.of(100), 1, 2 * MANY, MANY, adam));
        works.put("logistic", new BenchWork(new ModelSpec(new Architecture.Logistic(), Loss.BINARY_CROSS_ENTROPY), InputShape.of(30), 1,
                455, 455, adam));
        works.put("cnn", new BenchWork(new ModelSpec(Architecture.Cnn.digits(), Loss.CROSS_ENTROPY), InputShape.of(1, 8, 8), 10, ROWS, 64,
                adam));
        works.put("cnn28", new BenchWork(new ModelSpec(Architecture.Cnn.article(), Loss.CROSS_ENTROPY), InputShape.of(1, 28, 28), 10, ROWS,
                64, adam));
        works.put("lstm", series(adam, new Architecture.Recurrent(Cell.LSTM, 16), 24));
        works.put("lstm64", series(adam, new Architecture.Recurrent(Cell.LSTM, 64), 64));
        works.put("gru64", series(adam, new Architecture.Recurrent(Cell.GRU, 64), 64));
        works.put("transformer", series(adam, new Architecture.Transformer(16, 2, 32), 24));
        works.put("transformer64", series(adam, new Architecture.Transformer(64, 4, 128), 64));
        return works;
    }

    private static BenchWork dense(Rule adam, int batch, int inputs, int hidden) {
        return new BenchWork(new ModelSpec(new Architecture.Mlp(List.of(hidden, hidden), Activation.TANH), Loss.MSE),
                InputShape.of(inputs), 1, ROWS, batch, adam);
    }

    private static BenchWork series(Rule adam, Architecture architecture, int window) {
        return new BenchWork(new ModelSpec(architecture, Loss.MSE), InputShape.of(window, 1), 1, ROWS, 32, adam);
    }

    /** @param wanted names; none for all */
    static Map<String, BenchWork> works(Rule adam, Collection<String> wanted) {
        Map<String, BenchWork> works = works(adam);
        if (!wanted.isEmpty()) {
            works.keySet().retainAll(wanted);
        }
        return works;
    }

    /** How work is called. */
    public static Set<String> names(Rule adam) {
        return works(adam).keySet();
    }

    /** Lines of work, program and microseconds, by work and program. */
    static Map<String, Map<String, Double>> read(String said) {
        Map<String, Map<String, Double>> times = new LinkedHashMap<>();
        said.lines().map(line -> line.split("\t")).filter(parts -> parts.length == 3 && parts[2].matches("[0-9.]+"))
                .forEach(parts -> times.computeIfAbsent(parts[0], work -> new LinkedHashMap<>()).put(parts[1], Double.valueOf(parts[2])));
        return times;
    }

    /** What other programs say; nothing where there are none. */
    static String others(int threads, Collection<String> wanted) throws IOException {
        StringBuilder said = new StringBuilder();
        Optional<Path> python = Outside.first("python3", "python");
        if (python.isPresent()) {
            Path script = Files.createTempFile("downhill-peers", ".py");
            try {
                Files.writeString(script, Outside.text("peers.py"));
                Outside.said(List.of(python.get().toString(), script.toString(), String.valueOf(threads), String.join(",", wanted)),
                        PATIENCE_SECONDS).ifPresent(said::append);
            } finally {
                Files.deleteIfExists(script);
            }
        }
        Optional<Path> node = Outside.first("node");
        if (node.isPresent()) {
            Outside.said(List.of(node.get().toString(), "-e", Outside.text("peers.js"), String.join(",", wanted)), PATIENCE_SECONDS)
                    .ifPresent(said::append);
        }
        return said.toString();
    }

    /**
     * Measures some work, or all, the other programs first.
     *
     * @param wanted  names of work; none for all
     * @param threads that any of them may use
     * @param seconds for each work, warming up included
     */
    public static List<PeerFigure> measure(Rule adam, Collection<String> wanted, int threads, double seconds) throws IOException {
        Map<String, BenchWork> works = works(adam, wanted);
        Map<String, Map<String, Double>> others = read(others(threads, works.keySet()));
        List<PeerFigure> figures = new ArrayList<>();
        works.forEach((name, work) -> figures.add(new PeerFigure(name,
                new Bench(work, Precision.FLOAT, threads, seconds).measure(1).fastest(),
                others.getOrDefault(name, Map.of()))));
        return figures;
    }
}
