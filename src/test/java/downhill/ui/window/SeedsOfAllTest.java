package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.control.NumberField;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.session.Edits;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One number of seeds for all contenders, by the sheet and by the link in the results. */
class SeedsOfAllTest extends FxTest {
    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    @Test
    void theNumberTypedIsThatOfAllButBranches() {
        runFx(() -> open.session.edit(document -> Edits.contender(document, "c4",
                one -> one.withFork(new ContenderSpec.Fork("c1", 0, Map.of())))));
        runFx(() -> open.window.table().get("contender.seeds").run());
        nextFrame();
        assertThat(onFx(() -> ((NumberField) lookup("#seeds-of-all")).valueProperty().get())).isEqualTo(Edits.TELLING_SEEDS);
        open.type("7");
        open.press(KeyCode.ENTER);
        await("it is taken", () -> !open.window.sheets().isVisible());
        assertThat(seeds()).containsExactly(7, 7, 7, 1);
        assertThat(onFx(() -> linkThatSays(Messages.text("contenders.seedsAll.range", "1", "7")))).isNotNull();
    }

    @Test
    void whereTheFirstTwoAreLevelOnOneSeedMoreSeedsAreOneClickAway() {
        runFx(() -> open.session.edit(document -> document.withContenders(List.of(document.contenders().get(0),
                document.contenders().get(0).copy("c9", "The same", 0, null)))));
        runFx(() -> open.session.race().step(30));
        await("the results say that they are level", () -> lookup("#more-seeds").isVisible());
        assertThat(onFx(() -> ((Button) lookup("#more-seeds")).getText())).isEqualTo("Run 10 seeds to tell them apart");
        runFx(() -> ((Button) lookup("#more-seeds")).fire());
        assertThat(seeds()).containsExactly(10, 10);
        await("there is nothing more to do", () -> !lookup("#more-seeds").isVisible());
    }

    @Test
    void onASurfaceItIsSaidWhyThereAreNoSeeds() {
        Experiment document = onFx(() -> open.session.experiment());
        open.open(document.withProblem(new Problem.Surface("rosenbrock", -1.5, 2)));
        await("the race is there", () -> open.session.race().isOpen());
        assertThat(onFx(() -> open.window.table().get("contender.seeds").obstacle())).isEqualTo(Messages.text("why.chance"));
    }

    /** A model of four million parameters has no room for so many runs. The sheet stays and tells; what runs is not touched. */
    @Test
    void seedsForWhichThereIsNoMemoryAreRefusedBeforeTheRaceTakesThemIn() {
        Experiment document = onFx(() -> open.session.experiment());
        Problem.Learning learning = (Problem.Learning) document.problem();
        open.close();
        open = OpenWindow.live(1440, 900);
        open.open(document.withProblem(new Problem.Learning(learning.data(),
                new ModelSpec(new Architecture.Mlp(List.of(2000, 2000), Activation.TANH), Loss.CROSS_ENTROPY)))
                .withContenders(document.contenders().subList(0, 1)));
        await("the race is there", () -> open.session.race().isOpen());
        Experiment wanted = onFx(() -> Edits.withSeedsOfAll(open.session.experiment(), 1000));
        runFx(() -> open.window.table().get("contender.seeds").run());
        nextFrame();
        open.type("1000");
        open.press(KeyCode.ENTER);
        assertThat(onFx(() -> open.window.sheets().isVisible())).isTrue();
        assertThat(onFx(() -> Speech.of(open.window.scene()))).anyMatch(words -> words.contains("would take about"));
        assertThat(onFx(() -> open.session.edit(now -> wanted))).isFalse();
        assertThat(onFx(() -> open.window.message())).contains("1000 runs", "would take about");
        assertThat(seeds()).containsExactly(1);
        assertThat(onFx(() -> open.session.history().toUndo())).isNull();
    }

    private List<Integer> seeds() {
        return onFx(() -> open.session.experiment().contenders().stream().map(ContenderSpec::seeds).toList());
    }

    private Node lookup(String id) {
        return open.window.scene().getRoot().lookup(id);
    }

    private Node linkThatSays(String words) {
        return open.window.scene().getRoot().lookupAll("#contenders-card .button").stream()
                .filter(node -> words.equals(((Labeled) node).getText())).findFirst().orElse(null);
    }
}
