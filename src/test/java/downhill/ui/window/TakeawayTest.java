package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Charts leave the window by keyboard. */
class TakeawayTest extends FxTest {
    private static OpenWindow open;

    @TempDir
    private Path folder;

    @BeforeAll
    static void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris"));
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
        runFx(() -> open.session.race().step(412));
        await("the race has stepped", () -> open.session.snapshotProperty().get().step() == 412);
    }

    @AfterAll
    static void closeWindow() {
        open.close();
    }

    @AfterEach
    void closeSheet() {
        runFx(() -> open.window.sheets().close());
    }

    @Test
    void ctrlShiftEOnTheChartAsksAndEnterSavesAPictureOfTheSizeTyped() throws IOException {
        ask();
        open.write("sheet-takeaway", Theme.LIGHT, 1440, 900);
        type("takeaway-width", "400");
        type("takeaway-height", "300");
        Path file = save("race.png");
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(800);
        assertThat(ImageIO.read(file.toFile()).getHeight()).isEqualTo(600);
        assertThat(onFx(() -> open.window.message())).contains("race.png");
    }

    @Test
    void aFilmHasAsManyPicturesAsAskedFor() throws IOException {
        ask();
        choose(4);
        nextFrame();
        open.write("sheet-takeaway-film", Theme.DARK, 1440, 900);
        type("takeaway-width", "320");
        type("takeaway-height", "200");
        type("takeaway-frames", "6");
        Path file = save("race.gif");
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(file.toFile()));
        assertThat(reader.getNumImages(true)).isEqualTo(6);
        assertThat(coloured(reader, 5)).isGreaterThan(coloured(reader, 1));
        Files.createDirectories(Path.of("target/screenshots"));
        Files.copy(file, Path.of("target/screenshots/race.gif"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    @Test
    void theDataOfTheChartAreATableOfAllItsCurves() throws IOException {
        ask();
        choose(3);
        List<String> lines = Files.readAllLines(save("race.csv"));
        assertThat(lines.get(0)).isEqualTo("series,line,step,training loss");
        assertThat(lines).anyMatch(line -> line.startsWith(firstName() + ",main,412,"))
                .anyMatch(line -> line.startsWith(firstName() + ",second,"));
    }

    @Test
    void allCurvesOfAllContendersAreOneTable() throws IOException {
        Path file = folder.resolve("all.csv");
        open.picker.save = file;
        runFx(() -> open.window.tools().takeaway().saveAllCurves());
        await("it is written", () -> Files.exists(file));
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).isEqualTo("contender,step,epoch,train_loss,validation_loss,learning_rate");
        assertThat(lines).hasSize(1 + 413 * open.session.experiment().contenders().size());
    }

    @Test
    void whatCannotBeWrittenIsOneClearLineAndTheSheetStays() throws IOException {
        Path blocked = folder.resolve("a-file");
        Files.writeString(blocked, "x");
        ask();
        open.picker.save = blocked.resolve("race.png");
        press(open.window.scene().lookup("#takeaway-save"), KeyCode.SPACE);
        await("it is told", () -> open.window.message().contains("cannot be saved"));
        assertThat(onFx(() -> open.window.sheets().isVisible())).isTrue();
        assertThat(onFx(() -> open.window.message()).lines().count()).isEqualTo(1);
    }

    @Test
    void theDataGoOntoTheClipboard() {
        runFx(() -> open.window.tools().takeaway()
                .copyData(ChartMenu.chart(open.window.scene(), open.window.shownProperty().get().content())));
        await("they are there", () -> Clipboard.getSystemClipboard().hasString()
                && Clipboard.getSystemClipboard().getString().startsWith("series,line,step,training loss\n"));
    }

    private static String firstName() {
        return open.session.experiment().contenders().get(0).name();
    }

    private static void ask() {
        Node chart = onFx(() -> ChartMenu.chart(open.window.scene(), open.window.shownProperty().get().content()));
        runFx(chart::requestFocus);
        runFx(() -> javafx.event.Event.fireEvent(chart, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.E, true, true, false, false)));
        await("it is asked", () -> open.window.sheets().shownTitle().equals("Export"));
    }

    /** Moves along the formats by the arrow. */
    private static void choose(int times) {
        for (int i = 0; i < times; i++) {
            press(open.window.scene().lookup("#takeaway-format"), KeyCode.RIGHT);
        }
    }

    private static void type(String id, String text) {
        runFx(() -> {
            TextField field = (TextField) open.window.scene().lookup("#" + id);
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    private Path save(String name) {
        Path file = folder.resolve(name);
        open.picker.save = file;
        press(open.window.scene().lookup("#takeaway-save"), KeyCode.SPACE);
        await("the file is there and the sheet closed", () -> Files.exists(file) && !open.window.sheets().isVisible());
        return file;
    }

    private static void press(Node node, KeyCode code) {
        runFx(() -> {
            node.requestFocus();
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                javafx.event.Event.fireEvent(node, new KeyEvent(type, "", "", code, false, false, false, false));
            }
        });
    }

    private static int coloured(ImageReader film, int index) throws IOException {
        var picture = film.read(index);
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                java.awt.Color at = new java.awt.Color(picture.getRGB(x, y));
                count += Math.max(at.getRed(), Math.max(at.getGreen(), at.getBlue()))
                        - Math.min(at.getRed(), Math.min(at.getGreen(), at.getBlue())) > 60 ? 1 : 0;
            }
        }
        return count;
    }
}
