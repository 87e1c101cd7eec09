package downhill.cli;

import downhill.analysis.explain.ClassScale;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.Shap;
import downhill.analysis.score.ScoreMetric;
import downhill.data.NearNames;
import downhill.data.TaskKind;
import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What ways to explain can be asked for beside rows and background. */
final class ExplainOptions {
    @Option(names = "--in", paramLabel = "SCALE", defaultValue = "probability",
            description = "Of classes: probability, or log-odds, ln(p / (1 - p)) (default: ${DEFAULT-VALUE}).")
    private String scale;

    @Option(names = "--metric", paramLabel = "NAME", description = "permutation: what the model is measured by "
            + "(default: accuracy of classes, rmse of numbers).")
    private String metric;

    @Option(names = "--repeats", paramLabel = "N", defaultValue = "10",
            description = "permutation: how often each column is shuffled, at least 2 (default: ${DEFAULT-VALUE}).")
    private int repeats;

    @Option(names = "--together", paramLabel = "COLUMNS", description = "permutation: columns, joined by commas, that are shuffled as one; "
            + "may be given several times.")
    private List<String> together;

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "" + Shap.ROUNDS,
            description = "shap of more than 14 columns: orders drawn for each background row, at least 2 (default: ${DEFAULT-VALUE}).")
    private int rounds;

    @Option(names = "--interactions", description = "shap: what pairs of columns do together, too (up to 14 columns).")
    private boolean interactions;

    @Option(names = "--feature", paramLabel = "COLUMN", split = ",", description = "pdp, ice, ale: one column, or for pdp two, joined by a "
            + "comma, at once; drop: any (default: each column by itself).")
    private List<String> features;

    @Option(names = "--points", paramLabel = "N", defaultValue = "20",
            description = "pdp, ice: values of each column; ale: intervals; at least 2 (default: ${DEFAULT-VALUE}).")
    private int points;

    @Option(names = "--centred", description = "pdp, ice: tell every curve from where it begins.")
    private boolean centred;

    @Mixin
    private ExplainChoices choices;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "0", description = "Of everything drawn by lot (default: ${DEFAULT-VALUE}).")
    private long seed;

    private static final List<String> EFFECTS = List.of("pdp", "ice", "ale");
    /** The ways that each option means something to; the others mean something to all. */
    private static final Map<String, List<String>> USERS = Map.ofEntries(Map.entry("--metric", List.of("permutation", "drop", "features")),
            Map.entry("--repeats", List.of("permutation")), Map.entry("--together", List.of("permutation")),
            Map.entry("--rounds", List.of("shap")), Map.entry("--interactions", List.of("shap")),
            Map.entry("--feature", List.of("pdp", "ice", "ale", "drop")), Map.entry("--points", EFFECTS),
            Map.entry("--centred", List.of("pdp", "ice")), Map.entry("--leaves", List.of("surrogate", "errors")),
            Map.entry("--bins", List.of("lime")), Map.entry("--want", List.of("counterfactual")),
            Map.entry("--keep", List.of("counterfactual")), Map.entry("--count", List.of("nearest", "prototypes")),
            Map.entry("--folds", List.of("drop", "features")));

    /** Refuses options that mean nothing to the way that was chosen. */
    static void check(String method, Predicate<String> isGiven) {
        USERS.entrySet().stream().filter(each -> isGiven.test(each.getKey()) && !each.getValue().contains(method)).min(
                Map.Entry.comparingByKey()).ifPresent(each -> {
                    throw new InputException(Said.of("explain.option.other", each.getKey(), method, String.join(", ", each.getValue())));
                });
    }

    /**
     * Refuses what could be asked of no model.
     *
     * @param anyNumber of columns may be named by {@code --feature}
     */
    void check(boolean anyNumber) {
        choices.check();
        classScale();
        if (repeats < 2) {
            throw new InputException(Said.of("explain.least.repeats", repeats));
        }
        if (points < 2) {
            throw new InputException(Said.of("explain.least.points", points));
        }
        if (features != null && !anyNumber && features.stream().distinct().count() > 2) {
            throw new InputException(Said.of("explain.features.two", features.size()));
        }
        if (rounds < 2) {
            throw new InputException(Said.of("explain.least.rounds", rounds));
        }
    }

    /** The columns whose effect is wanted, all where none were named. */
    int[] columns(List<ExplainedColumn> columns) {
        List<String> names = columns.stream().map(ExplainedColumn::name).toList();
        return features == null ? IntStream.range(0, names.size()).toArray()
                : features.stream().mapToInt(name -> place(names, name.strip())).distinct().toArray();
    }

    /** The same by their names. */
    List<String> chosen(List<String> names) {
        return features == null ? names : features.stream().map(name -> names.get(place(names, name.strip()))).distinct().toList();
    }

    /** Which of these columns that is. */
    static int place(List<String> names, String name) {
        int place = names.indexOf(name);
        if (place < 0) {
            throw new InputException(NearNames.absent("column.none.near", "column.none", name, names));
        }
        return place;
    }

    /** Whether columns were named. */
    boolean isChosen() {
        return features != null;
    }

    /** Whether two were. */
    boolean isPair() {
        return features != null && features.stream().distinct().count() == 2;
    }

    int points() {
        return points;
    }

    boolean centred() {
        return centred;
    }

    ClassScale classScale() {
        for (ClassScale each : ClassScale.values()) {
            if (each.key().equals(scale)) {
                return each;
            }
        }
        throw new InputException(Said.of("explain.scale", scale));
    }

    ScoreMetric metric(TaskKind task) {
        return metric == null ? ScoreMetric.usual(task) : ScoreMetric.named(metric, task);
    }

    ExplainChoices choices() {
        return choices;
    }

    int repeats() {
        return repeats;
    }

    /** Lists of columns that are one feature; empty for none. */
    List<String> together() {
        return together == null ? List.of() : together;
    }

    int rounds() {
        return rounds;
    }

    boolean interactions() {
        return interactions;
    }

    long seed() {
        return seed;
    }
}
