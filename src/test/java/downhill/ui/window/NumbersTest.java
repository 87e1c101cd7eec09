package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceSnapshot;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.ui.control.SteadyText;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.screen.results.ResultRow;
import downhill.ui.session.Demo;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers that change while the race runs, in the list of contenders, the transport bar and the results. */
class NumbersTest extends FxTest {
    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Demo"));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.dataProperty().get() != null);
        step(100);
    }

    @AfterEach
    void closeWindow() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        open.close();
    }

    private void step(int count) {
        long to = onFx(() -> open.session.snapshotProperty().get().step()) + count;
        runFx(() -> open.session.race().step(count));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() == to);
        nextFrame();
    }

    private Set<String> words(String within) {
        return onFx(() -> open.window.scene().getRoot().lookupAll(within + " .steady-text").stream()
                .map(node -> ((SteadyText) node).getText())
                .collect(Collectors.toCollection(TreeSet::new)));
    }

    private TableView<?> table() {
        return (TableView<?>) onFx(() -> open.window.scene().lookup("#results-card .table-view"));
    }

    @Test
    void afterAPauseAllNumbersAreThoseOfTheSameStep() {
        runFx(() -> open.session.race().start());
        await("it runs", () -> open.session.snapshotProperty().get().state() == RaceState.RUNNING);
        runFx(() -> open.session.race().pause());
        await("it rests", () -> open.session.snapshotProperty().get().state() == RaceState.PAUSED);
        nextFrame();
        assertCurrent();
        step(7);
        assertCurrent();
    }

    private void assertCurrent() {
        RaceSnapshot now = onFx(() -> open.session.snapshotProperty().get());
        List<String> losses = now.contenders().stream().map(one -> Numbers.format(one.loss())).toList();
        assertThat(words(".contender-row")).containsAll(losses);
        assertThat(words(".transport-bar")).contains(Numbers.count(now.step()));
        assertThat(onFx(() -> open.window.parts().results().rows())).extracting(ResultRow::standing).isEqualTo(now.contenders());
        assertThat(words("#results-card"))
                .containsAll(onFx(() -> open.window.parts().results().rows().stream().map(ResultRow::metricText).toList()));
    }

    @Test
    void aNumberChangesInTheTableWithoutItsLinesBeingLaidOutAnew() {
        List<Node> lines = onFx(() -> List.copyOf(table().lookupAll(".table-row-cell")));
        Set<String> before = words("#results-card");
        runFx(() -> {
            open.session.race().step(1);
            open.session.poll();
        });
        assertThat(onFx(() -> lines.stream().noneMatch(line -> ((TableRow<?>) line).isNeedsLayout()))).isTrue();
        nextFrame();
        assertThat(onFx(() -> List.copyOf(table().lookupAll(".table-row-cell")))).containsExactlyElementsOf(lines);
        assertThat(words("#results-card")).isNotEqualTo(before);
    }

    @Test
    void linesStayInTheOrderThatWasChosenWhileTheirNumbersChange() {
        runFx(() -> sortBy(table(), 1));
        for (int i = 0; i < 5; i++) {
            step(137);
            assertThat(onFx(this::losses)).isSortedAccordingTo(Comparator.naturalOrder());
        }
        assertThat(onFx(() -> open.window.parts().results().rows())).as("the document's order").extracting(row -> row.contender().id())
                .isEqualTo(onFx(() -> open.session.experiment().contenders().stream().map(ContenderSpec::id).toList()));
    }

    private <T> void sortBy(TableView<T> table, int column) {
        TableColumn<T, ?> by = table.getColumns().get(column);
        table.getSortOrder().add(by);
    }

    private List<Double> losses() {
        TableView<?> table = table();
        return IntStream.range(0, table.getItems().size()).mapToObj(i -> (Double) table.getColumns().get(1).getCellData(i)).toList();
    }

    @Test
    void wordsInTheTableFollowTheLanguage() {
        TableView<?> table = table();
        assertThat(onFx(() -> table.lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList())).contains("paused");
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        nextFrame();
        assertThat(onFx(() -> table.lookupAll(".label").stream().map(node -> ((Label) node).getText()).toList()))
                .contains("已暂停").doesNotContain("paused");
    }

    @Test
    void theLargeTableIsPartOfTheWindowOnlyWhileItIsSeen() {
        Node large = onFx(() -> open.window.parts().results().projected());
        assertThat(onFx(() -> large.lookup(".table-view"))).isNull();
        runFx(() -> open.window.model().projectedProperty().set(true));
        await("it is there", () -> large.isVisible() && large.lookup(".table-view") != null);
        step(3);
        assertThat(words("#results-large")).contains(Numbers.count(103));
        runFx(() -> open.window.model().projectedProperty().set(false));
        await("it is gone", () -> large.lookup(".table-view") == null);
    }
}
