package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.source.SampleData;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import downhill.ui.theme.Palette;
import downhill.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the window in {@code target/screenshots}, and what can be told from their pixels. */
class WindowPictureTest extends FxTest {
    private static OpenWindow open;

    @BeforeAll
    static void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris: which optimizer gets there first?"));
        await("data are read and the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(412));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 412);
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    @ParameterizedTest
    @CsvSource({"LIGHT,1440,900", "DARK,1440,900", "LIGHT,1100,700", "DARK,1100,700"})
    void theLinesOfAllContendersAreDrawnInTheirColours(Theme theme, int width, int height) {
        String name = "window-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width;
        open.write(name, theme, width, height);
        BufferedImage image = open.picture(theme, width, height);
        Palette palette = theme.palette();
        for (int i = 0; i < 4; i++) {
            assertThat(pixels(image, palette.contender(i).line().rgb())).as("pixels of contender " + i).isGreaterThan(20);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void everyTabIsDrawn(int tab) {
        if (tab >= open.window.screens().size()) {
            return;
        }
        runFx(() -> open.window.shownProperty().set(open.window.screens().get(tab)));
        nextFrame();
        for (Theme theme : Theme.values()) {
            open.write("tab-" + tab + "-" + theme.name().toLowerCase(Locale.ROOT), theme, 1440, 900);
        }
        open.write("tab-" + tab + "-1100", Theme.LIGHT, 1100, 700);
        runFx(() -> open.window.shownProperty().set(open.window.screens().get(0)));
    }

    @Test
    void sheetsAreDrawn() {
        sheet("add", () -> open.window.parts().contenders().add());
        sheet("contender", () -> open.window.parts().contenders().edit());
        sheet("model", open.window.parts()::editModel);
        sheet("training", open.window.parts()::editTraining);
        sheet("gallery", open.window::showGallery);
        sheet("keys", () -> HelpSheets.keys(open.window.sheets(), open.window.table()));
    }

    @Test
    void aPreviewIsDrawnBeforeItIsTaken() {
        runFx(() -> {
            open.window.showData();
            open.window.parts().data().preview(SampleData.of("diabetes").spec());
        });
        await("the preview is read", () -> open.window.parts().data().shown().spec().source()
                .equals(SampleData.of("diabetes").spec().source()));
        open.write("preview", Theme.LIGHT, 1440, 900);
        assertThat(onFx(() -> open.session.experiment().title())).startsWith("Iris");
        runFx(() -> open.window.shownProperty().set(open.window.screens().get(0)));
    }

    private static void sheet(String name, Runnable action) {
        runFx(action);
        nextFrame();
        open.write("sheet-" + name, Theme.LIGHT, 1440, 900);
        assertThat(onFx(() -> open.window.sheets().shownTitle())).isNotEmpty();
        runFx(() -> open.window.sheets().close());
    }

    private static int pixels(BufferedImage image, int rgb) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == rgb ? 1 : 0;
            }
        }
        return count;
    }
}
