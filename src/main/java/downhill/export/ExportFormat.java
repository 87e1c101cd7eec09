package downhill.export;

import downhill.model.TrainedEnsemble;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Forms in which a model can be taken away. */
public enum ExportFormat {
    /** A graph for ONNX Runtime and whoever reads its files, in float. */
    ONNX(".onnx", 1e-5),
    /** One source file without dependencies, in double. */
    JAVA(".java", 1e-9),
    /** A script that builds the model, answers and trains on, in double. */
    PYTORCH(".py", 1e-9),
    /** A page that predicts in a browser, in double. */
    HTML(".html", 1e-9),
    /** A notebook that repeats a race in PyTorch, in double; of a race alone, not of a trained model. */
    NOTEBOOK(".ipynb", 1e-9);

    private static final double STEP = 0.05;

    private final String ending;
    private final double bound;

    ExportFormat(String ending, double bound) {
        this.ending = ending;
        this.bound = bound;
    }

    /** Whether a trained model can be written so; else only a race can. */
    public boolean isOfModels() {
        return this != NOTEBOOK;
    }

    /** As it is typed. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What names of such files end in. */
    public String ending() {
        return ending;
    }

    /** Largest difference to the program's answers, relative to them where they are above 1, that is rounding. */
    public double bound() {
        return bound;
    }

    /**
     * That of a model. In float, a value that goes into a product as a whole number may fall to another than in double where it lies
     * between two, and moves an answer by a step.
     */
    public double bound(TrainedEnsemble model) {
        boolean steps = this == ONNX && model.members().stream().map(each -> each.model().model().quantisation())
                .anyMatch(how -> how != null && !how.inputs().isEmpty());
        return steps ? STEP : bound;
    }

    /** The one that a file's name ends in. */
    public static Optional<ExportFormat> of(String file) {
        return Arrays.stream(values()).filter(each -> file.toLowerCase(Locale.ROOT).endsWith(each.ending)).findFirst();
    }
}
