package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.control.Tip;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Term;
import downhill.ui.session.Demo;
import java.util.List;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What words mean, from the menu and from the words themselves. */
class GlossaryTest extends FxTest {
    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
    }

    @AfterEach
    void closeWindow() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        open.close();
    }

    @Test
    void aTermIsFoundByTypingInEitherLanguageAndReadWithoutTheMouse() {
        open.press(KeyCode.F1, KeyCode.SHIFT);
        await("it is open", () -> open.window.sheets().isVisible());
        nextFrame();
        assertThat(onFx(() -> list().getItems())).containsExactlyInAnyOrder(Term.values());
        open.type("过拟合");
        assertThat(onFx(() -> list().getItems())).startsWith(Term.OVERFITTING);
        open.type("plat");
        assertThat(onFx(() -> list().getSelectionModel().getSelectedItem())).isEqualTo(Term.PLATEAU);
        nextFrame();
        assertThat(onFx(() -> ((Label) open.window.sheets().lookup(".glossary-text")).getText())).isEqualTo(Term.PLATEAU.meaning());
    }

    @Test
    void wordsOfCardsAndFormsTellWhatTheyMean() {
        Label batch = onFx(() -> term("#training-card", Term.BATCH));
        assertThat(onFx(() -> Tip.told(batch))).startsWith("batch: ");
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        assertThat(onFx(() -> Tip.told(term("#training-card", Term.BATCH)))).startsWith("小批量：");
        assertThat(onFx(() -> term("#contenders-card", Term.LEARNING_RATE))).isNotNull();
        runFx(() -> open.window.parts().contenders().edit());
        nextFrame();
        Label seeds = onFx(() -> term(".sheet-panel", Term.SEED));
        runFx(() -> seeds.getLabelFor().requestFocus());
        open.press(KeyCode.F1, KeyCode.SHIFT);
        assertThat(tips()).hasSize(1).first().satisfies(tip -> assertThat(tip.getText()).isEqualTo(Tip.told(seeds)));
        assertThat(onFx(() -> open.window.sheets().lookup("#glossary-list"))).as("the form stays open").isNull();
        runFx(() -> tips().forEach(Tooltip::hide));
    }

    @Test
    void headingsOfTheResultsAndTheDataTellWhatTheyMean() {
        for (Term term : List.of(Term.LOSS, Term.VALIDATION, Term.ACCURACY, Term.STEP)) {
            await(term + " is in the results", () -> term("#results-card", term) != null); // the metric's name comes with the race
        }
        for (Term term : List.of(Term.VALIDATION, Term.STANDARDISE)) {
            assertThat(onFx(() -> term("#data-card", term))).as("%s on the card of the data", term).isNotNull();
        }
        runFx(() -> open.window.parts().results().showAll());
        nextFrame();
        assertThat(onFx(() -> term(".sheet-panel", Term.SEED))).isNotNull();
        Label loss = onFx(() -> term(".sheet-panel", Term.LOSS));
        assertThat(onFx(() -> loss.getText())).isEqualTo("Loss");
        assertThat(onFx(() -> loss.getOnMouseClicked())).as("a click sorts").isNull();
        runFx(() -> open.window.showData());
        await("the target is chosen there", () -> term(".root", Term.TARGET) != null);
    }

    private static List<Tooltip> tips() {
        return onFx(() -> Window.getWindows().stream().filter(Tooltip.class::isInstance).map(Tooltip.class::cast).toList());
    }

    private Label term(String within, Term term) {
        Set<Node> marked = ((Parent) open.window.scene().getRoot().lookup(within)).lookupAll(".term");
        return marked.stream().map(Label.class::cast).filter(label -> Tip.told(label).contains(term.meaning())).findFirst()
                .orElse(null);
    }

    @SuppressWarnings("unchecked")
    private ListView<Term> list() {
        return (ListView<Term>) open.window.sheets().lookup("#glossary-list");
    }
}
