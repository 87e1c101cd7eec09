package downhill.ui.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.chart.ChartPane;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.Images;
import downhill.ui.fx.Screenshots;
import downhill.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures of every chart and control in both themes, in {@code target/screenshots}, to be looked at. */
class GalleryTest extends FxTest {
    private static final Path FOLDER = Path.of("target/screenshots");

    @ParameterizedTest
    @EnumSource(Theme.class)
    void lineCharts(Theme theme) {
        picture("lines", theme, 1280, 860, ChartPages::lines);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void planes(Theme theme) {
        picture("planes", theme, 1280, 860, ChartPages::planes);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void controls(Theme theme) {
        picture("controls", theme, 1280, 860, ControlPage::page);
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void states(Theme theme) {
        picture("states", theme, 900, 620, ChartPages::states);
    }

    private void picture(String name, Theme theme, double width, double height, Callable<Parent> page) {
        Stage stage = show(onFx(page), width, height);
        BufferedImage image = onFx(() -> {
            theme.apply(stage.getScene());
            return Screenshots.of(stage.getScene(), 1);
        });
        BufferedImage settled = onFx(() -> Screenshots.of(stage.getScene(), 1));
        runFx(() -> {
            dispose(stage.getScene().getRoot());
            stage.close();
        });
        try {
            Images.writePng(settled, FOLDER.resolve("gallery-" + name + "-" + theme.name().toLowerCase(Locale.ROOT) + ".png"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(image.getWidth()).isEqualTo((int) width);
    }

    private static void dispose(Node node) {
        if (node instanceof ChartPane chart) {
            chart.dispose();
        } else if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(GalleryTest::dispose);
        }
    }
}
