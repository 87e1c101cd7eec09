package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A person is told of the file that they asked for, never of the temporary one that it is made of. */
class ToldNamesTest {
    @TempDir
    private Path folder;

    @Test
    void aFullDiskIsToldOfTheFileAlsoWhereItsPartsAreSavedOneInTheOther() {
        Path picture = folder.resolve("loss.png");
        assertThatThrownBy(() -> AtomicFiles.write(picture, part -> AtomicFiles.write(part, inner -> AtomicFiles.write(inner, last -> {
            throw new IOException("I/O error writing PNG file!", new IOException("No space left on device"));
        }, false), false), false)).isInstanceOf(StoreException.class)
                .hasMessage(picture + " cannot be saved: the disk is full; free some space or choose another folder.");
    }

    @Test
    void aFileThatIsGoneIsToldByItsName() {
        Path table = folder.resolve("table-7.csv");
        assertThatThrownBy(() -> AtomicFiles.write(table, part -> {
            throw new NoSuchFileException(part.toString());
        }, false)).hasMessage(table + " cannot be saved: " + table + " does not exist.");
    }

    @Test
    void rowsThatCannotBeWrittenAreToldByTheNameOfTheirFile() throws IOException {
        Path taken = Files.createDirectories(TemporaryFile.name(folder.resolve("history.csv"), ""));
        assertThatThrownBy(() -> new CsvRows(taken, "a")).isInstanceOf(StoreException.class)
                .hasMessageStartingWith(folder.resolve("history.csv") + " cannot be written");
    }

    /** Names as long as the file system takes, of letters of one to four bytes, are saved, and saved again. */
    @ParameterizedTest
    @ValueSource(strings = {"x", "é", "数", "𝒜"})
    void aNameAsLongAsTheSystemTakesIsSavedTwice(String letter) throws IOException {
        int bytes = letter.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
        Path file = folder.resolve("y".repeat(251 % bytes) + letter.repeat(251 / bytes) + ".csv");
        for (String text : new String[] {"one", "two"}) {
            AtomicFiles.write(file, text, true);
            assertThat(Files.readString(file)).isEqualTo(text);
        }
    }
}
