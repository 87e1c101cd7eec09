package downhill.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.geometry.HPos;
import javafx.scene.Scene;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class SteadyTextTest extends FxTest {
    private SteadyText words;
    private HBox box;
    private final AtomicInteger layouts = new AtomicInteger();

    private void open(HPos side, String first) {
        runFx(() -> {
            words = new SteadyText(side);
            box = new HBox(words);
            new Scene(box, 400, 40).getRoot().applyCss();
            words.setText(first);
            box.layout();
            box.needsLayoutProperty().addListener((source, was, is) -> layouts.addAndGet(is ? 1 : 0));
        });
    }

    private String shown() {
        return onFx(words::shown);
    }

    @Test
    void wordsThatFitAskForNoLayout() {
        open(HPos.LEFT, "0.888");
        for (String next : new String[] {"0.111", "0.8", "", "0.888"}) {
            runFx(() -> words.setText(next));
            assertThat(shown()).isEqualTo(next);
        }
        assertThat(layouts).hasValue(0);
    }

    @Test
    void longerWordsGetMoreRoomAndKeepItUntilTheyAreFitted() {
        open(HPos.LEFT, "1");
        double narrow = onFx(words::getWidth);
        runFx(() -> words.setText("1,000,000"));
        assertThat(layouts).hasValue(1);
        double wide = onFx(() -> {
            box.layout();
            return words.getWidth();
        });
        assertThat(wide).isGreaterThan(2 * narrow);
        runFx(() -> words.setText("1"));
        assertThat(layouts).hasValue(1);
        double fitted = onFx(() -> {
            words.fit();
            box.layout();
            return words.getWidth();
        });
        assertThat(fitted).isEqualTo(narrow);
    }

    @Test
    void wordsAtTheRightEndWhereTheirRoomEnds() {
        open(HPos.RIGHT, "1,000,000");
        runFx(() -> words.setText("10"));
        Text text = onFx(() -> (Text) words.lookup(".words"));
        double width = onFx(words::getWidth);
        assertThat(onFx(() -> text.getBoundsInParent().getMaxX())).isBetween(width - 1.5, width + 0.5);
    }

    @Test
    void wordsWithoutRoomAreShortenedAndComeBackWithIt() {
        open(HPos.LEFT, "a long sentence about nothing");
        runFx(() -> {
            words.setMinWidth(0);
            words.setMaxWidth(60);
            box.layout();
        });
        assertThat(shown()).startsWith("a lo").endsWith("…").hasSizeLessThan(15);
        assertThat(onFx(() -> words.getText())).isEqualTo("a long sentence about nothing");
        runFx(() -> words.setText("another long sentence"));
        assertThat(shown()).startsWith("ano").endsWith("…");
        runFx(() -> {
            words.setMaxWidth(Double.MAX_VALUE);
            box.layout();
        });
        assertThat(shown()).isEqualTo("another long sentence");
    }

    @Test
    void aStyleIsPutOnAndTakenOffOnce() {
        open(HPos.LEFT, "diverged");
        runFx(() -> {
            words.style("danger-text", true);
            words.style("danger-text", true);
        });
        Text text = onFx(() -> (Text) words.lookup(".danger-text"));
        assertThat(onFx(() -> text.getStyleClass().stream().filter("danger-text"::equals).count())).isEqualTo(1);
        runFx(() -> words.style("danger-text", false));
        assertThat(onFx(() -> words.lookup(".danger-text"))).isNull();
    }

    /** Even words that grow lay out nothing around a pane whose size others decide, but all that is in it. */
    @Test
    void whatGrowsInAnEnclosureIsLaidOutThere() {
        Enclosure within = onFx(() -> {
            words = new SteadyText(HPos.RIGHT);
            Enclosure pane = new Enclosure(new HBox(words));
            pane.setPrefSize(200, 30);
            box = new HBox(pane);
            new Scene(box, 400, 40).getRoot().applyCss();
            words.setText("1");
            box.layout();
            box.needsLayoutProperty().addListener((source, was, is) -> layouts.addAndGet(is ? 1 : 0));
            return pane;
        });
        double narrow = onFx(words::getWidth);
        runFx(() -> words.setText("1,000,000"));
        assertThat(onFx(within::isNeedsLayout)).isTrue();
        assertThat(layouts).hasValue(0);
        double wide = onFx(() -> {
            box.layout();
            return words.getWidth();
        });
        assertThat(wide).isGreaterThan(2 * narrow);
        assertThat(onFx(within::isNeedsLayout)).isFalse();
    }

    /** Panels tell how far off the plane they are some times a second. */
    @Test
    void anotherRemarkOverAPanelLaysOutNothingAround() {
        PanelHead head = onFx(() -> {
            PanelHead made = new PanelHead();
            box = new HBox(made);
            new Scene(box, 400, 40).getRoot().applyCss();
            made.show("Adam", -1, "off by 0.1");
            box.layout();
            box.needsLayoutProperty().addListener((source, was, is) -> layouts.addAndGet(is ? 1 : 0));
            return made;
        });
        runFx(() -> head.show("Adam", -1, "off by 0.25"));
        assertThat(onFx(head::isNeedsLayout)).isTrue();
        assertThat(layouts).hasValue(0);
        runFx(() -> head.setStyle("-fx-font-size: 30px"));
        runFx(() -> box.applyCss());
        assertThat(layouts).as("larger type needs another height").hasValue(1);
    }
}
