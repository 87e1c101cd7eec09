package downhill.analysis.score;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.analysis.verdict.Pair;
import downhill.analysis.verdict.Verdict;
import downhill.data.DataSpec;

import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.FoldedRows;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.data.split.FoldSpec;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rule raced against itself with other seeds is not better; one whose loss is a tenth larger is seen to be worse. */
class SameRuleTest {
    private static final FoldSpec FOLDS = new FoldSpec(5, 10, null, false);
    private static final int STEPS = 150;
    private static final double GAP = 1.1;

    private static Experiment made(DataSpec data, long seed) {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(8), Activation.TANH), Loss.MSE);
        return new Experiment("twins", new Problem.Learning(data, model), TrainingSpec.of(STEPS, 32),
                List.of(ContenderSpec.of("a", "A", "adam", Map.of("learningRate", 0.02), 0)), seed, Precision.FLOAT);
    }

    private static ContenderScores scores(FoldedRows rows, DataSpec data, String name, long seed) {
        return new ContenderScores(name, name, CrossValidation.run(made(data, seed), rows, ScoreMetric.RMSE, RuleLibrary.complete(), 2,
                Progress.NONE).contenders().get(0).runs());
    }

    /** What is said of a rule and of itself with other seeds and a loss so many times as large. */
    private static String said(FoldedRows rows, ContenderScores one, ContenderScores other, double factor) {
        ContenderScores worse = new ContenderScores("B", "B", other.runs().stream().map(run -> new FoldScore(run.repeat(), run.fold(),
                run.seed(), factor * run.value(), run.outcome(), run.steps())).toList());
        Pair pair = CrossVerdict.of(new CrossScores(ScoreMetric.RMSE, rows.folds(), List.of(one, worse)), FOLDS, 5, null, 1).verdict()
                .pairs().get(0);
        String shown = pair.better() >= Verdict.SURE ? "better" : "none";
        return pair.worse() >= Verdict.SURE ? "worse" : shown;
    }

    private static void race(int races, long none, long seen) {
        DataSpec data = SampleData.of("diabetes").spec();
        Table table = DataSources.load(data, null, Progress.NONE).table();
        List<List<String>> said = IntStream.range(0, races).mapToObj(race -> {
            FoldedRows rows = FoldedRows.of(table, data.withSplit(data.split().withSeed(1000 + race)), FOLDS);
            ContenderScores one = scores(rows, data, "A", 10_000L * race);
            ContenderScores other = scores(rows, data, "B", 10_000L * race + 5000);
            return List.of(said(rows, one, other, 1), said(rows, one, other, GAP));
        }).toList();
        long same = said.stream().filter(each -> each.get(0).equals("none")).count();
        long gap = said.stream().filter(each -> each.get(1).equals("better")).count();
        assertThat(same).as("no difference shown between twins, of %s", races).isGreaterThanOrEqualTo(none);
        assertThat(gap).as("a loss a tenth larger is seen, of %s", races).isGreaterThanOrEqualTo(seen);
    }

    @Test
    void twinsAreNotToldApartAndAGapOfATenthIsSeen() {
        race(4, 4, 3);
    }

    @Test
    @Tag("soak")
    void ofAHundredRacesAtMostFiveAreWrongAndEightyGapsAreSeen() {
        race(100, 95, 80);
    }
}
