package downhill.cli;

import downhill.analysis.profile.AcrossSets;
import downhill.analysis.score.ScoreMetric;
import downhill.race.document.ContenderSpec;
import downhill.store.AtomicFiles;
import downhill.store.SetsJson;
import downhill.words.Said;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What came of the same contenders on several data sets. */
final class SetsReport {
    private static final String FILE = "sets.json";

    private final AcrossSets all;
    private final ScoreMetric metric;

    SetsReport(List<String> inputs, List<CrossReport> reports) {
        metric = reports.get(0).scores().metric();
        all = AcrossSets.of(inputs, reports.stream().map(CrossReport::verdict).toList());
    }

    /** @throws InputException where they are not measured alike, or are not of the same contenders */
    static void check(List<String> inputs, List<ScoreMetric> metrics, List<Opened> opened) {
        for (int i = 1; i < inputs.size(); i++) {
            if (metrics.get(i) != metrics.get(0)) {
                throw new InputException(Said.of("sets.metric", inputs.get(0), metrics.get(0).key(), inputs.get(i), metrics.get(i).key()));
            }
            if (!names(opened.get(i)).equals(names(opened.get(0)))) {
                throw new InputException(Said.of("sets.contenders", inputs.get(0), String.join(", ", names(opened.get(0))), inputs.get(i),
                        String.join(", ", names(opened.get(i)))));
            }
        }
    }

    private static List<String> names(Opened opened) {
        return opened.experiment().contenders().stream().map(ContenderSpec::name).toList();
    }

    /** The folder of one of them, within that of all. */
    static String folder(int place, String input) {
        String name = Path.of(input).getFileName().toString().replaceAll("\\.[^.]*$", "");
        return place + 1 + "-" + name;
    }

    /**
     * Each thing once, with the names of those that it is about; of one input alone without a name.
     *
     * @param said of each input
     */
    static List<Said> told(List<String> inputs, List<List<Said>> said) {
        Map<Said, List<Said>> about = new LinkedHashMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            Said name = Said.plain(inputs.get(i));
            said.get(i).forEach(each -> about.computeIfAbsent(each, unused -> new ArrayList<>()).add(name));
        }
        if (inputs.size() == 1) {
            return List.copyOf(about.keySet());
        }
        return about.entrySet().stream().map(each -> each.getValue().size() < inputs.size()
                ? Said.of("cli.of", Said.list(each.getValue()), each.getKey()) : Said.of("sets.each", each.getKey())).toList();
    }

    void print(PrintWriter out, boolean asJson) {
        if (asJson) {
            out.print(SetsJson.text(all, metric.key()));
            return;
        }
        TextTable table = new TextTable(Stream.concat(Stream.of(metric.said()), all.names().stream()).toArray());
        for (int set = 0; set < all.sets().size(); set++) {
            double[] scores = all.scores()[set];
            table.row(Stream.concat(Stream.of(all.sets().get(set)), IntStream.range(0, scores.length).mapToObj(i -> number(scores[i])))
                    .toArray());
        }
        if (all.friedman() != null) {
            table.row(Stream.concat(Stream.of(Said.of("sets.rank")), IntStream.range(0, all.names().size())
                    .mapToObj(i -> number(all.friedman().ranks()[i]))).toArray());
            table.row(Stream.concat(Stream.of(Said.of("sets.best")), IntStream.range(0, all.names().size())
                    .mapToObj(i -> number(all.profile().shares()[i][0]))).toArray());
        }
        table.print(out);
        out.println();
        out.println(all.said());
    }

    void write(Path folder) {
        AtomicFiles.write(folder.resolve(FILE), SetsJson.text(all, metric.key()), false);
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.4g", value) : "-";
    }
}
