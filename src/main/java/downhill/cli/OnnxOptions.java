package downhill.cli;

import downhill.words.Said;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** What an ONNX file of another program does not say itself. */
final class OnnxOptions {
    @Option(names = "--target", paramLabel = "COLUMN",
            description = "Of an ONNX file that another program wrote: the column that it predicts.")
    private String target;

    @Option(names = "--classes", split = ",", paramLabel = "NAME",
            description = "Of such a file: names of its classes, in the order of their probabilities (default: 0, 1, 2 …).")
    private List<String> classes = List.of();

    /** Null where nothing was said. */
    String target() {
        return target;
    }

    List<String> classes() {
        return classes;
    }

    /** A file that says it itself. */
    void refuse(Path file) {
        if (target != null || !classes.isEmpty()) {
            throw new InputException(Said.of(target != null ? "cli.onnx.target" : "cli.onnx.classes", file));
        }
    }
}
