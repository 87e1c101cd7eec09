package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.ExperimentStore;
import downhill.store.SessionStore;
import downhill.store.StoreException;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.FxTest;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data file that is changed between its being read and the save: what is saved belongs to the old content, and who opens it is told. */
class DataChangedUnderneathTest extends FxTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"race.json", "race.downhill"})
    void whoOpensTheSaveIsTold(String name) throws IOException {
        Path data = folder.resolve("points.csv");
        Path file = folder.resolve(name);
        AtomicReference<String> problem = new AtomicReference<>("");
        FxExecutor work = FxExecutor.threads(1, "data-changed");
        try (OpenWindow open = new OpenWindow(1100, 700)) {
            Files.writeString(data, "x,y\n1,2\n2,4\n3,6\n4,8\n5,10\n6,12\n");
            Saver saver = onFx(() -> new Saver(open.session, new FilesOnDisk(), work, open.window.sheets(), open.picker,
                    words -> problem.set(words.get())));
            runFx(() -> open.session.open(onPoints(), file, folder));
            await("the data are read", () -> open.session.dataProperty().get() != null);
            save(open, saver, file);
            assertThat(notices(file)).isEmpty();
            Files.writeString(data, "x,y\n1,3\n2,5\n3,7\n4,9\n5,11\n6,13\n");
            runFx(() -> open.session.edit(document -> document.withTitle("Renamed")));
            save(open, saver, file);
            assertThat(notices(file)).hasSize(1);
            assertThat(notices(file).get(0)).contains("points.csv", "was changed since");
        } finally {
            work.close();
        }
        assertThat(problem.get()).isEmpty();
    }

    /** Wherever a person may choose a file to save something in, the table that is learned from is not taken for one. */
    @Test
    void theTableItselfIsNoPlaceToSaveAnything() throws IOException {
        Path data = Files.writeString(folder.resolve("points.csv"), "x,y\n1,2\n2,4\n3,6\n4,8\n5,10\n6,12\n");
        String before = Files.readString(data);
        Path link = Files.createSymbolicLink(folder.resolve("curves.csv"), data);
        try (OpenWindow open = new OpenWindow(1100, 700)) {
            runFx(() -> open.session.open(onPoints(), folder.resolve("race.json"), folder));
            NoPicker picked = new NoPicker();
            AtomicReference<String> problem = new AtomicReference<>("");
            SparingPicker picker = new SparingPicker(picked, open.session, words -> problem.set(words.get()));
            for (Path choice : List.of(data, link)) {
                picked.save = choice;
                problem.set("");
                assertThat(onFx(() -> picker.toSave("a.downhill"))).isEmpty();
                assertThat(problem.get()).contains("is what is being learned from and is not written over");
                assertThat(onFx(() -> picker.toSaveAs("curves.csv"))).isEmpty();
            }
            picked.save = folder.resolve("other.csv");
            assertThat(onFx(() -> picker.toSaveAs("curves.csv"))).contains(picked.save);
            open.picker.save = data;
            runFx(() -> open.window.files().saveAs());
        }
        assertThatThrownBy(() -> ExperimentStore.write(data, onPoints(), folder)).isInstanceOf(StoreException.class)
                .hasMessageContaining("is not written over");
        assertThat(Files.readString(data)).isEqualTo(before);
    }

    private static void save(OpenWindow open, Saver saver, Path file) {
        runFx(() -> saver.save(() -> { }));
        await("it is saved", () -> Files.exists(file) && !open.session.dirtyProperty().get());
    }

    private static List<String> notices(Path file) {
        return (SessionStore.isSession(file) ? SessionStore.read(file).notices() : ExperimentStore.read(file).notices()).stream()
                .map(String::valueOf).toList();
    }

    private static Experiment onPoints() {
        Experiment iris = Demo.experiment("Points");
        Problem.Learning learning = (Problem.Learning) iris.problem();
        return iris.withProblem(new Problem.Learning(DataSpec.of(new DataSource.CsvFile("points.csv")), learning.model()));
    }
}
