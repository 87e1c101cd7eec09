package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.store.ExperimentStore;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that somebody else wrote to between opening and saving: neither their work nor one's own is lost, whatever is answered. */
class ChangedUnderneathTest extends FxTest {
    private static final String TITLE = "The file was changed by another program";
    private final AtomicReference<String> problem = new AtomicReference<>("");
    private final FxExecutor work = FxExecutor.threads(1, "changed-underneath");
    @TempDir
    private Path folder;
    private OpenWindow open;
    private Saver saver;
    private Path file;
    private byte[] theirs;

    /** Opens a file, changes it in the window and underneath, and saves. */
    private void saveOverTheirs(String name) throws IOException {
        file = folder.resolve(name);
        open = new OpenWindow(1100, 700);
        saver = onFx(() -> new Saver(open.session, new FilesOnDisk(), work, open.window.sheets(), open.picker,
                words -> problem.set(words.get())));
        runFx(() -> open.session.open(Demo.experiment("Before"), file, folder));
        runFx(() -> saver.save(() -> { }));
        await("the first save", () -> Files.exists(file) && !open.session.dirtyProperty().get());
        Path other = folder.resolve("theirs.json");
        ExperimentStore.write(other, Demo.experiment("Theirs"), folder);
        theirs = Files.readAllBytes(other);
        Files.write(file, theirs);
        runFx(() -> open.session.edit(document -> document.withTitle("Mine")));
        runFx(() -> saver.save(() -> { }));
        await("the question", () -> open.window.sheets().shownTitle().equals(TITLE));
        assertThat(Files.readAllBytes(file)).isEqualTo(theirs);
    }

    private void answer(String words) {
        runFx(() -> open.window.scene().getRoot().lookupAll(".button").stream().map(Button.class::cast)
                .filter(button -> button.getText() != null && button.getText().equals(words)).findFirst().orElseThrow().fire());
    }

    private static String title(Path saved) {
        return ExperimentStore.read(saved).experiment().title();
    }

    @AfterEach
    void closeWindow() {
        open.close();
        work.close();
        assertThat(problem.get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"race.json", "race.downhill"})
    void savedElsewhereBothAreKept(String name) throws IOException {
        saveOverTheirs(name);
        Path elsewhere = folder.resolve("mine-" + name);
        open.picker.save = elsewhere;
        answer("Save as…");
        await("it is saved", () -> elsewhere.equals(open.session.fileProperty().get()) && !open.session.dirtyProperty().get());
        assertThat(title(elsewhere)).isEqualTo("Mine");
        assertThat(Files.readAllBytes(file)).isEqualTo(theirs);
    }

    @ParameterizedTest
    @ValueSource(strings = {"race.json", "race.downhill"})
    void overwrittenTheirsIsKeptBesideIt(String name) throws IOException {
        saveOverTheirs(name);
        answer("Overwrite");
        await("it is saved", () -> !open.session.dirtyProperty().get());
        assertThat(title(file)).isEqualTo("Mine");
        assertThat(Files.readAllBytes(folder.resolve(name + ".previous"))).isEqualTo(theirs);
        runFx(() -> open.session.edit(document -> document.withTitle("Mine again")));
        runFx(() -> saver.save(() -> { }));
        await("what is one's own is not asked about", () -> !open.session.dirtyProperty().get());
        assertThat(title(file)).isEqualTo("Mine again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"race.json", "race.downhill"})
    void withoutAnAnswerNothingIsWrittenAndTheWindowKeepsItsOwn(String name) throws IOException {
        saveOverTheirs(name);
        answer("Stay");
        await("the question is gone", () -> !open.window.sheets().isVisible());
        assertThat(onFx(() -> open.session.dirtyProperty().get())).isTrue();
        assertThat(onFx(() -> open.session.experiment().title())).isEqualTo("Mine");
        assertThat(Files.readAllBytes(file)).isEqualTo(theirs);
        runFx(() -> saver.save(() -> { }));
        await("it is asked again", () -> open.window.sheets().isVisible() && open.window.sheets().shownTitle().equals(TITLE));
    }
}
