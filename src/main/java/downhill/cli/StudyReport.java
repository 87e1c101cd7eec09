package downhill.cli;

import downhill.store.JsonOutput;
import downhill.study.Judging;
import downhill.study.Overtuning;
import downhill.study.Recipe;
import downhill.study.importance.Importance;
import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.study.space.ValueText;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialOrder;
import downhill.study.trial.TrialScores;
import downhill.study.trial.TrialState;
import downhill.words.Said;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of a study. */
final class StudyReport {
    private final SearchSpace space;
    private final Judging judging;
    private final List<Trial> trials;
    private final Optional<Trial> best;
    private final Importance importance;
    private final Optional<Overtuning> overtuning;

    /** As it is printed in JSON. */
    public record Best(int number, double value, Map<String, Object> params) {
    }

    /** The same where it was judged by folds: of how many, what each came to, and how far they lie apart. */
    public record FoldedBest(int number, double value, Map<String, Object> params, String metric, double mean, double spread,
                             List<Double> folds) {
    }

    /** What the choice among many trials has added; null where a number is not known. */
    public record Meter(String measure, int rows, double inner, double outer, double guess, double relative, String verdict,
                        String sentence) {
        static Meter of(Overtuning meter, String measure) {
            return new Meter(measure, meter.guess().rows(), meter.inner(), meter.outer(), meter.guess().value(),
                    meter.relative(), meter.verdict().name().toLowerCase(Locale.ROOT), meter.sentence().toString());
        }
    }

    StudyReport(Recipe recipe, Judging judging, List<Trial> trials) {
        space = recipe.space();
        this.judging = judging;
        this.trials = trials;
        best = TrialOrder.best(trials);
        importance = Importance.of(space, trials);
        overtuning = judging.guess(recipe.base()).flatMap(guess -> Overtuning.of(trials, guess));
    }

    /** The complete trial that did best. */
    Optional<Trial> best() {
        return best;
    }

    /** How many trials stand so. */
    long count(TrialState state) {
        return trials.stream().filter(trial -> trial.state() == state).count();
    }

    /** For a person. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.5g", value);
    }

    /** For other programs. */
    String json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("trials", trials.size());
        fields.put("pruned", count(TrialState.PRUNED));
        fields.put("best", best.map(this::fields).orElse(null));
        fields.put("importance", importance.shares());
        overtuning.ifPresent(meter -> fields.put("overtuning", Meter.of(meter, judging.measure())));
        return JsonOutput.ordered(fields);
    }

    private Object fields(Trial trial) {
        TrialScores scores = trial.scores();
        return scores.folds().isEmpty() ? new Best(trial.number(), trial.loss(), ordered(trial)) : new FoldedBest(trial.number(),
                trial.loss(), ordered(trial), judging.measure(), scores.mean(), scores.spread(), scores.folds());
    }

    /** In the order in which they are searched over, whoever wrote the trial down. */
    private Map<String, Object> ordered(Trial trial) {
        Map<String, Object> values = new LinkedHashMap<>();
        space.knobs().stream().map(Knob::name).filter(trial.values()::containsKey)
                .forEach(name -> values.put(name, trial.values().get(name)));
        trial.values().forEach(values::putIfAbsent);
        return values;
    }

    /** For a person. */
    void print(PrintWriter out) {
        out.println(Said.of("tune.trials", trials.size(), count(TrialState.COMPLETE), count(TrialState.PRUNED), count(TrialState.FAILED)));
        best.ifPresent(trial -> out.println(said(trial)));
        overtuning.ifPresent(meter -> out.println(meter.sentence()));
        TextTable table = new TextTable(Said.of("tune.head.setting"), Said.of("tune.head.best"), Said.of("tune.head.importance"));
        space.knobs().stream().map(Knob::name).forEach(name -> table.row(name,
                best.map(trial -> trial.values().get(name)).map(ValueText::of).orElse("-"), share(name)));
        table.print(out);
        if (!importance.shares().isEmpty()) {
            out.println(Said.of(importance.few() ? "tune.importance.few" : "tune.importance"));
        }
    }

    private Said said(Trial trial) {
        TrialScores scores = trial.scores();
        return scores.folds().isEmpty() ? Said.of("tune.best", trial.number(), number(trial.loss())) : Said.of("tune.best.folds",
                trial.number(), judging.measure(), number(scores.mean()), number(scores.spread()), scores.folds().size());
    }

    private String share(String name) {
        return importance.shares().containsKey(name) ? Math.round(100 * importance.shares().get(name)) + " %" : "";
    }
}
