package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Visible;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.ui.control.Tip;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Names of columns, classes, files, contenders and rules that would turn words round are shown by code points, wherever the
 * window shows them.
 */
class HostileWindowTest extends FxTest {
    private static final String TURN = "\u202Efdp\u2066\u009b";
    private static final String RULE = "id: evil\nname: R" + TURN + "\nsource: S" + TURN + "\nnote: N" + TURN
            + "\n\nhyperparameters:\n  η  learningRate  0.1  in [1e-5, 1] log\n\nupdate:\n  θ ← θ − η·g\n";

    /** What the program itself puts between digits, so that no number is broken over two lines. */
    private static final String UNBROKEN = "\uFEFF";

    @TempDir
    private Path folder;
    private OpenWindow open;

    @AfterEach
    void closeWindow() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
        open.close();
    }

    private Path table() throws IOException {
        return Files.writeString(folder.resolve("file" + TURN + ".csv"),
                "a" + TURN + ",b,colour" + TURN + ",kind" + TURN + "\n" + IntStream.range(0, 60).mapToObj(i ->
                i * 7 % 13 + "," + i * i % 11 + "," + (i % 3 == 0 ? "green" : "blue" + TURN) + "," + (i % 2 == 0 ? "red" : "grey" + TURN))
                        .reduce("", (all, row) -> all + row + "\n"));
    }

    private void race() throws IOException {
        open = OpenWindow.live(1440, 900);
        open.open(Demo.experiment("Demo"));
        await("the race is ready", () -> open.session.race().isOpen() && open.session.dataProperty().get() != null);
        Path file = table();
        runFx(() -> open.window.files().open(file));
        await("the preview", () -> open.window.parts().data().shown() != null
                && open.window.parts().data().shown().imported().table().rows() == 60
                && open.window.parts().data().shown().isUsable());
        check("the data room");
        runFx(() -> open.window.parts().data().use());
        runFx(() -> open.session.edit(document -> document.withTitle("T" + TURN).withContenders(List.of(
                ContenderSpec.of("c1", "C" + TURN, "adam", Map.of(), 0),
                        ContenderSpec.of("c2", "R" + TURN, "evil", Map.of(), 1).withRule("evil", RULE, Map.of())))));
        await("the race of the file is ready", () -> open.session.snapshotProperty().get().state() == RaceState.PAUSED
                && open.session.snapshotProperty().get().contenders().size() == 2);
        runFx(() -> open.session.race().step(30));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() == 30
                && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
    }

    @Test
    void noScreenShowsThem() throws IOException {
        race();
        runFx(() -> open.session.selection().contenderProperty().set("c2"));
        for (Language language : Language.values()) {
            runFx(() -> Messages.languageProperty().set(language));
            onFx(() -> open.window.screens()).forEach(screen -> {
                runFx(() -> open.window.shownProperty().set(screen));
                settle();
                check(screen.titleKey());
            });
            open.press(KeyCode.P, KeyCode.CONTROL);
            await("all have answered", () -> texts().stream().anyMatch(text -> text.contains("%")));
            check("asking");
            open.press(KeyCode.ESCAPE);
        }
        for (String name : List.of("a", "grey", "C", "R", "T", "file")) {
            assertThat(shown.stream().filter(text -> text.contains(name + "[U+202E]"))).as("the test has seen " + name).isNotEmpty();
        }
    }

    private final TreeSet<String> shown = new TreeSet<>();

    private static void settle() {
        nextFrame();
        nextFrame();
        nextFrame();
    }

    private void check(String where) {
        List<String> texts = onFx(this::texts);
        shown.addAll(texts);
        assertThat(texts.stream().filter(text -> !Visible.text(text).equals(text)).distinct()).as(where).isEmpty();
    }

    private List<String> texts() {
        return all(open.window.scene().getRoot()).flatMap(HostileWindowTest::words).filter(text -> text != null && !text.isEmpty())
                .map(text -> text.replace(UNBROKEN, "")).toList();
    }

    /** What is seen, read out, and told when pointed at. */
    private static Stream<String> words(Node node) {
        List<String> words = new ArrayList<>();
        words.add(node.getAccessibleText());
        words.add(node instanceof Text text ? text.getText() : node instanceof Labeled label ? label.getText() : null);
        words.add(Tip.told(node));
        return words.stream();
    }

    /** What is typed by hand stays as it is typed. */
    private static Stream<Node> all(Node node) {
        Stream<Node> below = node instanceof Parent parent && !(node instanceof TextInputControl)
                ? parent.getChildrenUnmodifiable().stream().flatMap(HostileWindowTest::all)
                : Stream.empty();
        return Stream.concat(Stream.of(node), below);
    }
}
