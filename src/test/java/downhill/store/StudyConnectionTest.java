package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** A transaction that fails leaves nothing behind, says why, and the next one works. */
class StudyConnectionTest {
    @TempDir
    private Path folder;

    private StudyConnection open() {
        return new StudyConnection(folder.resolve("study.db"), 100);
    }

    private static long add(StudyConnection connection, String name) throws java.sql.SQLException {
        return connection.update("insert into studies (study_name) values (?)", name);
    }

    private static List<String> names(StudyConnection connection) {
        List<String> names = new ArrayList<>();
        connection.snapshot(() -> {
            connection.query("select study_name from studies", row -> names.add(row.getString(1)));
            return null;
        });
        return names;
    }

    /** Where the disk is full SQLite ends the transaction itself: there is nothing to undo then, and that is not what is told. */
    @ParameterizedTest
    @CsvSource({"true, SQLITE_FULL, There is no room left", "false, SQLITE_FULL, There is no room left", "true, SQLITE_BUSY, is locked",
        "false, SQLITE_CORRUPT, damaged"})
    void whyItFailedIsToldWhoeverUndidIt(boolean undone, SQLiteErrorCode code, String sentence) {
        try (StudyConnection connection = open()) {
            for (int again = 0; again < 2; again++) {
                assertThatThrownBy(() -> connection.transaction(() -> {
                    add(connection, "lost");
                    if (undone) {
                        connection.update("rollback");
                    }
                    throw new SQLiteException("it failed", code);
                })).isInstanceOf(StoreException.class).hasMessageContaining(sentence);
                assertThat(names(connection)).doesNotContain("lost");
            }
            connection.transaction(() -> add(connection, "kept"));
            assertThat(names(connection)).containsExactly("kept");
        }
        try (StudyConnection connection = open()) {
            assertThat(names(connection)).containsExactly("kept");
        }
    }

    /** A fault of our own undoes what was begun, too. */
    @Test
    void aFaultInsideUndoesAll() {
        try (StudyConnection connection = open()) {
            assertThatThrownBy(() -> connection.transaction(() -> {
                add(connection, "lost");
                throw new IllegalStateException("a fault");
            })).hasMessage("a fault");
            assertThat(names(connection)).isEmpty();
            connection.transaction(() -> add(connection, "kept"));
            assertThat(names(connection)).containsExactly("kept");
        }
    }

    /** Who waits for another program waits as long as told, and nothing of its own is written. */
    @Test
    void twoConnectionsWriteOneAfterTheOther() {
        try (StudyConnection one = open(); StudyConnection other = open()) {
            one.transaction(() -> {
                add(one, "first");
                assertThatThrownBy(() -> other.transaction(() -> add(other, "second"))).isInstanceOf(StoreException.class)
                        .hasMessageContaining("is locked");
                return null;
            });
            other.transaction(() -> add(other, "third"));
            assertThat(names(one)).containsExactly("first", "third");
        }
    }
}
