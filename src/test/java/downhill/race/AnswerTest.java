package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.Progress;
import downhill.engine.Precision;
import downhill.engine.train.RunState;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.RuleParser;
import downhill.optim.Schedule;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.race.history.Curve;
import downhill.race.history.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where a rule says the model is asked, there it is validated, kept and saved; gradients stay where they are taken. */
class AnswerTest {
    private static String example() throws IOException {
        Matcher rule = Pattern.compile("```rule\n(id: averaged-descent.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(Path.of("docs/rules.md")));
        assertThat(rule.find()).isTrue();
        return rule.group(1);
    }

    @Test
    void theExampleOfTheDocumentationIsAskedAtItsAverage() throws IOException {
        ContenderSpec spec = ContenderSpec.of("a", "A", "averaged-descent", Map.of(), 0).withRule("averaged-descent", example(), Map.of());
        Experiment experiment = new Experiment("x", new Problem.Surface("x² + y²", 1, 1), TrainingSpec.of(2, 0), List.of(spec), 1,
                Precision.DOUBLE);
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

    private static Experiment iris(TrainingSpec training, ContenderSpec... contenders) {
        return Races.experiment(Races.iris(), training, contenders);
    }

    private static ContenderSpec average(int seeds) {
        return Races.contender("a", "schedule-free-sgd", 0.5).withSchedule(new Schedule.LinearWarmup(0, 20, Schedule.CONSTANT))
                .withSeeds(seeds);
    }

    private static Judge judge(Experiment experiment) {
        return StepSetup.task(experiment, Races.data(experiment)).judge(Precision.FLOAT);
    }

    @Test
    void scheduleFreeSgdIsValidatedAndKeptAndSavedAtItsAverage() {
        Experiment experiment = iris(TrainingSpec.of(60, 0), average(1));
        try (Race race = Races.open(experiment); Judge judge = judge(experiment)) {
            RaceResult.Finish finish = RaceRunner.run(race, Progress.NONE).contenders().get(0);
            RunState end = race.stateAt("a", 60).join();
            Score right = judge.validate(end.answer());
            assertThat(finish.parameters()).isEqualTo(end.answer()).isEqualTo(end.elements()[1]).isNotEqualTo(end.parameters());
            assertThat(finish.validationLoss()).isEqualTo(right.loss()).isNotEqualTo(judge.validate(end.parameters()).loss());
            assertThat(finish.metric()).isEqualTo(right.metric());
            assertThat(finish.trainingLoss()).isEqualTo(judge.trainingLoss(end.answer()));
            Curve validation = race.curve("a", Series.VALIDATION_LOSS, 0, Long.MAX_VALUE, 1000);
            for (int i = 0; i < validation.size(); i++) {
                assertThat(validation.y()[i]).isEqualTo(judge.validate(race.answerAt("a", (long) validation.x()[i]).join()).loss());
            }
            requireSameAfterSaving(race, end);
        }
    }

    @Test
    void itsWayIsThatOfItsAnswersAndComesBackFromAKeyFrame() {
        try (Race race = Races.open(iris(TrainingSpec.of(60, 16), average(2)))) {
            RaceRunner.run(race, Progress.NONE);
            assertThat(race.path("a")).hasSizeGreaterThan(10).allSatisfy(point -> {
                RunState there = race.stateAt("a", point.step()).join();
                assertThat(point.parameters()).isEqualTo(there.parameters());
                assertThat(point.answer()).isEqualTo(there.answer());
            });
            double[] end = race.answerAt("a", 60).join();
            double[] middle = race.answerAt("a", 33).join();
            race.seek(33);
            Races.await(race, now -> now.state() == RaceState.PAUSED && now.step() == 33);
            assertThat(race.states().join().get("a").answer()).isEqualTo(middle);
            race.start();
            Races.await(race, RaceState.ENDED);
            assertThat(race.answerAt("a", 60).join()).isEqualTo(end);
        }
    }

    @Test
    void aBranchOfItAnswersAsItDidAndGoesOnAsItDoes() {
        Experiment experiment = iris(TrainingSpec.of(60, 16), average(1));
        try (Race race = Races.open(experiment); Judge judge = judge(experiment)) {
            RaceRunner.run(race, Progress.NONE);
            race.fork("a", 33, average(1).copy("b", "b", 1, null));
            Races.await(race, now -> now.contenders().size() == 2 && now.state() == RaceState.ENDED);
            assertThat(race.answerAt("b", 33).join()).isEqualTo(race.answerAt("a", 33).join())
                    .isNotEqualTo(race.parametersAt("b", 33).join());
            assertThat(race.curve("b", Series.VALIDATION_LOSS, 33, 34, 9).y())
                    .containsExactly(judge.validate(race.answerAt("a", 33).join()).loss());
            assertThat(race.answerAt("b", 60).join()).isEqualTo(race.answerAt("a", 60).join());
        }
    }

    @Test
    void earlyStoppingKeepsTheBestAnswers() {
        TrainingSpec plain = TrainingSpec.of(400, 8);
        for (int patience : new int[] {3, 1000}) {
            TrainingSpec patient = new TrainingSpec(400, 8, plain.penalty(), plain.clipping(),
                    new TrainingSpec.EarlyStopping(patience, 0, true), null);
            try (Race race = Races.open(iris(patient, Races.contender("a", "schedule-free-sgd", 9)))) {
                RaceResult.Finish finish = RaceRunner.run(race, Progress.NONE).contenders().get(0);
                assertThat(finish.outcome()).isEqualTo(patience == 3 ? Outcome.EARLY_STOPPED : Outcome.FINISHED);
                Curve validation = race.curve("a", Series.VALIDATION_LOSS, 0, Long.MAX_VALUE, 1000);
                double least = Arrays.stream(validation.y()).min().orElseThrow();
                int best = IntStream.range(0, validation.size()).filter(i -> validation.y()[i] == least).findFirst().orElseThrow();
                assertThat(finish.validationLoss()).isEqualTo(least);
                RunState there = race.stateAt("a", (long) validation.x()[best]).join();
                assertThat(finish.parameters()).isEqualTo(there.answer()).isNotEqualTo(there.parameters());
            }
        }
    }

    /** θ is well: only where it is asked there is no number. */
    @Test
    void whoIsAskedWhereThereIsNoNumberHasDiverged() throws IOException {
        String text = example().replace("(θ − x) / t", "(θ − x) / if(t > 20, 0, 1)");
        ContenderSpec spec = ContenderSpec.of("a", "A", "averaged-descent", Map.of(), 0).withRule("averaged-descent", text, Map.of());
        for (Problem problem : List.of(Races.line(), new Problem.Surface("x² + y²", 1, 1))) {
            RaceResult.Finish finish = RaceRunner.run(Races.experiment(problem, TrainingSpec.of(60, 0), spec),
                    Races.data(Races.experiment(problem, TrainingSpec.of(60, 0), spec)), Races.RULES,
                    RaceOptions.alone(), Progress.NONE).contenders().get(0);
            assertThat(finish.outcome()).isEqualTo(Outcome.DIVERGED);
            assertThat(finish.outcomeWhat()).asString().startsWith("state x of ").doesNotContain("loss");
            assertThat(finish.validationLoss()).isNaN();
            assertThat(finish.metric()).isNaN();
        }
    }

    private static void requireSameAfterSaving(Race race, RunState end) {
        Checkpoint saved = race.checkpoint().join();
        try (Race again = Race.open(saved.experiment(), Races.data(saved.experiment()), Races.RULES, RaceOptions.alone(), saved)) {
            again.ready().join();
            assertThat(again.answerAt("a", 60).join()).isEqualTo(end.answer());
            assertThat(again.answerAt("a", 30).join()).isEqualTo(race.answerAt("a", 30).join());
            assertThat(again.stateNow("a").join().answer()).isEqualTo(end.answer());
        }
    }

    @Test
    void anAnswerMustBeAStateAndCountsAsItsUse() throws IOException {
        String text = example();
        assertThat(RuleParser.parse(text).answerRow()).isZero();
        assertThat(RuleParser.parse(text.replace("answer: x\n", "")
                .replace("θ ← θ − η·g", "θ ← θ − η·g + 0·x")).answer()).isEqualTo(Rule.PARAMETERS);
        assertThatThrownBy(() -> RuleParser.parse(text.replace("answer: x", "answer: q"))).hasMessageContaining("line 4")
                .hasMessageContaining("q is not one");
        for (String wrong : List.of("η", "t", "g", "x + x", "3", "x x", "sqrt", "s")) {
            assertThatThrownBy(() -> RuleParser.parse(text.replace("answer: x", "answer: " + wrong)
                    .replace("update:", "scalar states:\n  s ← 0\nupdate:\n  s ← s + η")))
                    .hasMessageContaining("line 4").hasMessageContaining(wrong + " is not one");
        }
        assertThatThrownBy(() -> RuleParser.parse(text.replace("answer: x", "answer:"))).hasMessageContaining("line 4")
                .hasMessageContaining("names nothing");
        assertThatThrownBy(() -> RuleParser.parse(text.replace("answer: x", "answer: x\nanswer: x")))
                .hasMessageContaining("line 5").hasMessageContaining("two lines answer:");
        assertThat(RuleParser.parse(text.replace("x", "x_2")).answer()).as("in its canonical form").isEqualTo("x₂");
        assertThat(RuleParser.parse(text.replace("answer: x", "answer: theta").replace("− η·g", "− η·g + 0·x")).answerRow()).isNegative();
        assertThatThrownBy(() -> RuleParser.parse(text.replace("answer: x\n", ""))).hasMessageContaining("x");
        assertThat(RuleLibrary.builtIn().all().stream().filter(rule -> rule.answerRow() >= 0).map(Rule::id))
                .containsExactly("schedule-free-sgd", "schedule-free-adamw");
    }
}
