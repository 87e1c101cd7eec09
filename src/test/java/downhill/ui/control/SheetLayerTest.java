package downhill.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.Test;

class SheetLayerTest extends FxTest {
    @Test
    void aLongSentenceIsSeenWhole() {
        double[] heights = onFx(() -> {
            SheetLayer layer = new SheetLayer();
            new Scene(layer, 1100, 700);
            Label words = Rows.paragraph(new SimpleStringProperty("A sentence that goes on and on. ".repeat(12)));
            layer.open(new SimpleStringProperty("Title"), 460, words, Buttons.ghost("sheet.cancel", layer::close));
            layer.applyCss();
            layer.layout();
            ScrollPane pane = (ScrollPane) layer.lookup(".scroll-pane");
            return new double[] {words.getHeight(), pane.getViewportBounds().getHeight()};
        });
        assertThat(heights[0]).isGreaterThan(60);
        assertThat(heights[1]).isGreaterThanOrEqualTo(heights[0] - 0.5);
    }
}
