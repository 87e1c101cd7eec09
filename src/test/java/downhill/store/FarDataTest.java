package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.race.Checkpoint;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files of a document lie elsewhere than in its folder: told without touching one of them. */
class FarDataTest {
    private static final String HERE = "here.csv";

    @TempDir
    private Path folder;

    private Path document(String named) throws IOException {
        Files.writeString(folder.resolve(HERE), "a,t\n1,2\n2,4\n");
        Path file = folder.resolve("document.json");
        ExperimentStore.write(file, learningFrom(HERE), folder);
        Files.writeString(file, Files.readString(file).replace(HERE, named.replace("\\", "\\\\")));
        return file;
    }

    private static Experiment learningFrom(String data) {
        Experiment demo = Demo.experiment("Far");
        Problem.Learning learning = (Problem.Learning) demo.problem();
        return demo.withProblem(new Problem.Learning(DataSpec.of(new DataSource.CsvFile(data)).withTarget("t"), learning.model()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x.csv", "../../etc/x.csv", "/x.csv", "/net/server/share/x.csv", "//server/share/x.csv", "a/../../x.csv",
            "./../x.csv", ".."})
    void whatLiesOutsideTheFolderOrOnAShareIsFar(String named) throws IOException {
        Path file = document(named);
        assertThat(ExperimentStore.farData(file)).containsExactly(folder.resolve(named).normalize());
    }

    @EnabledOnOs(OS.WINDOWS)
    @ParameterizedTest
    @ValueSource(strings = {"\\\\server\\share\\x.csv", "\\\\?\\UNC\\server\\share\\x.csv", "\\\\.\\pipe\\x", "Q:\\x.csv", "Q:/x.csv"})
    void soAreWindowsSharesDevicesAndDrives(String named) throws IOException {
        assertThat(ExperimentStore.farData(document(named))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {HERE, "gone.csv", "a/b.csv", "./here.csv", "a/../here.csv", "..x/y.csv"})
    void whatLiesInTheFolderOrWithinIsNot(String named) throws IOException {
        assertThat(ExperimentStore.farData(document(named))).isEmpty();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkThatCameWithTheDocumentLeadsElsewhere() throws IOException {
        Path file = document("link.csv");
        Files.createSymbolicLink(folder.resolve("link.csv"), Path.of("/nowhere/x.csv"));
        assertThat(ExperimentStore.farData(file)).containsExactly(folder.resolve("link.csv"));
        Files.createSymbolicLink(folder.resolve("within"), Path.of("/nowhere"));
        assertThat(ExperimentStore.farData(document("within/x.csv"))).containsExactly(folder.resolve("within/x.csv"));
    }

    /** Their hash is taken on opening, so that a list of files alone would be enough to have one touched. */
    @Test
    void aFileThatIsOnlyListedIsFarToo() throws IOException {
        Path file = document(HERE);
        String text = Files.readString(file);
        int list = text.lastIndexOf(HERE);
        Files.writeString(file, text.substring(0, list) + "../listed.csv" + text.substring(list + HERE.length()));
        assertThat(ExperimentStore.farData(file)).containsExactly(folder.resolveSibling("listed.csv"));
    }

    @Test
    void aSessionIsAskedLikeADocument() throws IOException {
        Path inner = Files.createDirectories(folder.resolve("inner"));
        Files.writeString(folder.resolve("x.csv"), "a,t\n1,2\n");
        Path session = inner.resolve("s.downhill");
        SessionStore.write(session, new Checkpoint(learningFrom("x.csv"), 0, 16, List.of(), List.of(), List.of()), folder,
                SessionPlace.NOWHERE);
        assertThat(ExperimentStore.farData(session)).containsExactly(folder.resolve("x.csv"));
    }
}
