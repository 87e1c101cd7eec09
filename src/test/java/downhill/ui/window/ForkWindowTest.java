package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.Rule;
import downhill.race.RaceState;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import java.util.List;
import java.util.concurrent.ExecutionException;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the window everything that a branch may differ in is changed, each time in a branch of the branch before. */
class ForkWindowTest extends FxTest {
    private static final int STRIDE = 20;

    private OpenWindow open;

    @BeforeEach
    void openTheDemo() {
        open = OpenWindow.live(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
    }

    @AfterEach
    void close() {
        open.close();
    }

    private Node find(String id) {
        return onFx(() -> open.window.scene().lookup("#" + id));
    }

    private ContenderSpec chosen() {
        return onFx(() -> open.session.experiment().contenders().stream()
                .filter(one -> one.id().equals(open.session.selection().contenderProperty().get())).findFirst().orElseThrow());
    }

    private static <T> List<String> words(ComboBox<T> choice) {
        return choice.getItems().stream().map(choice.getConverter()::toString).toList();
    }

    /** Goes on, and asks for a branch there that differs in {@code aspect}. */
    private long ask(String aspect) {
        long before = onFx(() -> open.session.snapshotProperty().get().step());
        int racing = onFx(() -> open.session.experiment().contenders().size());
        runFx(() -> open.session.race().step(STRIDE));
        await("everybody has gone on", () -> open.session.snapshotProperty().get().state() == RaceState.PAUSED
                && open.session.snapshotProperty().get().contenders().size() == racing
                && open.session.snapshotProperty().get().contenders().stream().allMatch(one -> one.step() == before + STRIDE));
        open.press(KeyCode.F);
        ComboBox<?> what = (ComboBox<?>) find("fork-what");
        runFx(() -> what.getSelectionModel().select(words(what).indexOf(aspect)));
        return before + STRIDE;
    }

    private void value(String text) {
        runFx(() -> {
            TextField field = (TextField) open.window.scene().lookup("#fork-value");
            field.requestFocus();
            field.setText(text);
            open.press(KeyCode.ENTER);
        });
    }

    private ContenderSpec branched(ContenderSpec parent, long step, boolean sameThere) throws ExecutionException, InterruptedException {
        await("the branch is chosen", () -> !open.session.selection().contenderProperty().get().equals(parent.id()));
        ContenderSpec branch = chosen();
        assertThat(branch.fork().parent()).isEqualTo(parent.id());
        assertThat(branch.fork().step()).isEqualTo(step);
        String told = "branch of " + parent.name() + " at step " + step;
        await("its row names the parent", () -> open.window.scene().getRoot().lookupAll(".contender-row").stream()
                .anyMatch(row -> String.valueOf(row.getAccessibleText()).contains(told)));
        runFx(() -> open.session.race().step(1));
        await("both have gone on", () -> open.session.snapshotProperty().get().step() == step + 1
                && open.session.snapshotProperty().get().contenders().stream().allMatch(one -> one.step() == step + 1));
        Racing race = onFx(() -> open.session.race().racing());
        double[] there = race.parametersAt(parent.id(), step).get();
        if (sameThere) {
            assertThat(race.parametersAt(branch.id(), step).get()).isEqualTo(there);
        }
        assertThat(race.parametersAt(branch.id(), step + 1).get()).isNotEqualTo(race.parametersAt(parent.id(), step + 1).get());
        runFx(() -> open.session.race().seek(step));
        await("back", () -> open.session.snapshotProperty().get().step() == step);
        return branch;
    }

    @Test
    void ruleLearningRateBatchPenaltyAndAParameterAreChangedInBranchesOfBranches() throws Exception {
        ContenderSpec adam = chosen();
        long first = ask(number());
        value("0.2");
        ContenderSpec faster = branched(adam, first, true);
        assertThat(faster.hyperparameters()).containsEntry("learningRate", 0.2);

        long second = ask("Rows in a step (0: all)");
        value("8");
        ContenderSpec smaller = branched(faster, second, true);
        assertThat(smaller.batchSize()).isEqualTo(8);
        assertThat(smaller.hyperparameters()).containsEntry("learningRate", 0.2);

        long third = ask("Penalty on θ² (L2)");
        value("0.05");
        ContenderSpec penalised = branched(smaller, third, true);
        assertThat(penalised.penalty().l2()).isEqualTo(0.05);

        long fourth = ask("Rule");
        runFx(() -> chooseRule("Momentum"));
        runFx(() -> open.window.scene().getRoot().lookupAll(".button").stream().map(Button.class::cast)
                .filter(button -> button.getStyleClass().contains("primary") && "Fork".equals(button.getText()))
                .findFirst().orElseThrow().fire());
        ContenderSpec ruled = branched(penalised, fourth, true);
        assertThat(ruled.ruleId()).isEqualTo("momentum");
        assertThat(ruled.penalty().l2()).isEqualTo(0.05);

        long fifth = ask("A parameter’s value");
        value("1.5");
        ContenderSpec typed = branched(ruled, fifth, false);
        assertThat(typed.fork().parameters()).containsValue(1.5).hasSize(1);
        Racing race = onFx(() -> open.session.race().racing());
        int index = typed.fork().parameters().keySet().iterator().next();
        assertThat(race.parametersAt(typed.id(), fifth).get()[index]).isEqualTo(1.5);
    }

    /** The name of the aspect that comes first: the learning rate. */
    private String number() {
        return downhill.ui.i18n.Messages.text("formula.name", "η", "learningRate");
    }

    @SuppressWarnings("unchecked")
    private void chooseRule(String name) {
        ComboBox<Rule> rules = (ComboBox<Rule>) open.window.scene().lookup("#fork-value");
        rules.getSelectionModel().select(rules.getItems().stream().filter(rule -> rule.name().equals(name)).findFirst().orElseThrow());
    }
}
