package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.data.ImportOptions;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Opening files of every kind in the window. */
class ImportWindowTest extends FxTest {
    private static final String LIMIT = "downhill.comfortableBytes";

    @TempDir
    private Path folder;
    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Demo"));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.dataProperty().get() != null);
    }

    @AfterEach
    void closeWindow() {
        System.clearProperty(LIMIT);
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        open.close();
    }

    private void openFile(Path file) {
        runFx(() -> open.window.files().open(file));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void awaitPreview(Path file) {
        await("the preview of " + file, () -> open.window.parts().data().shown() != null
                && open.window.parts().data().shown().spec().source() instanceof DataSource.CsvFile csv
                        && csv.path().endsWith(file.getFileName().toString()));
    }

    private DataSource.CsvFile shown() {
        return (DataSource.CsvFile) onFx(() -> open.window.parts().data().shown().spec().source());
    }

    private String sheet() {
        return onFx(() -> open.window.sheets().shownTitle());
    }

    /** Presses what says so, first of all in the sheet that is open. */
    private void fire(String words) {
        runFx(() -> button(open.window.sheets(), words).or(() -> button(open.window.scene().getRoot(), words))
                .orElseThrow(() -> new AssertionError("no button " + words)).fire());
    }

    private static Optional<Button> button(Node node, String words) {
        if (node instanceof Button button && words.equals(button.getText())) {
            return Optional.of(button);
        }
        return node instanceof Parent parent && node.isVisible()
                ? parent.getChildrenUnmodifiable().stream().map(child -> button(child, words))
                .flatMap(Optional::stream).findFirst() : Optional.empty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "missing.csv, no such file", "folder, is a folder", "empty.csv, The file is empty", "junk.csv, binary", "excel.csv, Excel",
        "one-row.csv, Only 1 row", "one-column.csv, only one column", "one-class.csv, one class", "no-feature.csv, feature",
        "many-classes.csv, classes", "wide.csv, '10,000 columns'", "header-only.csv, no data rows"})
    void aBadFileGivesOneClearLineAndLeavesTheExperimentAlone(String name, String message) throws IOException {
        writeBadFiles();
        Experiment before = onFx(open.session::experiment);
        openFile(folder.resolve(name));
        await("a message", () -> !open.window.parts().data().problem().isEmpty());
        String problem = onFx(() -> open.window.parts().data().problem());
        assertThat(problem).contains(message).doesNotContain("Exception").doesNotContain("\n").doesNotContain("null");
        assertThat(onFx(open.session::experiment)).isEqualTo(before);
        assertThat(onFx(() -> open.session.race().isOpen())).isTrue();
        assertThat(onFx(() -> open.session.dirtyProperty().get())).isFalse();
    }

    private void writeBadFiles() throws IOException {
        Files.createDirectory(folder.resolve("folder"));
        byte[] junk = new byte[5000];
        new Random(1).nextBytes(junk);
        Files.write(folder.resolve("junk.csv"), junk);
        Files.write(folder.resolve("excel.csv"), new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0});
        write("empty.csv", "");
        write("header-only.csv", "a,b,y\n");
        write("one-row.csv", "a,b\n1,2\n");
        write("one-column.csv", "a\n1\n2\n3\n");
        write("one-class.csv", "a,class\n1,x\n2,x\n3,x\n4,x\n");
        write("no-feature.csv", "a,class\n,x\n,y\n,x\n,y\n");
        write("many-classes.csv", "a,class\n1,p\n2,q\n3,r\n4,s\n5,t\n");
        String wide = IntStream.range(0, 10_001).mapToObj(i -> "c" + i).collect(Collectors.joining(","));
        write("wide.csv", wide + "\n" + wide.replace("c", "") + "\n" + wide.replace("c", "") + "\n");
    }

    @Test
    void aTargetThatIsNoNumberCannotBeLearnedAsOneAndTheTableStays() throws IOException {
        Path file = write("words.csv", "a,b,class\n1,2,red\n2,3,blue\n3,4,red\n4,5,blue\n5,6,red\n6,7,blue\n");
        openFile(file);
        awaitPreview(file);
        runFx(() -> open.window.parts().data().learnClasses(false));
        await("a message", () -> open.window.parts().data().problem().contains("cannot be predicted by regression"));
        assertThat(onFx(() -> open.window.parts().data().shown().isUsable())).as("the table is as it was").isTrue();
        await("the form is as it was too", () -> texts().contains("a class (classification)"));
        runFx(() -> open.window.parts().data().use());
        assertThat(onFx(() -> open.session.experiment().title())).startsWith("words.csv");
    }

    @Test
    void aGuessIsShownWithItsReasonAndCanBeOverruled() throws IOException {
        Path file = write("doubtful.csv", "Measured in the garden\nwhen;x;y\n" + IntStream.range(1, 30)
                .mapToObj(i -> "d" + i + ";1,5" + i % 10 + ";" + i % 3 + "\n")
                .collect(Collectors.joining()));
        openFile(file);
        await("the file is shown with the guesses", () -> open.window.sheets().shownTitle().equals("How this file is read"));
        await("its beginning has been read", () -> open.window.scene().lookup("#import-delimiter") != null);
        assertThat(texts()).contains("% of the rows have 3 columns").contains("lines before the table have another number of columns");
        choose("import-decimal", ".");
        await("it is said", () -> texts().contains("chosen by you"));
        open.write("import-light", Theme.LIGHT, 1440, 900);
        open.write("import-dark-1100x700", Theme.DARK, 1100, 700);
        runFx(() -> Messages.languageProperty().set(Language.CHINESE));
        open.write("import-zh", Theme.LIGHT, 1440, 900);
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        fire("Read it in this way");
        await("it is read so", () -> shown().options().dialect() != null);
        assertThat(shown().options().dialect().decimal()).isEqualTo(".");
        assertThat(shown().options().dialect().delimiter()).as("what was not said is left to be found").isNull();
        await("the preview has been prepared", () -> open.window.parts().data().shown().isUsable());
        assertThat(sheet()).as("a person has spoken, nothing is asked again").isEmpty();
        open.write("import-data", Theme.LIGHT, 1440, 900);
        runFx(() -> open.window.parts().data().use());
        Problem.Learning learning = (Problem.Learning) onFx(() -> open.session.experiment().problem());
        assertThat(((DataSource.CsvFile) learning.data().source()).options().dialect().decimal()).isEqualTo(".");
    }

    @Test
    void inASmallWindowHowAFileIsReadScrollsWhileThreeRowsAndTheButtonsAreSeen() throws IOException {
        Path file = write("difficult.csv", "Readings of the garden\nby hand\nread on;seen;rain\n" + IntStream.range(1, 30)
                .mapToObj(i -> "0" + (i % 9 + 1) + "/03/2021;0" + (i % 9 + 1) + "/11/98;1.234,5" + i % 10 + "\n")
                        .collect(Collectors.joining()));
        openFile(file);
        await("its beginning has been read", () -> open.window.scene().lookup("#import-dates") != null);
        for (Language language : Language.values()) {
            runFx(() -> Messages.languageProperty().set(language));
            for (Theme theme : Theme.values()) {
                open.write("import-small-" + language.name().toLowerCase(java.util.Locale.ROOT) + "-" + theme.name()
                        .toLowerCase(java.util.Locale.ROOT), theme, 1100, 700);
            }
        }
        assertThat(texts()).as("the reasons follow the language").contains("这样的列保留为文本").doesNotContain("kept as text")
                .doesNotContain("rows read");
        runFx(() -> {
            Parent root = open.window.scene().getRoot();
            ((javafx.scene.layout.Region) root).resize(1100, 700);
            root.applyCss();
            root.layout();
            Bounds middle = onScreen(open.window.scene().lookup("#import-sheet").getParent().getParent());
            assertThat(open.window.scene().lookup("#import-sheet").getBoundsInParent().getHeight()).as("more than fits")
                    .isGreaterThan(middle.getHeight());
            Bounds take = onScreen(button(root, "按此方式读取").orElseThrow());
            assertThat(take.getMinY()).isGreaterThanOrEqualTo(middle.getMaxY());
            assertThat(take.getMaxY()).isLessThan(700);
            assertThat(shownRows(open.window.scene().lookup("#import-sheet"))).isGreaterThanOrEqualTo(3);
        });
    }

    private static Bounds onScreen(Node node) {
        return node.localToScene(node.getBoundsInLocal());
    }

    /** Rows of the table that lie wholly within it. */
    private static long shownRows(Node sheet) {
        double bottom = onScreen(sheet.lookup(".table-view")).getMaxY();
        return sheet.lookupAll(".table-row-cell").stream().filter(Node::isVisible).filter(row -> onScreen(row).getMaxY() <= bottom).count();
    }

    @Test
    void whatCannotBeReadInThatWayIsToldAndNotTaken() throws IOException {
        Path file = write("a.csv", "x,y\n1,2\n3,4\n5,7\n");
        openFile(file);
        awaitPreview(file);
        runFx(() -> open.window.parts().data().reading());
        await("its beginning has been read", () -> open.window.scene().lookup("#import-encoding") != null);
        choose("import-encoding", "UTF-16LE");
        await("it is told", () -> button(open.window.scene().getRoot(), "Read it in this way").orElseThrow().isDisabled());
        fire("Cancel");
        assertThat(shown().options()).isEqualTo(ImportOptions.DEFAULT);
    }

    @Test
    void aVeryLargeFileIsReadOnlyWithConsentAndSaysThatItIsASample() throws IOException {
        System.setProperty(LIMIT, "20000");
        Path file = write("large.csv", "x,y\n" + IntStream.range(0, 9000).mapToObj(i -> i % 97 + "," + i % 89 + "\n")
                .collect(Collectors.joining()));
        openFile(file);
        assertThat(sheet()).isEqualTo("A large file");
        open.write("import-large", Theme.LIGHT, 1440, 900);
        fire("Cancel");
        assertThat(onFx(() -> open.window.parts().data().shown().spec().source())).isInstanceOf(DataSource.Sample.class);
        openFile(file);
        runFx(() -> ((downhill.ui.control.NumberField) find(open.window.scene().getRoot(), "Rows to draw")).valueProperty().set(300));
        fire("Read a sample");
        awaitPreview(file);
        assertThat(shown().options().sampleRows()).isEqualTo(300);
        assertThat(texts()).contains("of 9,000 rows (a sample, seed 0)");
    }

    @Test
    void theListOfProblemsCanBeSaved() throws IOException {
        Path file = write("bad.csv", "x,y\n1,2\n3,4,5\n6,7\n8,x\n9,10\n11,12\n13,14\n");
        openFile(file);
        awaitPreview(file);
        open.picker.save = folder.resolve("list.csv");
        fire("Save this list…");
        await("it is saved", () -> Files.exists(folder.resolve("list.csv")));
        assertThat(Files.readAllLines(folder.resolve("list.csv"))).anyMatch(line -> line.startsWith("3,,too many fields"))
                .anyMatch(line -> line.startsWith("5,y,not a number,x"));
    }

    @Test
    void readingShowsProgressAndCanBeCancelledAtAnyMoment() throws IOException {
        Path file = write("long.csv", "x,y\n" + "1.5,2.5\n".repeat(50_000));
        runFx(() -> {
            open.window.files().open(file);
            open.window.parts().data().frame();
            assertThat(button(open.window.scene().getRoot(), "Cancel")).as("a way to cancel").isPresent();
            button(open.window.scene().getRoot(), "Cancel").orElseThrow().fire();
        });
        Path other = write("short.csv", "x,y\n1,2\n3,5\n5,9\n7,11\n");
        openFile(other);
        awaitPreview(other);
        assertThat(onFx(() -> open.window.parts().data().problem())).isEmpty();
        assertThat(onFx(() -> open.session.experiment().title())).isEqualTo("Demo");
    }

    private void choose(String id, String value) {
        runFx(() -> {
            @SuppressWarnings("unchecked")
            ComboBox<Optional<String>> choice = (ComboBox<Optional<String>>) open.window.scene().lookup("#" + id);
            choice.setValue(Optional.of(value));
        });
    }

    private String texts() {
        return onFx(() -> texts(open.window.scene().getRoot()));
    }

    private static String texts(Node node) {
        String own = node instanceof Labeled label && label.getText() != null ? label.getText() + "\n" : "";
        return node instanceof Parent parent && node.isVisible()
                ? own + parent.getChildrenUnmodifiable().stream().map(ImportWindowTest::texts)
                .collect(Collectors.joining()) : own;
    }

    private static Node find(Node node, String accessible) {
        if (accessible.equals(node.getAccessibleText())) {
            return node;
        }
        return node instanceof Parent parent ? parent.getChildrenUnmodifiable().stream().map(child -> find(child, accessible))
                .filter(java.util.Objects::nonNull).findFirst().orElse(null) : null;
    }
}
