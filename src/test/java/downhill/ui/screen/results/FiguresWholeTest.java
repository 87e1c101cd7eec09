package downhill.ui.screen.results;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.Outcome;
import downhill.race.RaceSnapshot.Standing;
import downhill.race.document.ContenderSpec;
import downhill.ui.control.SteadyText;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.Screenshots;
import downhill.ui.theme.Theme;
import downhill.ui.theme.TypeScale;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No figure of the results is cut, however small or large it is, and each keeps its digits. */
class FiguresWholeTest extends FxTest {
    /** What the right side of the smallest window leaves to the table. */
    private static final double LEAST = 326;
    private static final double[] LOSSES = {0.0123456, 0.00123456, 1.23456e-4, 1.23456e-17, 9.99999e-5, 1.23456, 12.3456, 1234.56, 98765.4,
            123456, 1.23456e30, 4.0e-300};

    private static ResultLine line(double loss) {
        ContenderSpec one = ContenderSpec.of("c" + loss, "Momentum " + loss, "sgd", Map.of(), 0);
        Standing standing = new Standing(one.id(), Outcome.RUNNING, 1234, loss, loss, "r2", 0.012345, 0.1, 8400, -1, Double.NaN, null);
        return new ResultLine(new ResultRow(one, standing, true, 8400, Double.NaN, Double.NaN, ValidationCourse.NONE));
    }

    @Test
    void everyFigureIsThereInFull() {
        List<String> cut = onFx(() -> {
            TableView<ResultLine> table = ResultsTable.create(new SimpleStringProperty("metric.r2"), new SimpleStringProperty(""));
            return cut(table, new Scene(table, LEAST, 700));
        });
        assertThat(cut).isEmpty();
        assertThat(IntStream.range(0, LOSSES.length).mapToObj(i -> downhill.ui.i18n.Numbers.narrow(LOSSES[i])))
                .noneMatch(words -> words.startsWith("0.000"));
    }

    /** Projected, beside the glass box and alone: columns that have no room are not there, and those that are there are whole. */
    @ParameterizedTest
    @CsvSource({"470, 4", "640, 6", "1100, 9"})
    void theLargeTableShowsWholeColumnsOnly(double width, int columns) {
        List<String> cut = onFx(() -> {
            TableView<ResultLine> table = ResultsTable.wide(new SimpleStringProperty("metric.r2"), new SimpleStringProperty(""));
            Scene scene = new Scene(new StackPane(table), width, 900);
            scene.getRoot().getStyleClass().add("lecture-mode");
            TypeScale.of(scene).set(TypeScale.LECTURE);
            table.widthProperty().addListener((all, before, now) -> FittingColumns.show(table, TypeScale.LECTURE, true, false));
            List<String> found = cut(table, scene);
            assertThat(table.getVisibleLeafColumns()).hasSize(columns);
            return found;
        });
        assertThat(cut).isEmpty();
    }

    private static List<String> cut(TableView<ResultLine> table, Scene scene) {
        for (double loss : LOSSES) {
            table.getItems().add(line(loss));
        }
        Theme.LIGHT.apply(scene);
        Screenshots.of(scene, 1);
        Screenshots.of(scene, 1);
        assertThat(table.lookupAll(".steady-text")).hasSizeGreaterThan(3 * LOSSES.length);
        return table.lookupAll(".steady-text").stream().map(SteadyText.class::cast)
                .filter(one -> one.getWidth() > 0 && !((Text) one.lookup(".words")).getText().equals(one.getText()))
                .map(one -> one.getText() + " as " + ((Text) one.lookup(".words")).getText()).toList();
    }
}
