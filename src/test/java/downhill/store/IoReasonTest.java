package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the system says of a disk, as a person would. */
class IoReasonTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new AccessDeniedException("/secret"), "permission is denied"),
                Arguments.of(new NoSuchFileException("/gone/table.csv"), "/gone/table.csv does not exist"),
                Arguments.of(new NoSuchFileException(null), "a part of its path does not exist"),
                Arguments.of(new NotDirectoryException("/a/b"), "a part of its path is not a folder"),
                Arguments.of(new ReadOnlyFileSystemException(), "the disk is read-only"),
                Arguments.of(new FileSystemException("/a", null, "No space left on device"), "the disk is full"),
                Arguments.of(new IOException("No space left on device"), "the disk is full"),
                Arguments.of(new IOException("There is not enough space on the disk"), "the disk is full"),
                Arguments.of(new IOException("Disk quota exceeded"), "the disk is full"),
                Arguments.of(new FileSystemException("/a", null, "Read-only file system"), "the disk is read-only"),
                Arguments.of(new UncheckedIOException(new AccessDeniedException("/a")), "permission is denied"),
                Arguments.of(new IOException("wrapped", new IOException("no space left")), "the disk is full"),
                Arguments.of(new IOException("Input/output error"), "Input/output error"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailureIsToldInWords(Exception failure, String words) {
        assertThat(IoReason.of(failure)).hasToString(words);
    }

    @Test
    void whoWritesIsToldWhatToDo() {
        assertThat(IoReason.advice(new IOException("No space left on device")))
                .hasToString("the disk is full; free some space or choose another folder");
        assertThat(IoReason.advice(new AccessDeniedException("/a"))).hasToString("permission is denied; choose another folder");
        assertThat(IoReason.advice(new IOException("Input/output error"))).as("nobody knows what to do").hasToString("Input/output error");
    }
}
