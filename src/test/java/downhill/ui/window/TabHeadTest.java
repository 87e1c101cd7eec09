package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.control.WrapRow;
import downhill.ui.fx.FxTest;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

/** Options take a line of their own only where there are any. */
class TabHeadTest extends FxTest {
    private static Region wide(double width) {
        Region region = new Region();
        region.setMinSize(width, 20);
        region.setPrefSize(width, 20);
        return region;
    }

    private static double high(double tabs, double options) {
        return onFx(() -> new TabHead(new HBox(wide(tabs)), options == 0 ? new HBox() : new HBox(wide(options))).prefHeight(400));
    }

    private static double wrapped(double options) {
        return onFx(() -> {
            WrapRow tabs = new WrapRow(0);
            tabs.getChildren().addAll(wide(200), wide(150), wide(120));
            return new TabHead(tabs, new HBox(wide(options))).prefHeight(400);
        });
    }

    @Test
    void besideTheLastOfSeveralLinesOfTabsTheyTakeNone() {
        assertThat(wrapped(200)).isEqualTo(wrapped(1)).isLessThan(wrapped(300));
    }

    @Test
    void whereTheyDoNotFitBesideTheTabsTheyStandBelow() {
        double one = high(200, 100);
        assertThat(high(390, 100)).isEqualTo(2 * one);
        assertThat(high(390, 0)).as("nothing needs no line").isEqualTo(one);
    }
}
