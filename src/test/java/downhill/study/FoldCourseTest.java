package downhill.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import downhill.analysis.score.FoldScoring;
import downhill.analysis.score.ScoreMetric;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.prepare.FoldedRows;
import downhill.data.source.DataSources;
import downhill.data.split.FoldSpec;
import downhill.model.InputShape;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.optim.ScheduleForm;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.study.sample.GridSampler;
import downhill.study.space.Knob;
import downhill.study.space.SearchSpace;
import downhill.study.space.VaryText;
import downhill.study.stop.NoPruner;
import downhill.study.trial.MemoryLedger;
import downhill.study.trial.Trial;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldCourseTest {
    private static final Experiment IRIS = Studies.iris(40);

    private static FoldedRows rows(Experiment experiment) {
        return FoldedRows.of(DataSources.rows(PartSlot.learning(experiment).data(), Path.of(""), Progress.NONE).imported().table(),
                PartSlot.learning(experiment).data(), FoldSpec.of(3));
    }

    /** One that cannot be trained takes no other with it, and neither does one that leaves. */
    @Test
    void eachTrialStandsForItself() {
        ContenderSpec good = PartSlot.only(IRIS).copy("0", "0", 0, null);
        ContenderSpec other = good.copy("1", "1", 0, null).withHyperparameters(Map.of("learningRate", 0.1));
        ContenderSpec never = good.copy("2", "2", 0, null).withHyperparameters(Map.of("nonsense", 1.0));
        Map<Integer, Double> alone = values(List.of(good));
        Map<Integer, Double> beside = values(List.of(good, other, never));
        assertThat(alone.get(0)).isNotNaN().isEqualTo(beside.get(0));
        assertThat(beside.get(2)).isNaN();
        assertThat(values(List.of(other, good), 1)).isEqualTo(alone);
    }

    private static Map<Integer, Double> values(List<ContenderSpec> contenders, Integer... leaving) {
        try (FoldCourse course = new FoldCourse(IRIS.withContenders(contenders), rows(IRIS), null, ScoreMetric.LOG_LOSS,
                RuleLibrary.complete(), 1)) {
            course.advance(20, () -> true);
            course.leave(List.of(leaving));
            course.advance(40, () -> true);
            return course.values();
        }
    }

    /** Rows kept aside: the same as one more fold, which no trial is judged by. */
    @Test
    void rowsKeptAsideAreScoredByAModelThatNeverSawThem() {
        DataSpec sealing = PartSlot.learning(IRIS).data();
        sealing = sealing.withSplit(sealing.split().withSealed(0.3));
        Experiment experiment = IRIS.withProblem(new Problem.Learning(sealing, PartSlot.learning(IRIS).model()))
                .withContenders(List.of(PartSlot.only(IRIS).copy("0", "0", 0, null)));
        Table table = DataSources.rows(sealing, Path.of(""), Progress.NONE).imported().table();
        FoldedRows aside = FoldedRows.sealed(table, sealing);
        FoldedRows rows = FoldedRows.of(table, sealing, FoldSpec.of(3));
        assertThat(rows.count() + aside.folds().get(0).held().length).isEqualTo(150);
        try (FoldCourse course = new FoldCourse(experiment, rows, aside, ScoreMetric.LOG_LOSS, RuleLibrary.complete(), 1);
                FoldCourse without = new FoldCourse(experiment, rows, null, ScoreMetric.LOG_LOSS, RuleLibrary.complete(), 1);
                FoldScoring alone = new FoldScoring(experiment, aside, new int[] {0}, ScoreMetric.LOG_LOSS, RuleLibrary.complete(), 1)) {
            course.advance(40, () -> true);
            without.advance(40, () -> true);
            alone.advance(40, Progress.NONE);
            assertThat(course.values()).as("nobody is judged by them").isEqualTo(without.values());
            assertThat(course.scores().get(0).outer()).isEqualTo(alone.scores().get(0).byFold()[0]);
            assertThat(course.scores().get(0).folds()).isEqualTo(without.scores().get(0).folds());
        }
        Judging judging = Judging.bySplit(data -> Studies.rows(experiment)).keepingAside(data -> aside);
        assertThat(judging.guess(experiment).orElseThrow().rows()).isEqualTo(45);
        assertThat(judging.guess(experiment).orElseThrow().value()).as("three classes alike").isEqualTo(Math.log(3), within(1e-3));
    }

    /** A schedule that looks at validation rows takes some from those that its trial learns from, and from nobody else's. */
    @Test
    void whoLooksAtValidationRowsChangesNothingForTheOthers() {
        List<Trial> both = search("constant", "reduce-on-plateau");
        List<Trial> one = search("constant", "cosine");
        assertThat(loss(both, "constant")).isEqualTo(loss(one, "constant"));
        assertThat(both).allMatch(trial -> trial.scores().folds().size() == 3);
    }

    private static double loss(List<Trial> trials, String schedule) {
        return trials.stream().filter(trial -> trial.values().get("schedule").equals(schedule)).findFirst().orElseThrow().loss();
    }

    private static Schedule schedule(String name) {
        ScheduleForm form = ScheduleForm.named(name).orElseThrow();
        boolean looks = form == ScheduleForm.REDUCE_ON_PLATEAU;
        return form.with(looks ? Map.of("factor", 0.5, "patience", 1.0) : Map.of(), 40, Schedule.CONSTANT);
    }

    private static List<Trial> search(String... schedules) {
        Knob knob = VaryText.read("schedule=" + String.join(",", schedules));
        Recipe recipe = new Recipe(IRIS, InputShape.of(4), new SearchSpace(List.of(knob)), RuleLibrary.complete(),
                FoldCourseTest::schedule);
        MemoryLedger ledger = new MemoryLedger();
        new Study(recipe, ledger, new GridSampler(1), new NoPruner(), Judging.byFolds(data -> rows(IRIS), ScoreMetric.LOG_LOSS),
                RuleLibrary.complete(), 2).run(9, () -> true, all -> { });
        return ledger.trials();
    }
}
