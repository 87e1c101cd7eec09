package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.engine.Precision;
import downhill.engine.train.RunState;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.optim.Schedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Where a rule says the model is asked, there it is validated, kept and saved; gradients stay where they are taken. */
class AnswerTest {
    private static String example() throws IOException {
        Matcher rule = Pattern.compile("```rule\n(id: averaged-descent.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of("docs/rules.md")));
        assertThat(rule.find()).isTrue();
        return rule.group(1);
    }

    @Test
    void theExampleOfTheDocumentationIsAskedAtItsAverage() throws IOException {
        ContenderSpec spec = ContenderSpec.of("a", "A", "averaged-descent", Map.of(), 0).withRule("averaged-descent", example(), Map.of());
        Experiment experiment = new Experiment("x", new Problem.Surface("x² + y²", 1, 1), TrainingSpec.of(2, 0), List.of(spec), 1, Precision.DOUBLE);
        try (Race race = Races.open(experiment)) {
            race.start();
            Races.await(race, RaceState.ENDED);
            assertThat(race.answerAt("a", 0).join()).containsExactly(1, 1);
            assertThat(race.parametersAt("a", 1).join()).containsExactly(0.5, 0.5);
            assertThat(race.answerAt("a", 1).join()).containsExactly(0.5, 0.5);
            assertThat(race.parametersAt("a", 2).join()).containsExactly(0.25, 0.25);
            assertThat(race.answerAt("a", 2).join()).containsExactly(0.375, 0.375);
        }
    }

    /** The published average: weights η², under a warm-up that begins at 0. */
    @Test
    void scheduleFreeSgdIsValidatedAndSavedAtTheWeightedAverage() {
        Schedule warm = new Schedule.LinearWarmup(0, 20, Schedule.CONSTANT);
        Experiment experiment = Races.experiment(Races.iris(), TrainingSpec.of(60, 0), Races.contender("a", "schedule-free-sgd", 0.5).withSchedule(warm));
        Task task = StepSetup.task(experiment, Races.LOADER.load(((Problem.Learning) experiment.problem()).data(), downhill.data.Progress.NONE));
        try (Race race = Races.open(experiment); Judge judge = task.judge(Precision.FLOAT)) {
            RaceResult.Finish finish = RaceRunner.run(race, downhill.data.Progress.NONE).contenders().get(0);
            RunState end = race.stateAt("a", 60).join();
            double[] x = race.stateAt("a", 1).join().answer();
            double total = 0;
            for (int step = 1; step <= 60; step++) {
                double rate = 0.5 * Math.min(1, (step - 1) / 20.0);
                total += rate * rate;
                double weight = total == 0 ? 0 : rate * rate / total;
                double[] z = race.stateAt("a", step).join().elements()[0];
                for (int i = 0; i < x.length; i++) {
                    x[i] = step == 1 ? x[i] : x[i] + weight * (z[i] - x[i]);
                }
            }
            assertThat(finish.parameters()).isEqualTo(end.answer()).isNotEqualTo(end.parameters());
            for (int i = 0; i < x.length; i++) {
                assertThat(end.answer()[i]).isCloseTo(x[i], org.assertj.core.api.Assertions.within(1e-4));
            }
            assertThat(finish.validationLoss()).isEqualTo(judge.validate(end.answer()).loss()).isNotEqualTo(judge.validate(end.parameters()).loss());
            requireSameAfterSaving(race, end);
        }
    }

    private static void requireSameAfterSaving(Race race, RunState end) {
        Checkpoint saved = race.checkpoint().join();
        try (Race again = Race.open(saved.experiment(), Races.LOADER, Races.RULES, RaceOptions.alone(), saved)) {
            again.ready().join();
            assertThat(again.answerAt("a", 60).join()).isEqualTo(end.answer());
            assertThat(again.answerAt("a", 30).join()).isEqualTo(race.answerAt("a", 30).join());
        }
    }

    @Test
    void anAnswerMustBeAStateAndCountsAsItsUse() throws IOException {
        String text = example();
        assertThat(RuleParser.parse(text).answerRow()).isZero();
        assertThat(RuleParser.parse(text.replace("answer: x\n", "")
                .replace("θ ← θ − η·g", "θ ← θ − η·g + 0·x")).answer()).isEqualTo(Rule.PARAMETERS);
        assertThatThrownBy(() -> RuleParser.parse(text.replace("answer: x", "answer: q"))).hasMessageContaining("line 4").hasMessageContaining("q is not one");
        for (String wrong : List.of("η", "t", "g", "x + x", "3", "x x", "sqrt", "s")) {
            assertThatThrownBy(() -> RuleParser.parse(text.replace("answer: x", "answer: " + wrong).replace("update:", "scalar states:\n  s ← 0\nupdate:\n  s ← s + η")))
                    .hasMessageContaining("line 4").hasMessageContaining(wrong + " is not one");
        }
        assertThatThrownBy(() -> RuleParser.parse(text.replace("answer: x", "answer:"))).hasMessageContaining("line 4").hasMessageContaining("names nothing");
        assertThatThrownBy(() -> RuleParser.parse(text.replace("answer: x", "answer: x\nanswer: x")))
                .hasMessageContaining("line 5").hasMessageContaining("two lines answer:");
        assertThat(RuleParser.parse(text.replace("x", "x_2")).answer()).as("in its canonical form").isEqualTo("x₂");
        assertThat(RuleParser.parse(text.replace("answer: x", "answer: theta").replace("− η·g", "− η·g + 0·x")).answerRow()).isNegative();
        assertThatThrownBy(() -> RuleParser.parse(text.replace("answer: x\n", ""))).hasMessageContaining("x");
        assertThat(RuleLibrary.builtIn().all().stream().filter(rule -> rule.answerRow() >= 0).map(Rule::id)).containsExactly("schedule-free-sgd");
    }
}
