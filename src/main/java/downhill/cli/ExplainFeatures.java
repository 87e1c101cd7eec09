package downhill.cli;

import downhill.analysis.explain.anew.Anew;
import downhill.analysis.explain.anew.FeatureTrials;
import downhill.data.MadeColumn;
import downhill.data.Progress;
import downhill.optim.RuleLibrary;
import downhill.store.ExperimentStore;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Which columns made of others earn their place in the preparation. */
final class ExplainFeatures implements ExplainTraining {
    /** The document with those that did. */
    static final String DOCUMENT = "features.json";

    /** As JSON has it; a suggestion with which a fold diverged has no numbers but those of the other folds. */
    public record Line(List<String> columns, int round, Optional<Double> gain, Optional<Double> low, Optional<Double> high,
                       Optional<Double> error, boolean kept, List<Optional<Double>> folds) {
    }

    @Override
    public ExplainResult explain(ExplainDocument document, String contender, ExplainOptions options, Path out, Progress progress) {
        Anew anew = ExplainAnew.of(document, contender, options, Anew.REPEATS, progress);
        FeatureTrials trials = anew.tried(RuleLibrary.complete(), ExplainAnew.threads(), progress);
        List<Said> told = told(anew, trials);
        Map<String, String> code = trials.kept().isEmpty() || out == null ? Map.of()
                : Map.of(DOCUMENT, ExperimentStore.text(Anew.with(document.experiment(), trials.kept()), document.folder(), out));
        return new ExplainResult(json(anew, trials), List.of("columns", "round", "gain", "low", "high", "error", "kept"),
                trials.tried().stream().map(each -> List.of(names(each), "" + each.round(), "" + each.test().mean(), "" + each.test().low(),
                        "" + each.test().high(), "" + each.error(), "" + each.kept())).toList(),
                List.of(), List.of(table(trials)), told, Map.of("explain", chart(anew, trials)), code);
    }

    private static List<Said> told(Anew anew, FeatureTrials trials) {
        List<Said> told = new ArrayList<>();
        ExplainAnew.sameTarget(anew).ifPresent(told::add);
        long tried = trials.tried().stream().map(FeatureTrials.Trial::made).distinct().count();
        told.add(Said.of("explain.features.score", anew.metric().said(), ExplainFiles.number(trials.before()), anew.rows().folds().size(),
                trials.suggested(), tried));
        if (trials.kept().isEmpty()) {
            told.add(Said.of("explain.features.none", trials.suggested()));
            return told;
        }
        told.add(Said.of("explain.features.kept", trials.kept().stream().map(MadeColumn::name).collect(Collectors.joining(", ")),
                anew.metric().said(), ExplainFiles.number(trials.after()), trials.suggested()));
        told.add(Said.of("explain.features.chosen"));
        return told;
    }

    private static String names(FeatureTrials.Trial trial) {
        return trial.made().stream().map(MadeColumn::name).collect(Collectors.joining(" + "));
    }

    private static TextTable table(FeatureTrials trials) {
        TextTable table = new TextTable(Said.of("explain.head.made"), Said.of("explain.head.round"), Said.of("explain.head.gain"),
                Said.of("explain.head.low"), Said.of("explain.head.high"), Said.of("explain.head.kept"));
        trials.tried().forEach(each -> table.row(names(each), "" + each.round(), ExplainFiles.number(each.test().mean()),
                ExplainFiles.number(each.test().low()), ExplainFiles.number(each.test().high()),
                each.kept() ? Said.of("explain.features.yes") : ""));
        return table;
    }

    private static Map<String, Object> json(Anew anew, FeatureTrials trials) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("metric", anew.metric().key());
        json.put("folds", anew.rows().folds().size());
        json.put("suggested", trials.suggested());
        json.put("before", trials.before());
        json.put("after", trials.after());
        json.put("kept", trials.kept());
        json.put("tried", trials.tried().stream().map(each -> new Line(each.made().stream().map(MadeColumn::name).toList(), each.round(),
                ExplainSurrogate.finite(each.test().mean()), ExplainSurrogate.finite(each.test().low()),
                ExplainSurrogate.finite(each.test().high()), ExplainSurrogate.finite(each.error()), each.kept(),
                Arrays.stream(each.byFold()).mapToObj(ExplainSurrogate::finite).toList())).toList());
        return json;
    }

    /** The first round: what each adds by itself. */
    private static ExplainChart chart(Anew anew, FeatureTrials trials) {
        List<FeatureTrials.Trial> first = trials.tried().stream().filter(each -> each.round() == 1).toList();
        return new ExplainChart.Bars(Said.of("explain.axis.features", anew.metric().said()),
                first.stream().map(ExplainFeatures::names).toList(), first.stream().mapToDouble(each -> each.test().mean()).toArray(),
                first.stream().mapToDouble(each -> each.test().low()).toArray(),
                first.stream().mapToDouble(each -> each.test().high()).toArray());
    }
}
