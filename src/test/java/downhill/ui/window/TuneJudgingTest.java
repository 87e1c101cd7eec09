package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.race.document.EvaluationSpec;
import downhill.race.document.EvaluationSpec.Division;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.setting.Chosen;
import downhill.study.FoldChoice;
import downhill.study.Overtuning;
import downhill.study.StudySettings;
import downhill.study.space.ValueText;
import downhill.study.trial.Trial;
import downhill.ui.chart.ChartTable;
import downhill.ui.screen.Screen;
import downhill.ui.tune.TuneState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

/** By which rows the trials of a search in the window are judged. */
class TuneJudgingTest extends TuneWindow {
    private static EvaluationSpec method(Division division, int folds, int repeats, String group) {
        return EvaluationSpec.USUAL.withDivision(division).withFolds(folds).withRepeats(repeats).withGroup(group);
    }

    private void judged(UnaryOperator<Chosen> how) {
        runFx(() -> model.planProperty().set(model.planProperty().get().withChosen(how.apply(model.planProperty().get().chosen()))));
    }

    private String words(String id) {
        Node card = open.window.scene().lookup("#" + id);
        return onFx(() -> card.lookupAll(".label").stream().filter(Labeled.class::isInstance).map(node -> ((Labeled) node).getText())
                .collect(Collectors.joining(" | ")));
    }

    /** Whatever the search seems to have found, rows that chose nothing say that there is nothing to be learned. */
    @Test
    void withLabelsShuffledTheWindowSaysThatTheBestGuesses() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("sample-data", "iris.csv"));
        List<String> labels = new ArrayList<>(lines.stream().skip(1).map(line -> line.substring(line.lastIndexOf(','))).toList());
        Collections.shuffle(labels, new Random(1));
        List<String> shuffled = new ArrayList<>(List.of(lines.get(0)));
        for (int i = 1; i < lines.size(); i++) {
            shuffled.add(lines.get(i).substring(0, lines.get(i).lastIndexOf(',')) + labels.get(i - 1));
        }
        Path file = Files.write(open.folder().resolve("shuffled.csv"), shuffled);
        Experiment was = open.session.experiment();
        Problem.Learning learning = (Problem.Learning) was.problem();
        DataSpec data = DataSpec.of(new DataSource.CsvFile(file.toString())).withTarget(learning.data().target());
        open.open(was.withProblem(new Problem.Learning(data.withSplit(learning.data().split()), learning.model())));
        await("the data are there", () -> open.session.dataProperty().get() != null && open.session.dataProperty().get().isUsable());
        judged(chosen -> chosen.with(StudySettings.OUTER, 0.3));
        Experiment before = open.session.experiment();
        searched(8, "learningRate=0.001..0.1:log");
        Overtuning meter = onFx(() -> stand().overtuning().orElseThrow());
        assertThat(meter.verdict()).isEqualTo(Overtuning.Verdict.CHANCE);
        assertThat(words("tune-meter")).contains("guessing").contains("Rows kept aside").contains("Guessing");
        Screen history = tune.small().stream().filter(screen -> screen.titleKey().endsWith("history")).findFirst().orElseThrow();
        runFx(() -> history.setActive(true));
        assertThat(onFx(() -> ((downhill.ui.chart.ChartPane) history.content()).drawing().summary())).contains("guessing");
        ChartTable taken = onFx(() -> ((downhill.ui.chart.ChartPane) history.content()).drawing().table());
        Trial first = stand().trials().stream().filter(trial -> trial.number() == Integer.parseInt(taken.rows().get(0).get(0))).findFirst()
                .orElseThrow();
        assertThat(taken.header()).endsWith("Kept aside");
        assertThat(taken.rows().get(0)).as("values, not places on the picture")
                .contains(ValueText.of(first.values().get("learningRate")), Double.toString(first.loss()));
        assertThat(onFx(() -> model.goesOn())).as("all are done").isFalse();
        fire("tune-race");
        assertThat(open.session.experiment().problem()).as("the experiment has the rows that it had").isEqualTo(before.problem());
    }

    @Test
    void foldsOfEveryKindAreThoseOfTheCommandLine() {
        for (EvaluationSpec method : List.of(method(Division.GROUPS, 3, 1, "petal_width"),
                method(Division.RANDOM, 2, 2, null))) {
            judged(chosen -> FoldChoice.with(chosen, method));
            plan(2, "learningRate=0.001..0.1:log");
            fire("tune-run");
            await("the search is done", () -> model.standProperty().get().state() == TuneState.DONE
                    || !model.problemProperty().get().isEmpty());
            assertThat(onFx(() -> model.problemProperty().get())).isEmpty();
            assertThat(stand().complete()).isNotEmpty()
                    .allMatch(trial -> trial.scores().folds().size() == method.folds() * method.repeats());
        }
        assertThat(words("tune-search")).as("what is judged by folds is no validation loss").contains("log loss");
        assertThat(onFx(() -> tune.pick().axes(new downhill.ui.tune.KnobWords(List.of()))).get(1).shown().title()).contains("log loss");
        judged(chosen -> FoldChoice.with(chosen, method(Division.GROUPS, 3, 1, "nonsense")));
        fire("tune-run");
        assertThat(onFx(() -> model.problemProperty().get())).contains("nonsense");
        judged(chosen -> FoldChoice.with(chosen, method(Division.ROLLING, 3, 1, null)));
        fire("tune-run");
        await("the search has ended", () -> model.standProperty().get().state() == TuneState.FAILED);
        assertThat(onFx(() -> model.problemProperty().get())).as("iris is sorted by its classes").contains("Only one class");
    }
}
