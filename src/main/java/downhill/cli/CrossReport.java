package downhill.cli;

import downhill.analysis.score.CrossScores;
import downhill.analysis.score.CrossVerdict;
import downhill.analysis.verdict.Pair;
import downhill.analysis.verdict.Standing;
import downhill.analysis.verdict.Verdict;
import downhill.data.prepare.FoldedRows;
import downhill.data.split.FoldSpec;
import downhill.engine.Backend;
import downhill.race.Starts;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.store.Looks;
import downhill.store.VerdictJson;
import downhill.study.Doubts;
import downhill.study.Tuned;
import downhill.words.Said;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What came of a cross-validation: the verdict, and the protocol of how it was come by. */
public final class CrossReport {
    private final Experiment experiment;
    private final FoldedRows rows;
    private final FoldSpec folds;
    private final CrossScores scores;
    private final Verdict verdict;
    private final Said sentence;
    private final double seconds;
    private final int perRepeat;
    private final Path folder;
    private Tuned tuned = Tuned.NOTHING;

    /**
     * Judges.
     *
     * @param folder  paths of data files are relative to it
     * @param folds   how {@code rows} were divided
     * @param margin  what is negligible, or null for the usual
     * @param seconds that it took
     */
    public CrossReport(Experiment experiment, Path folder, FoldedRows rows, FoldSpec folds, CrossScores scores, Double margin,
                       double seconds) {
        this.folder = folder;
        this.experiment = experiment;
        this.rows = rows;
        this.folds = folds;
        this.scores = scores;
        this.seconds = seconds;
        this.perRepeat = scores.folds().size() / folds.repeats();
        CrossVerdict judged = CrossVerdict.of(scores, folds, perRepeat, margin, experiment.seed());
        this.verdict = judged.verdict();
        this.sentence = judged.sentence();
    }

    /** With what was tuned within the folds. */
    public CrossReport tuned(Tuned within) {
        tuned = within;
        return this;
    }

    /** What a person should know before the verdict is believed. */
    Doubts doubts() {
        return new Doubts(experiment, verdict, tuned);
    }

    CrossScores scores() {
        return scores;
    }

    Verdict verdict() {
        return verdict;
    }

    /** Whether a run did. */
    boolean diverged() {
        return verdict.standings().stream().anyMatch(each -> each.diverged() > 0);
    }

    String json() {
        return VerdictJson.text(scores, verdict, perRepeat, folds.repeats(), sentence.toString(), protocol());
    }

    private Map<String, Object> protocol() {
        Map<String, Object> done = new LinkedHashMap<>();
        done.put("data", experiment.title());
        done.put("rows", rows.count());
        done.put("split", split());
        done.put("groups", folds.group());
        done.put("sealedRows", rows.sealedCount());
        done.put("sealOpened", experiment.looked().size());
        done.put("changedSinceOpened", List.copyOf(Looks.since(experiment, folder).keySet()));
        done.put("heldOutPerTrainingRow", scores.ratio());
        done.put("margin", verdict.margin());
        done.put("seed", experiment.seed());
        done.put("seedsPerFold", experiment.contenders().stream().mapToInt(ContenderSpec::seeds).max().orElse(1));
        done.put("steps", experiment.training().steps());
        done.put("precision", experiment.precision().name().toLowerCase(Locale.ROOT));
        done.put("validationWithinTrainingRows", experiment.heedsValidation());
        done.put("tuned", tuned.protocol());
        done.put("ownSettings", doubts().ownSettings());
        done.put("starts", Starts.differing(experiment).map(Said::toString).stream().toList());
        done.put("nesting", doubts().nesting().stream().map(Said::toString).toList());
        done.put("tests", List.of("corrected-resampled-t", "bayesian-correlated-t", "bootstrap-interquartile-mean"));
        done.put("backend", Backend.current().name());
        done.put("seconds", seconds);
        return done;
    }

    /** Such as {@code random, stratified}. */
    private String split() {
        List<String> words = new ArrayList<>();
        words.add(divided());
        if (folds.folds() == FoldSpec.EACH) {
            words.add("each");
        }
        if (rows.stratified()) {
            words.add("stratified");
        }
        return String.join(", ", words);
    }

    private String divided() {
        String drawn = folds.group() == null ? "random" : "grouped";
        return folds.rolling() ? "rolling" : drawn;
    }

    void print(PrintWriter out, boolean asJson) {
        if (asJson) {
            out.print(json());
            return;
        }
        TextTable standings = new TextTable(Said.of("cli.head.contender"), scores.metric().said(), Said.of("cli.head.low"),
                Said.of("cli.head.high"), Said.of("cli.head.mean"), Said.of("cli.head.diverged"));
        verdict.standings().forEach(each -> standings.row((Object[]) row(each)));
        standings.print(out);
        if (!verdict.pairs().isEmpty()) {
            out.println();
            TextTable pairs = new TextTable(Said.of("cli.head.pair"), Said.of("cli.head.difference"), Said.of("cli.head.low"),
                    Said.of("cli.head.high"), "p", Said.of("cli.head.better"), Said.of("cli.head.equivalent"), Said.of("cli.head.worse"),
                    Said.of("cli.head.improvement"));
            verdict.pairs().forEach(each -> pairs.row((Object[]) row(each)));
            pairs.print(out);
        }
        out.println();
        out.println(sentence);
    }

    private static String[] row(Standing each) {
        return new String[] {each.name(), number(each.middle().value()), number(each.middle().low()), number(each.middle().high()),
            number(each.mean()), each.diverged() + "/" + each.scores().length};
    }

    private String[] row(Pair each) {
        String names = verdict.standings().get(each.a()).name() + " - " + verdict.standings().get(each.b()).name();
        return new String[] {names, number(each.test().mean()), number(each.test().low()), number(each.test().high()),
            number(each.test().p()), number(each.better()), number(each.equivalent()), number(each.worse()), number(each.improvement())};
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.4g", value);
    }
}
