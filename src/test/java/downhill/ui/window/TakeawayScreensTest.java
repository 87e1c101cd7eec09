package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceState;
import downhill.ui.chart.ChartPane;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From every screen with a chart every format is saved, and picture and data are copied, by keyboard, over a race of the engine. */
class TakeawayScreensTest extends FxTest {
    private static final int STEPS = 60;
    private static final int TIMES = 12;
    private static OpenWindow open;

    @TempDir
    private Path folder;

    @BeforeAll
    static void openWindow() {
        open = OpenWindow.live(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
        runFx(() -> open.session.race().step(STEPS));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == STEPS);
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    @AfterEach
    void closeSheet() {
        runFx(() -> open.window.sheets().close());
    }

    /** The chart of a screen, once there is something to see, with the focus on it. */
    private static ChartPane chart(String screen) {
        runFx(() -> open.window.shownProperty().set(open.window.screens().stream().filter(one -> one.titleKey().equals("tab." + screen))
                .findFirst().orElseThrow()));
        runFx(() -> open.window.scene().getRoot().requestFocus());
        nextFrame();
        AtomicReference<ChartPane> found = new AtomicReference<>();
        await(screen + " is drawn", () -> {
            ChartPane chart = ChartMenu.chart(open.window.scene(), open.window.shownProperty().get().content());
            found.set(chart);
            return chart != null && chart.drawing() != null && !chart.drawing().isEmpty() && chart.film().isPresent();
        });
        if (screen.equals("landscape")) {
            await("the landscape is settled", () -> open.window.parts().landscape().feed().isSettled());
        }
        runFx(found.get()::requestFocus);
        return found.get();
    }

    private static void ask() {
        open.press(KeyCode.E, KeyCode.CONTROL, KeyCode.SHIFT);
        await("it is asked", () -> open.window.sheets().shownTitle().equals("Export"));
    }

    private static List<String> formats() {
        return onFx(() -> ((javafx.scene.Parent) open.window.scene().lookup("#takeaway-format")).getChildrenUnmodifiable().stream()
                .map(button -> ((ToggleButton) button).getText()).toList());
    }

    private Path save(String format, int index, String name) {
        ask();
        runFx(() -> open.window.scene().lookup("#takeaway-format").requestFocus());
        for (int i = 0; i < index; i++) {
            runFx(() -> press(open.window.scene().lookup("#takeaway-format"), KeyCode.RIGHT));
        }
        nextFrame();
        if (!format.contains("CSV")) {
            type("takeaway-width", "320");
            type("takeaway-height", "240");
        }
        if (format.contains("GIF")) {
            type("takeaway-frames", "4");
        }
        Path file = folder.resolve(name);
        open.picker.save = file;
        runFx(() -> press(open.window.scene().lookup("#takeaway-save"), KeyCode.SPACE));
        await(name + " is there and the sheet closed", () -> Files.exists(file) && !open.window.sheets().isVisible());
        return file;
    }

    private static void press(Node node, KeyCode code) {
        node.requestFocus();
        open.press(code);
    }

    private static void type(String id, String text) {
        runFx(() -> {
            TextField field = (TextField) open.window.scene().lookup("#" + id);
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"race", "landscape", "fit", "metrics", "parameters", "state"})
    void everyFormatIsSavedAndPictureAndDataAreCopied(String screen) throws IOException {
        ChartPane chart = chart(screen);
        ask();
        List<String> formats = formats();
        assertThat(formats).containsExactly("PNG", "SVG", "PDF", "Data (CSV)", "Film (GIF)");
        runFx(() -> open.window.sheets().close());
        for (int i = 0; i < formats.size(); i++) {
            runFx(chart::requestFocus);
            check(formats.get(i), save(formats.get(i), i, screen + i));
        }
        runFx(() -> {
            Clipboard.getSystemClipboard().clear();
            chart.requestFocus();
        });
        open.press(KeyCode.C, KeyCode.CONTROL);
        await("the picture is copied", () -> Clipboard.getSystemClipboard().hasImage());
        open.press(KeyCode.C, KeyCode.CONTROL, KeyCode.SHIFT);
        await("the data are copied", () -> Clipboard.getSystemClipboard().hasString()
                && Clipboard.getSystemClipboard().getString().lines().count() > 2);
    }

    private static void check(String format, Path file) throws IOException {
        switch (format) {
            case "PNG" -> assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(640);
            case "SVG" -> assertThat(Files.readString(file)).contains("<svg").contains("width=\"320").containsPattern("<(path|rect|text) ");
            case "PDF" -> assertThat(new String(Files.readAllBytes(file), 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
            case "Data (CSV)" -> assertThat(Files.readAllLines(file).size()).isGreaterThan(2);
            default -> assertThat(pictures(file)).as("different pictures of the film").hasSizeGreaterThan(2);
        }
    }

    private static Set<Integer> pictures(Path file) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(file.toFile()));
        Set<Integer> different = new TreeSet<>();
        assertThat(reader.getNumImages(true)).isEqualTo(4);
        for (int i = 0; i < 4; i++) {
            var image = reader.read(i);
            different.add(java.util.Arrays.hashCode(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth())));
        }
        return different;
    }

    @Test
    void theTurnedLandscapeIsAFilmToo() throws IOException {
        chart("landscape");
        runFx(() -> nodes("3-D").fire());
        nextFrame();
        open.write("landscape-solid-1440", Theme.LIGHT, 1440, 900);
        ChartPane solid = onFx(() -> open.window.parts().landscape().solid());
        runFx(solid::requestFocus);
        check("Film (GIF)", save("Film (GIF)", 4, "solid.gif"));
        runFx(() -> nodes("2-D").fire());
    }

    private static ToggleButton nodes(String words) {
        return open.window.scene().getRoot().lookupAll(".toggle-button").stream().map(ToggleButton.class::cast)
                .filter(button -> words.equals(button.getText())).findFirst().orElseThrow();
    }

    @Test
    void allCurvesAreSavedByKey() throws IOException {
        Path file = folder.resolve("curves.csv");
        open.picker.save = file;
        open.press(javafx.scene.input.KeyCode.D, javafx.scene.input.KeyCode.CONTROL, javafx.scene.input.KeyCode.SHIFT);
        await("it is written", () -> Files.exists(file));
        assertThat(Files.readAllLines(file)).hasSize(1 + (STEPS + 1) * 4);
    }

    @Test
    void forkAndExportSheetsOpenedOftenLeaveNothingBehind() {
        ChartPane chart = chart("race");
        List<WeakReference<Node>> closed = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            runFx(chart::requestFocus);
            open.press(KeyCode.F);
            closed.add(onFx(() -> new WeakReference<>(open.window.scene().lookup("#fork-name"))));
            open.press(KeyCode.ESCAPE);
            runFx(chart::requestFocus);
            ask();
            closed.add(onFx(() -> new WeakReference<>(open.window.scene().lookup("#takeaway-format"))));
            open.press(KeyCode.ESCAPE);
        }
        assertThat(closed).hasSize(2 * TIMES).allSatisfy(one -> assertThat(one).isNotNull());
        awaitCollected("all but the last are gone", () -> closed.stream().filter(one -> one.get() != null).count() <= 2);
    }
}
