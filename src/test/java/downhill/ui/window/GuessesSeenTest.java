package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was guessed about a file, and how many rows are left out, is seen without scrolling; the card counts those rows. */
class GuessesSeenTest extends FxTest {
    @TempDir
    private Path folder;
    private OpenWindow open;

    @AfterEach
    void closeWindow() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        open.close();
    }

    /** 60 days of which every fourth lacks the ozone. */
    private Path airquality() throws IOException {
        return Files.writeString(folder.resolve("airquality.csv"), "Wind,Temp,Month,Ozone,Day\n" + IntStream.range(0, 60)
                .mapToObj(i -> i * 7 % 11 / 2.0 + "," + (60 + i * 13 % 37) + "," + (5 + i / 30) + ","
                        + (i % 4 == 0 ? "NA" : i * 17 % 53 / 3.0) + "," + (1 + i % 30))
                .collect(Collectors.joining("\n")) + "\n");
    }

    @ParameterizedTest
    @CsvSource({"1100, 700", "1440, 900"})
    void inTheDataRoomAndOnTheCard(double width, double height) throws IOException {
        open = new OpenWindow(width, height);
        open.open(Demo.experiment("Demo"));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.dataProperty().get() != null);
        Path file = airquality();
        runFx(() -> open.window.files().open(file));
        await("the preview", () -> open.window.parts().data().shown() != null
                && open.window.parts().data().shown().imported().table().rows() == 60
                && open.window.parts().data().shown().isUsable());
        await("the guess is seen", () -> seen().stream().anyMatch(text -> text.equals("\"Ozone\" was taken as the target.")));
        assertThat(onFx(this::seen)).contains("15 rows are left out because the target \"Ozone\" is missing.");
        runFx(() -> open.window.parts().data().use());
        await("the card counts them", () -> all(open.window.scene().getRoot()).stream()
                .anyMatch(label -> "45 rows, 15 skipped".equals(label.getText())));
    }

    /** A table of counts, as Titanic's, in which every fifth row has a cell too many. */
    private Path counts() throws IOException {
        String[] classes = {"1st", "2nd", "3rd", "Crew"};
        return Files.writeString(folder.resolve("counts.csv"), "Class,Sex,Age,Survived,Freq\n" + IntStream.range(0, 60)
                .mapToObj(i -> classes[i % 4] + "," + (i % 3 == 0 ? "Male" : "Female") + "," + (i % 2 == 0 ? "Child" : "Adult") + ","
                        + (i % 7 < 3 ? "Yes" : "No") + ","
                        + (3 + i * 31 % 97) + (i % 5 == 4 ? ",x" : "")).collect(Collectors.joining("\n")) + "\n");
    }

    @ParameterizedTest
    @CsvSource({"ENGLISH, 12 of 60 rows of the file are left out. The first: line 6", "CHINESE, 文件的 60 行中有 12 行未采用"})
    void rowsThatCouldNotBeReadAndWhatIsNotTakenForTheTarget(Language language, String leftOut) throws IOException {
        open = new OpenWindow(1100, 700);
        open.open(Demo.experiment("Demo"));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.dataProperty().get() != null);
        runFx(() -> Messages.languageProperty().set(language));
        Path file = counts();
        runFx(() -> open.window.files().open(file));
        await("the preview", () -> open.window.parts().data().shown() != null
                && open.window.parts().data().shown().imported().table().rows() == 48
                && open.window.parts().data().shown().isUsable());
        runFx(() -> open.window.sheets().close());
        nextFrame();
        open.write("guesses-" + language, downhill.ui.theme.Theme.LIGHT, 1100, 700);
        assertThat(onFx(this::seen)).anyMatch(text -> text.contains("Survived")).anyMatch(text -> text.contains(leftOut));
    }

    /** Texts that stand within the window and in nothing that scrolls. */
    private List<String> seen() {
        return all(open.window.scene().getRoot()).stream().filter(label -> label.getText() != null && isSeen(label)).map(Labeled::getText)
                .toList();
    }

    private boolean isSeen(Labeled label) {
        for (Node node = label; node != null; node = node.getParent()) {
            if (!node.isVisible() || node instanceof ScrollPane) {
                return false;
            }
        }
        Bounds place = label.localToScene(label.getBoundsInLocal());
        return place.getHeight() > 0 && place.getMinY() >= 0 && place.getMaxY() <= open.window.scene().getHeight()
                && place.getMaxX() <= open.window.scene().getWidth();
    }

    private static List<Labeled> all(Node node) {
        List<Labeled> found = new ArrayList<>();
        if (node instanceof Labeled label) {
            found.add(label);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(all(child)));
        }
        return found;
    }
}
