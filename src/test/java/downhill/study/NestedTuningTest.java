package downhill.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.analysis.score.ContenderAnswers;
import downhill.analysis.score.CrossValidation;
import downhill.analysis.score.ScoreMetric;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.source.DataSources;
import downhill.data.split.FoldSpec;
import downhill.optim.RuleLibrary;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.study.space.Knob;
import downhill.study.space.VaryText;
import downhill.words.RefusedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Choosing inside each fold, and what is scored is what was chosen. */
class NestedTuningTest {
    private static final RuleLibrary RULES = RuleLibrary.complete();
    private static final Experiment IRIS = Studies.iris(30);
    private static final Table TABLE = DataSources.rows(PartSlot.learning(IRIS).data(), Path.of(""), Progress.NONE).imported().table();
    private static final FoldSpec THREE = FoldSpec.of(3);

    private static Experiment rates(double... rates) {
        List<ContenderSpec> all = IntStream.range(0, rates.length).mapToObj(i -> ContenderSpec.of("c" + i, "C" + i, "adam",
                Map.of("learningRate", rates[i]), 0)).toList();
        return IRIS.withContenders(all);
    }

    private static NestedTuning tuning(Experiment experiment, int trials, String... knobs) {
        List<Knob> wanted = Stream.of(knobs).map(VaryText::read).toList();
        return new NestedTuning(experiment, TABLE, THREE, ScoreMetric.LOG_LOSS, new NestedKnobs(wanted, false, RULES,
                text -> Schedule.CONSTANT), trials, RULES, 1);
    }

    /** Each row held out once; so many trials, the own one beside them; what was chosen is the least of them. */
    @Test
    void whatIsChosenIsTheBestOfItsOwnAndTheDrawn() {
        NestedTuning tuning = tuning(rates(1e-4, 0.03), 4);
        List<Double> parts = new ArrayList<>();
        List<ContenderAnswers> answers = tuning.run(parts::add);
        assertThat(parts).isSorted().endsWith(1.0);
        assertThat(answers).extracting(ContenderAnswers::id).containsExactly("c0", "c1");
        assertThat(answers).allSatisfy(each -> assertThat(each.runs().stream().flatMapToInt(run -> IntStream.of(run.rows())).sorted()
                .toArray()).isEqualTo(IntStream.range(0, 150).toArray()));
        assertThat(tuning.choices()).extracting(each -> each.contender() + each.repeat() + each.fold())
                .containsExactly("C011", "C111", "C012", "C112", "C013", "C113");
        for (int i = 0; i < 6; i++) {
            NestedTuning.Losses losses = tuning.losses().get(i);
            NestedTuning.Choice choice = tuning.choices().get(i);
            assertThat(losses.drawn()).hasSize(4).doesNotHaveDuplicates();
            double least = DoubleStream.concat(DoubleStream.of(losses.own()), DoubleStream.of(losses.drawn())).min().orElseThrow();
            assertThat(choice.inner()).isEqualTo(least);
            assertThat(choice.settings().isEmpty()).as("its own were the best").isEqualTo(least == losses.own());
            assertThat(choice.settings().keySet()).isSubsetOf("learningRate");
        }
        assertThat(tuning.choices().get(0).settings()).as("a rate of a ten thousandth is soon beaten").isNotEmpty();
    }

    /** Whoever has nothing of what is tuned is scored as without tuning, to the bit; and so is one whose own settings are kept. */
    @Test
    void whereNothingElseIsChosenItIsTheCrossValidation() {
        Experiment two = rates(0.05).withContenders(List.of(ContenderSpec.of("c0", "C0", "adam", Map.of("learningRate", 0.05), 0),
                ContenderSpec.of("c1", "C1", "momentum", Map.of("learningRate", 0.05), 0)));
        NestedTuning tuning = tuning(two, 2, "beta2=0.9..0.999");
        List<ContenderAnswers> nested = tuning.run(Progress.NONE);
        var plain = CrossValidation.run(two, tuning.rows(), ScoreMetric.LOG_LOSS, RULES, 1, Progress.NONE);
        assertThat(nested.get(1).scores(ScoreMetric.LOG_LOSS)).isEqualTo(plain.contenders().get(1));
        assertThat(tuning.losses()).extracting(NestedTuning.Losses::contender).containsOnly("C0");
        assertThat(tuning.choices().get(1).inner()).as("nothing was chosen").isNaN();
        for (int fold = 0; fold < 3; fold++) {
            boolean own = tuning.choices().get(2 * fold).settings().isEmpty();
            double scored = nested.get(0).scores(ScoreMetric.LOG_LOSS).byFold()[fold];
            assertThat(scored == plain.contenders().get(0).byFold()[fold]).as("fold %s", fold).isEqualTo(own);
        }
    }

    /** Rates at which everything is lost: nothing can be chosen, and the own settings are scored as they are. */
    @Test
    void whereEveryTrialDivergesNothingIsChosen() {
        Experiment lost = IRIS.withContenders(List.of(ContenderSpec.of("c0", "C0", "gradient-descent", Map.of("learningRate", 1e38), 0)));
        NestedTuning tuning = tuning(lost, 2, "learningRate=1e37..1e38");
        List<ContenderAnswers> answers = tuning.run(Progress.NONE);
        assertThat(answers.get(0).scores(ScoreMetric.LOG_LOSS).diverged()).isEqualTo(3);
        assertThat(tuning.choices()).allSatisfy(each -> assertThat(each.settings()).isEmpty())
                .allSatisfy(each -> assertThat(each.inner()).isNaN());
        assertThat(tuning.losses()).allSatisfy(each -> assertThat(each.drawn()).containsOnly(Double.NaN))
                .allSatisfy(each -> assertThat(each.own()).isNaN());
    }

    @Test
    void whatNobodyHasAndNoTrialsAtAllAreRefused() {
        assertThatThrownBy(() -> tuning(rates(0.1), 0)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> tuning(rates(0.1), 2, "momentum=0.1..0.9")).isInstanceOf(RefusedException.class)
                .hasMessageContaining("momentum");
    }

    @Test
    void whoeverGivesUpStopsIt() {
        NestedTuning tuning = tuning(rates(0.1), 3);
        Progress gone = new Progress() {
            @Override
            public void done(double fraction) {
                // Nothing is looked at.
            }

            @Override
            public boolean cancelled() {
                return tuning.choices().size() == 1;
            }
        };
        assertThatThrownBy(() -> tuning.run(gone)).isInstanceOf(CancellationException.class);
        assertThat(tuning.choices()).as("after the first fold's choice").hasSize(1);
    }
}
