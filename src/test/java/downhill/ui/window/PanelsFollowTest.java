package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.PlotChart;
import downhill.ui.chart.PlotKey;
import downhill.ui.chart.PlotPicture;
import downhill.ui.fit.FitView;
import downhill.ui.fx.FxTest;
import downhill.ui.panel.PanelForm;
import downhill.ui.session.Demo;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Test;

/** Large panels and the fit's screen, over a race of the engine. */
class PanelsFollowTest extends FxTest {
    @Test
    void largePanelsShowTheFeaturesChosenOnTheFitsScreenWithAKey() {
        try (OpenWindow open = OpenWindow.live(1440, 900)) {
            open.open(Demo.experiment("Iris"));
            await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
            runFx(() -> open.window.shownProperty().set(open.window.parts().fit()));
            await("there are features to choose from", () -> !features(open).isEmpty());
            runFx(() -> features(open).get(0).getSelectionModel().select(1)); // sepal_width
            runFx(() -> {
                open.window.parts().compare().formProperty().set(new PanelForm(PanelForm.Kind.FIT, null, FitView.PLANE));
                open.window.shownProperty().set(open.window.parts().compare());
            });
            await("the chosen feature is drawn", () -> picture(open) != null && picture(open).xTitle().equals("sepal_width"));
            assertThat(onFx(() -> picture(open).keys())).extracting(PlotKey::name).containsExactly("setosa", "versicolor", "virginica");
        }
    }

    private static List<ComboBox<?>> features(OpenWindow open) {
        return open.window.parts().fit().options().lookupAll(".combo-box").stream().<ComboBox<?>>map(node -> (ComboBox<?>) node)
                .filter(box -> List.of(0, 1, 2, 3).equals(box.getItems())).toList();
    }

    private static PlotPicture picture(OpenWindow open) {
        Node panel = open.window.parts().compare().content().lookup("#panel-c1");
        return panel != null && panel.lookup(".chart-pane") instanceof PlotChart plot ? plot.picture() : null;
    }
}
