package downhill.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * What a lower layer can say to a person stands in no source but in the bundles, so that every language has it; the source is read as the
 * compiler reads it. What is new says {@code Said.of("its.key", ...)}: see {@link downhill.words}.
 */
class NoWordsInTheSourceTest {
    /** The layers below the window that a window can hear; and the command line. */
    private static final List<String> LAYERS = List.of("words", "setting", "expr", "optim", "data", "engine", "model", "race", "analysis",
            "study", "store", "serve", "cli");
    /** Files whose texts no window shows: code that is printed, names, faults of the program. */
    private static final Set<String> UNHEARD = Set.of("PythonCode", "TorchCode", "JavaCode", "LbfgsMethod", "SampleData", "Shapes",
            "ExprToGraph",
            "Matrices", "WrittenUpdate", "Graph", "Gradients", "KernelAssembler", "Plan", "Planner", "StepLog", "Shard", "TrainingStack", "GemmShape", "BatchSchedule",
            "EscapingReader", "StudySql", "BackendServices", "TreeJava", "Formulas", "ImageText", "KernelText", "GroupLayout",
            "ProductText",
            "ReductionText", "RunRates", "StepWriter");
    /** In the log alone, or what another process answers. */
    private static final Set<String> TERMINAL = Set.of("InferenceServer", "RequestThreads", "BlasTrial", "BlasFile", "BlasMemory", "CudaTrial", "BoundedProcess", "SkipKind");
    /** Headings of CSV files, help of metrics for other programs, and what the builders of the program run to measure it. */
    private static final Set<String> KEPT = Set.of("ScoredRows", "BenchCommand", "QualityReport", "CtrlC", "Tally");
    /** What is compared with, not said: words of file formats, of libraries, of operating systems, of earlier sessions; and alphabets. */
    private static final Pattern COMPARED =
            Pattern.compile("SQLite format 3|used by another process|no space left|not enough space|read-only file system"
            + "|(String|Number) value length|alpha beta gamma .*|gradient of \\(.*");
    /** Faults of the program itself. */
    private static final Pattern OURS = Pattern.compile("The rule \u2460 cannot be read|a document cannot hold .*");

    @Test
    void nothingIsSaidInWords() throws IOException {
        List<SourceSentences.Found> all = SourceSentences.in(LAYERS.stream().map(layer -> Path.of("src/main/java/downhill", layer))
                .toList());
        assertThat(all).as("the scan finds texts at all").extracting(SourceSentences.Found::file).contains("LbfgsMethod", "BlasTrial");
        assertThat(all).filteredOn(found -> !UNHEARD.contains(found.file()) && !TERMINAL.contains(found.file())
                && !KEPT.contains(found.file()))
                .filteredOn(found -> !COMPARED.matcher(found.text()).matches() && !OURS.matcher(found.text()).matches()).isEmpty();
    }
}
