package downhill.cli;

import downhill.analysis.explain.anew.Anew;
import downhill.analysis.explain.anew.DropColumn;
import downhill.data.Progress;
import downhill.optim.RuleLibrary;
import downhill.words.Said;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each column is worth to a contender that learns without it. */
final class ExplainDrop implements ExplainTraining {
    /** As JSON has it; a column without which a fold diverged has no numbers but those of the other folds. */
    public record Line(String feature, Optional<Double> mean, Optional<Double> low, Optional<Double> high, List<Optional<Double>> folds) {
    }

    @Override
    public ExplainResult explain(ExplainDocument document, String contender, ExplainOptions options, Path out, Progress progress) {
        Anew anew = ExplainAnew.of(document, contender, options, 1, progress);
        anew.requireColumns();
        List<String> columns = options.chosen(anew.columns());
        DropColumn.Dropped dropped = anew.dropped(columns, RuleLibrary.complete(), ExplainAnew.threads(), progress);
        List<Said> told = new ArrayList<>();
        ExplainAnew.sameTarget(anew).ifPresent(told::add);
        double score = Arrays.stream(dropped.score()).average().orElse(Double.NaN);
        told.add(Said.of("explain.drop.score", anew.metric().said(), ExplainFiles.number(score), anew.rows().folds().size(),
                DropColumn.trainings(anew.experiment(), anew.rows(), columns.size()), anew.experiment().training().steps()));
        dropped.each().stream().filter(each -> !isWhole(each)).forEach(each -> told.add(Said.of("explain.drop.diverged", each.column())));
        return result(anew, dropped, score, told);
    }

    private static boolean isWhole(DropColumn each) {
        return Arrays.stream(each.byFold()).allMatch(Double::isFinite);
    }

    private static ExplainResult result(Anew anew, DropColumn.Dropped dropped, double score, List<Said> told) {
        List<DropColumn> sorted = dropped.each().stream().sorted(Comparator.comparingDouble((DropColumn each) ->
                Double.isNaN(each.test().mean()) ? Double.NEGATIVE_INFINITY : -each.test().mean())).toList();
        TextTable table = new TextTable(Said.of("explain.head.column"), Said.of("explain.head.importance"), Said.of("explain.head.low"),
                Said.of("explain.head.high"));
        sorted.forEach(each -> table.row(each.column(), ExplainFiles.number(each.test().mean()), ExplainFiles.number(each.test().low()),
                ExplainFiles.number(each.test().high())));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("metric", anew.metric().key());
        json.put("folds", anew.rows().folds().size());
        json.put("trainings", DropColumn.trainings(anew.experiment(), anew.rows(), dropped.each().size()));
        json.put("score", score);
        json.put("features", dropped.each().stream().map(each -> new Line(each.column(), ExplainSurrogate.finite(each.test().mean()),
                ExplainSurrogate.finite(each.test().low()), ExplainSurrogate.finite(each.test().high()),
                Arrays.stream(each.byFold()).mapToObj(ExplainSurrogate::finite).toList())).toList());
        List<List<String>> lines = dropped.each().stream().map(each -> List.of(each.column(), "" + each.test().mean(),
                "" + each.test().low(), "" + each.test().high())).toList();
        ExplainChart chart = new ExplainChart.Bars(Said.of("explain.axis.drop", anew.metric().said()),
                sorted.stream().map(DropColumn::column).toList(), sorted.stream().mapToDouble(each -> each.test().mean()).toArray(),
                sorted.stream().mapToDouble(each -> each.test().low()).toArray(),
                sorted.stream().mapToDouble(each -> each.test().high()).toArray());
        return new ExplainResult(json, List.of("feature", "mean", "low", "high"), lines, List.of(table), told, Map.of("explain", chart));
    }
}
