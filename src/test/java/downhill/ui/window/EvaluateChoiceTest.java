package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.EvaluationSpec;
import downhill.ui.chart.FoldDots;
import downhill.ui.chart.PickChart;
import downhill.ui.chart.shape.ChartFrame;
import downhill.ui.control.NumberField;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import java.util.stream.Collectors;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.Test;

/** A fold, a contender and a row that are chosen in one picture are chosen in all, and in the other workspaces. */
class EvaluateChoiceTest extends JudgedWindow {

    @Test
    void aDotChoosesItsFoldAndItsContender() {
        enter(SHORT);
        open.press(KeyCode.SPACE);
        await("all folds are finished", () -> sentence().contains("SGD") && !isRunning());
        PickChart dots = (PickChart) onFx(() -> open.window.scene().lookup("#evaluate-dots"));
        await("the dots are drawn", () -> dots.frame() != null && dots.drawing() instanceof FoldDots);
        assertThat(open.session.selection().contenderProperty().get()).isEqualTo(open.session.experiment().contenders().get(1).id());
        runFx(() -> click(dots, 2));
        await("its fold is ringed", () -> onFx(() -> ((FoldDots) dots.drawing()).chosen()) == 2);
        assertThat(open.session.selection().contenderProperty().get()).isEqualTo(open.session.experiment().contenders().get(0).id());
        runFx(() -> open.session.edit(document -> document.withContenders(document.contenders().subList(1, 2))));
        runFx(() -> click(dots, 1));
        await("another fold is ringed", () -> onFx(() -> ((FoldDots) dots.drawing()).chosen()) == 1);
        assertThat(open.session.selection().contenderProperty().get()).as("whoever was deleted since cannot be chosen")
                .isEqualTo(open.session.experiment().contenders().get(0).id());
    }

    @Test
    void aRowAndAFoldThatAreChosenInOnePictureAreShownInTheOthersAndInTheData() {
        enter(SHORT);
        open.press(KeyCode.SPACE);
        await("all folds are finished", () -> sentence().contains("SGD") && !isRunning());
        Screen errors = open.window.workspaces().present().screens().stream().filter(each -> each.titleKey().equals("tab.errors"))
                .findFirst().orElseThrow();
        runFx(() -> open.window.shownProperty().set(errors));
        await("the matrices are drawn", () -> onFx(() -> matrix(errors) != null && matrix(errors).frame() != null));
        int first = chooseCell(errors);
        assertThat(rowSentence(errors)).startsWith("Row " + (first + 1) + ": versicolor, held out in fold").contains("SGD says versicolor");
        assertThat(open.session.selection().contenderProperty().get()).as("whose cell it is")
                .isEqualTo(open.session.experiment().contenders().get(0).id());
        assertThat(chooseCell(errors)).as("another click chooses the next of the cell").isNotEqualTo(first);
        ComboBox<?> fold = (ComboBox<?>) onFx(() -> errors.options().lookup("#evaluate-fold"));
        runFx(() -> fold.getSelectionModel().select(3));
        await("the panels are of the fold", () -> onFx(() -> matrix(errors).titleProperty().get()).contains("in the fold"));
        runFx(() -> open.window.workspaces().choose("data"));
        TableView<?> rows = (TableView<?>) onFx(() -> open.window.scene().getRoot().lookupAll(".table-view").stream()
                .filter(node -> Messages.text("data.firstRows").equals(node.getAccessibleText())).findFirst().orElseThrow());
        assertThat(onFx(() -> rows.getSelectionModel().getSelectedIndex())).isEqualTo(open.session.selection().rowProperty().get());
        runFx(() -> rows.getSelectionModel().select(120));
        assertThat(open.session.selection().rowProperty().get()).isEqualTo(120);
        runFx(() -> open.window.workspaces().choose("evaluate"));
        assertThat(rowSentence(errors)).startsWith("Row 121: virginica");
        ofLaterRepeatsNoRowsAreKept(errors);
    }

    /** Which is said where a fold of one is chosen, and whose answers those are that are shown. */
    private void ofLaterRepeatsNoRowsAreKept(Screen errors) {
        runFx(() -> open.session.edit(document -> document.withEvaluation(EvaluationSpec.USUAL.withFolds(2).withRepeats(2))));
        runFx(() -> open.window.scene().getRoot().requestFocus());
        open.press(KeyCode.SPACE);
        ComboBox<?> fold = (ComboBox<?>) onFx(() -> errors.options().lookup("#evaluate-fold"));
        await("four folds are finished", () -> !isRunning() && onFx(() -> fold.getItems().size()) == 5);
        await("the row is told of the first repeat", () -> rowSentence(errors).contains("of the first of 2 repeats"));
        runFx(() -> fold.getSelectionModel().select(4));
        await("it is said", () -> later(errors)
                .startsWith("What was said of each row is kept of the first repeat alone: fold 2 of repeat 2"));
        runFx(() -> fold.getSelectionModel().select(1));
        await("the first is shown", () -> later(errors).isEmpty());
    }

    private String later(Screen errors) {
        return onFx(() -> errors.content().lookup("#evaluate-later") instanceof Label label ? label.getText() : "");
    }

    @Test
    void mistakesCostWhatAPersonTypesAndTheBestThresholdFollows() {
        enter(SHORT);
        open.press(KeyCode.SPACE);
        await("all folds are finished", () -> sentence().contains("SGD") && !isRunning());
        Screen classes = open.window.workspaces().present().screens().stream().filter(each -> each.titleKey().equals("tab.roc"))
                .findFirst().orElseThrow();
        runFx(() -> open.window.shownProperty().set(classes));
        ComboBox<?> view = (ComboBox<?>) onFx(() -> classes.options().lookup("#evaluate-classes-view"));
        await("something can be chosen", () -> onFx(() -> view.isVisible()));
        for (int i = 1; i < 3; i++) {
            int chosen = i;
            runFx(() -> view.getSelectionModel().select(chosen));
        }
        await("the best threshold is told", () -> thresholds(classes).contains("from probability"));
        String equal = thresholds(classes);
        runFx(() -> ((NumberField) classes.options().lookup("#evaluate-cost-missed")).valueProperty().set(20));
        await("another is best", () -> !thresholds(classes).isEmpty() && !thresholds(classes).equals(equal));
        runFx(() -> view.getSelectionModel().select(0));
        assertThat(onFx(() -> classes.options().lookup("#evaluate-cost-missed").isVisible())).isFalse();
    }

    private String thresholds(Screen classes) {
        return onFx(() -> classes.content().lookup("#evaluate-thresholds") instanceof Parent lines ? lines.getChildrenUnmodifiable().stream()
                .map(line -> ((Label) line).getText()).collect(Collectors.joining(" ")) : "");
    }

    /** The row that a click in the middle of the first matrix chooses. */
    private int chooseCell(Screen errors) {
        runFx(() -> {
            PickChart chart = matrix(errors);
            click(chart, chart.frame().plot().getCenterX(), chart.frame().plot().getCenterY());
        });
        return open.session.selection().rowProperty().get();
    }

    private String rowSentence(Screen errors) {
        return onFx(() -> ((Label) errors.content().lookup("#evaluate-row")).getText());
    }

    private static PickChart matrix(Parent of) {
        for (Node each : of.getChildrenUnmodifiable()) {
            PickChart found = each instanceof PickChart chart ? chart : null;
            found = found == null && each instanceof Parent parent ? matrix(parent) : found;
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static PickChart matrix(Screen errors) {
        return matrix((Parent) errors.content());
    }

    private static void click(PickChart chart, double x, double y) {
        Point2D at = chart.localToScene(x, y);
        chart.fireEvent(new MouseEvent(MouseEvent.MOUSE_CLICKED, at.getX(), at.getY(), 0, 0, MouseButton.PRIMARY, 1, false, false,
                false, false, true, false, false, true, false, true, null));
    }

    /** On a dot of the first contender. */
    private static void click(PickChart dots, int fold) {
        ChartFrame frame = dots.frame();
        double x = frame.x().toPixel(((FoldDots) dots.drawing()).verdict().standings().get(0).scores()[fold]);
        for (double y = frame.plot().getMinY(); y < frame.plot().getCenterY(); y++) {
            if (((FoldDots) dots.drawing()).nearest(frame, x, y) == fold) {
                click(dots, x, y);
                return;
            }
        }
    }
}
