package downhill.cli;

import downhill.store.AtomicFiles;
import downhill.store.ExplainCsv;
import downhill.store.FileKind;
import downhill.store.JsonOutput;
import downhill.store.Outputs;
import downhill.store.ResultsStore;
import downhill.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What an explanation leaves in its folder, written when all is done, each file whole or not at all. */
final class ExplainFiles {
    private static final String CSV = "explain.csv";
    private static final String JSON = "explain.json";
    private static final String PICTURE = "explain.png";

    private final Path folder;
    private final ExplainChartWriter charts;

    ExplainFiles(Path folder, ExplainChartWriter charts) {
        this.folder = folder;
        this.charts = charts;
    }

    /** @throws downhill.store.StoreException where something would be lost */
    void check(List<Path> inputs) {
        Outputs outputs = new Outputs();
        inputs.forEach(outputs::reading);
        String option = "--out " + folder;
        outputs.writing(option, folder.resolve(CSV), FileKind.TABLE).writing(option, folder.resolve(JSON), FileKind.EXPLANATION)
                .writing(option, folder.resolve(PICTURE), FileKind.PICTURE)
                .writing(option, folder.resolve(ExplainSurrogate.SQL), FileKind.CODE)
                .writing(option, folder.resolve(ExplainSurrogate.JAVA), FileKind.CODE)
                .writing(option, folder.resolve(ExplainFeatures.DOCUMENT), FileKind.DOCUMENT).check();
    }

    void write(String method, ExplainResult result, Words words) {
        ResultsStore store = new ResultsStore(folder);
        ExplainCsv.write(store.file(CSV), result.head(), result.lines());
        AtomicFiles.write(store.file(JSON), JsonOutput.ordered(named(method, result)), false);
        result.code().forEach((name, text) ->
                AtomicFiles.write(store.file(name), file -> Files.writeString(file, text), false));
        result.charts().forEach((name, chart) ->
                AtomicFiles.write(store.file(name + ".png"), file -> charts.write(file, chart, words), false));
    }

    private static java.util.Map<String, Object> named(String method, ExplainResult result) {
        java.util.Map<String, Object> all = new java.util.LinkedHashMap<>();
        all.put("explanation", method);
        all.putAll(result.json());
        all.put("told", result.told().stream().map(Object::toString).toList());
        return all;
    }

    /** Five digits. */
    static String number(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%.5g", value);
    }

    /** With its sign. */
    static String signed(double value) {
        return (value > 0 ? "+" : "") + number(value);
    }
}
