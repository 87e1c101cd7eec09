package downhill.ui.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing that a lower layer can say stays English, or half English, in a Chinese window; the sentences are read from the source itself. */
class EverySentenceInChineseTest {
    /** The layers below the window that a window can hear; the command line speaks English. */
    private static final List<String> LAYERS = List.of("setting", "expr", "optim", "data", "engine", "model", "race", "analysis", "store");
    /** Files whose sentences no window shows: code that is printed, formulas' alphabets, sizes that only a fault of the program gets wrong, `conform`. */
    private static final Set<String> UNHEARD = Set.of("PythonCode", "JavaCode", "Shapes", "ExprToGraph", "Graph", "Gradients", "KernelAssembler", "Plan",
            "StepLog", "Shard", "TrainingStack", "GemmShape", "BatchSchedule", "EscapingReader", "TorchOptimizers", "TorchSchedules", "ConformanceStore",
            "ConformanceModels", "CaseFields", "LbfgsMethod", "CudaTrial", "BackendServices", "SampleData",
            "Planner", "Lost");
    /** Told by predict, evaluate and doctor on the command line alone, or in the log. */
    private static final Set<String> TERMINAL = Set.of("Contradictions", "OpenBlas", "BlasChoice", "BlasTrial", "BlasMemory");
    /** Put together of several parts; {@link SentencesTest} renders them whole. */
    private static final Set<String> COMPOSED = Set.of("Preprocessing", "TargetStep", "FeatureStep", "Relation");
    /** What is compared with, not said: words of file formats, of libraries and of operating systems; and alphabets. */
    private static final Pattern COMPARED = Pattern.compile("SQLite format 3|used by another process|no space left|not enough space|read-only file system"
            + "|(String|Number) value length|alpha beta gamma .*");
    /** What stays Latin in Chinese too: names, formats, symbols, what a person types. */
    private static final Pattern KEPT = Pattern.compile("Downhill|--sample|-Xmx8g|bzip2|xz|Zip|Zstandard|L-BFGS|[A-Z]{2,}[\\w-]*|Xavier|He|Huber|Nesterov|windows-1252|UTF-?\\d*|(?:[a-z]+\\.)+[a-zA-Z]+");
    private static final Pattern LATIN = Pattern.compile("[A-Za-z]{2,}");

    @BeforeEach
    void speakChinese() {
        Messages.languageProperty().set(Language.CHINESE);
    }

    @AfterEach
    void speakEnglish() {
        Messages.languageProperty().set(Language.ENGLISH);
    }

    @Test
    void everySentenceOfEveryLayerIsKnown() throws IOException {
        List<SourceSentences.Found> all = SourceSentences.in(LAYERS.stream().map(layer -> Path.of("src/main/java/downhill", layer)).toList());
        Set<String> forms = english();
        assertThat(all).as("the scan finds sentences at all").hasSizeGreaterThan(20);
        List<String> unknown = all.stream().filter(found -> !UNHEARD.contains(found.file()) && !COMPOSED.contains(found.file()) && !TERMINAL.contains(found.file()))
                .filter(found -> !COMPARED.matcher(found.text()).matches() && !isSpoken(found.text()))
                .filter(found -> forms.stream().noneMatch(form -> form.contains(bare(found.text()))))
                .map(found -> found.place() + "\t" + found.text().replace("\n", "\\n")).distinct().toList();
        assertThat(unknown).isEmpty();
    }

    /** Alone, behind the name of a file, or with quotes around what is put in, as it stands in the sentence around it. */
    private static boolean isSpoken(String text) {
        String value = SourceSentences.VALUE;
        return Stream.of(text, value + ": " + text, text.replace("format" + value, "format"), text.replace(value, '"' + value + '"')).anyMatch(form -> isChinese(Sentences.spoken(form)));
    }

    private static boolean isChinese(String text) {
        return text.matches("(?s).*\\p{IsHan}.*") && !LATIN.matcher(KEPT.matcher(text).replaceAll("")).find();
    }

    /** The sentences known, so that a part of one is known too. */
    private static Set<String> english() throws IOException {
        try (var in = Files.newBufferedReader(Path.of("resources/downhill/ui/i18n/sentences.properties"))) {
            PropertyResourceBundle bundle = new PropertyResourceBundle(in);
            return bundle.keySet().stream().map(key -> bare(bundle.getString(key).replaceAll("\\{\\d}", SourceSentences.VALUE))).collect(Collectors.toSet());
        }
    }

    /** Without the quotes around what is put in, and without what is put in at either end. */
    private static String bare(String text) {
        String value = SourceSentences.VALUE;
        return text.replace('"' + value + '"', value).replaceAll(value + value + "+", value).replaceAll("^[; " + value + "]+|[ " + value + "]+$", "");
    }
}
