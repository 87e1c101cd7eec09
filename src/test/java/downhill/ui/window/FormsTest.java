package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.ui.chart.ChartPane;
import downhill.ui.control.Checked;
import downhill.ui.control.NumberField;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Spoken;
import downhill.ui.session.Demo;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nothing typed is dropped in silence: a form waits for its fields, each says why; and Enter presses the button that leads on. */
class FormsTest extends FxTest {
    private static OpenWindow open;

    @BeforeAll
    static void openWindow() {
        open = new OpenWindow(1100, 700);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(40));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 40);
        runFx(() -> WindowSheet.prepare(open));
        await("there is a file to ask about", () -> open.window.parts().data().shown().spec().source() instanceof DataSource.CsvFile);
        await("there is a chart to take away", () -> {
            ChartPane chart = ChartMenu.chart(open.window.scene(), open.window.shownProperty().get().content());
            return chart != null && chart.drawing() != null && !chart.drawing().isEmpty();
        });
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    @ParameterizedTest
    @EnumSource(value = WindowSheet.class, mode = EnumSource.Mode.EXCLUDE, names = {"ADD", "RESULTS", "KEYS", "ABOUT"})
    void aFieldThatCannotBeTakenSaysWhyAndTheSheetWaits(WindowSheet sheet) {
        show(sheet);
        runFx(() -> {
            List<String> done = new ArrayList<>();
            List<Button> leading = primaries();
            leading.forEach(button -> button.setOnAction(event -> done.add(button.getText())));
            for (TextInputControl field : fields()) {
                String good = field.getText();
                spoil(field);
                leading.forEach(Button::fire);
                assertThat(done).as("%s with “%s” in %s", sheet, field.getText(), field.getAccessibleText()).isEmpty();
                assertThat(said(((Checked) field).problemProperty().get())).as("the reason is seen: " + field.getAccessibleText()).isTrue();
                assertThat(field.getStyleClass()).contains("invalid");
                assertThat(open.window.scene().getFocusOwner()).isSameAs(leading.isEmpty() ? open.window.scene().getFocusOwner() : field);
                field.setText(good);
                assertThat(((Checked) field).problemProperty().get()).as("it is mended").isEmpty();
                assertThat(field.getStyleClass()).doesNotContain("invalid");
            }
            leading.forEach(Button::fire);
            assertThat(done).as("all is well").hasSameSizeAs(leading.stream().filter(button -> !button.isDisabled()).toList());
            open.window.sheets().close();
        });
    }

    @ParameterizedTest
    @EnumSource(value = WindowSheet.class, mode = EnumSource.Mode.EXCLUDE, names = {"ADD", "RESULTS", "KEYS", "ABOUT"})
    void enterPressesTheButtonThatLeadsOnOrTheOneThatHasTheFocus(WindowSheet sheet) {
        show(sheet);
        runFx(() -> {
            List<Node> ring = Tabbing.ring(open, open.window.scene().getFocusOwner());
            List<Node> pressed = new ArrayList<>();
            all(Button.class).forEach(button -> button.setOnAction(event -> pressed.add(button)));
            Button leading = primaries().stream().filter(one -> one.getParent().getStyleClass().contains("sheet-actions")).findFirst()
                    .orElse(null);
            for (Node stop : ring) {
                if (wantsEnter(stop) || stop instanceof Button button && button.isDisabled()) {
                    continue;
                }
                pressed.clear();
                stop.requestFocus();
                open.press(KeyCode.ENTER);
                Node expected = stop instanceof Button ? stop : leading == null || leading.isDisabled() ? null : leading;
                assertThat(pressed).as("%s: Enter at %s", sheet, stop).isEqualTo(expected == null ? List.of() : List.of(expected));
            }
            open.window.sheets().close();
        });
    }

    @Test
    void whatIsTypedIntoTheTrainingAndCannotBeTakenIsNotDropped() {
        show(WindowSheet.TRAINING);
        runFx(() -> {
            String before = open.session.experiment().toString();
            NumberField budget = field("training.steps");
            for (String typed : List.of("abc", "-1", "7.5", "1e99", "")) {
                budget.requestFocus();
                budget.setText(typed);
                open.press(KeyCode.ENTER);
                assertThat(open.window.sheets().isVisible()).isTrue();
                assertThat(budget.problemProperty().get()).isNotEmpty();
                assertThat(budget.getText()).as("what was typed stays").isEqualTo(typed);
                assertThat(open.session.experiment()).hasToString(before);
            }
            open.window.sheets().close();
        });
    }

    @Test
    void aFieldThatSleepsHoldsNothingUp() {
        show(WindowSheet.CONTENDER);
        runFx(() -> {
            field("training.penalty.l1").setText("abc");
            assertThat(field("training.penalty.l1").isDisabled()).as("the penalty is the shared one").isTrue();
            button("sheet.apply").fire();
            assertThat(open.window.sheets().isVisible()).isFalse();
        });
    }

    @Test
    void theSummaryOfAModelNeverTellsOfOtherSizesThanThoseTyped() {
        show(WindowSheet.MODEL);
        runFx(() -> {
            TextInputControl sizes = all(TextInputControl.class).stream()
                    .filter(one -> Spoken.text(Said.of("mlp.hidden")).equals(one.getAccessibleText()))
                    .findFirst().orElseThrow();
            sizes.setText("5, 6");
            assertThat(labels()).anyMatch(text -> text.contains("– 5 – 6 –"));
            sizes.setText("100000,0");
            assertThat(labels()).noneMatch(text -> text.contains("– 5 –")).anyMatch(text -> text.contains("100000,0"));
            open.window.sheets().close();
        });
    }

    @Test
    void theDataAreNotUsedWhileASettingCannotBeTakenAndThenWithTheSettingTyped() {
        runFx(() -> open.window.showData());
        await("a draft is shown", () -> open.window.scene().lookup("#data-use") != null
                && fieldsIn(open.window.parts().data().content(), "data.split.validationRatio").findFirst().isPresent());
        runFx(() -> {
            NumberField ratio = fieldIn(open.window.parts().data().content(), "data.split.validationRatio");
            Button use = (Button) open.window.scene().lookup("#data-use");
            String before = open.session.experiment().toString();
            ratio.setText("abc");
            use.fire();
            assertThat(open.session.experiment()).hasToString(before);
            assertThat(ratio.problemProperty().get()).contains("abc");
            ratio.setText("0.5");
            use.fire();
        });
        await("they are used", () -> open.session.experiment().problem() instanceof downhill.race.document.Problem.Learning learning
                && learning.data().split().validationRatio() == 0.5);
    }

    private static void show(WindowSheet sheet) {
        runFx(() -> {
            open.window.shownProperty().set(open.window.parts().race());
            if (open.session.selection().contenderProperty().get() == null) {
                open.session.selection().contenderProperty().set("c1");
            }
            sheet.show(open);
        });
        await("it is open", () -> open.window.sheets().isVisible());
        nextFrame();
    }

    /** Types what the field cannot take: a word where it wants numbers, nothing where it wants a word. */
    private static void spoil(TextInputControl field) {
        field.setText("many");
        ((Checked) field).take();
        if (((Checked) field).problemProperty().get().isEmpty()) {
            field.setText(" ");
            ((Checked) field).take();
        }
        assertThat(((Checked) field).problemProperty().get()).as("%s takes anything", field.getAccessibleText()).isNotEmpty();
    }

    /** Text of several lines, rows to choose from, and what a file is read by, which is read again by it. */
    private static boolean wantsEnter(Node stop) {
        return stop instanceof TextArea || stop.getId() != null && stop.getId().startsWith("import-") && stop instanceof TextInputControl
                || stop.getStyleClass().contains("table-view")
                || stop.getStyleClass().contains("list-view");
    }

    private static boolean said(String problem) {
        return all(Label.class).stream().anyMatch(label -> label.isVisible() && label.isManaged() && label.getText().equals(problem));
    }

    private static List<String> labels() {
        return all(Label.class).stream().filter(Node::isVisible).map(Label::getText).toList();
    }

    private static List<TextInputControl> fields() {
        return all(TextInputControl.class).stream().filter(one -> one instanceof Checked && awake().test(one)).toList();
    }

    private static List<Button> primaries() {
        return all(Button.class).stream().filter(button -> button.getStyleClass().contains("primary")).toList();
    }

    /** Seen, and to be changed. */
    private static Predicate<Node> awake() {
        return node -> {
            Node up = node;
            while (up != null && up.isVisible()) {
                up = up.getParent();
            }
            return up == null && !node.isDisabled();
        };
    }

    private static <T extends Node> List<T> all(Class<T> type) {
        return open.window.sheets().lookupAll("*").stream().filter(type::isInstance).map(type::cast)
                .filter(one -> !(one.getParent() instanceof ComboBoxBase)).toList();
    }

    private static NumberField field(String key) {
        return fieldIn(open.window.sheets(), key);
    }

    private static NumberField fieldIn(Node within, String key) {
        return fieldsIn(within, key).findFirst().orElseThrow();
    }

    /** None before the skins around it are there, which comes with a frame. */
    private static Stream<NumberField> fieldsIn(Node within, String key) {
        return within.lookupAll(".number").stream().filter(NumberField.class::isInstance).map(NumberField.class::cast)
                .filter(one -> Set.of(Messages.text(key), Spoken.text(Said.of(key))).contains(one.getAccessibleText()));
    }

    private static Button button(String key) {
        return all(Button.class).stream().filter(one -> Messages.text(key).equals(one.getText())).findFirst().orElseThrow();
    }
}
