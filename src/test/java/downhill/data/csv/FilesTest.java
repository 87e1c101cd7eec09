package downhill.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.source.DataSources;
import downhill.testing.OrdinaryUser;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows 66, 70, 71, 73 to 78 of the table of hard inputs in docs/csv.md, and what is a matter of files rather than of text. */
class FilesTest {
    /** Bytes of a file, of each of which progress is told at least once. */
    private static final int PIECE = 1 << 16;

    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String refusal(Path file) {
        return assertThrows(DataException.class, () -> CsvImport.read(file)).getMessage();
    }

    @Test
    @DisplayName("66: a target of one class is refused before training")
    void oneClass() throws IOException {
        DataSpec spec = DataSpec.of(new DataSource.CsvFile(file("one.csv", "x,y\n1,a\n2,a\n3,a\n").toString()));
        assertTrue(assertThrows(DataException.class, () -> DataSources.prepare(spec, null, Progress.NONE)).getMessage()
                .contains("only one class"));
    }

    @Test
    @DisplayName("70: progress is told, and reading ends at once when cancelled")
    void progressAndCancel() throws IOException {
        Path file = rows("large.csv", 200_000);
        List<Double> told = new ArrayList<>();
        CsvImport.read(file, ImportOptions.DEFAULT, Map.of(), told::add);
        assertTrue(told.size() > Files.size(file) / PIECE);
        assertEquals(told.stream().sorted().toList(), told);
        assertEquals(1, told.get(told.size() - 1));
        int[] calls = {0};
        Progress cancelling = new Progress() {
            @Override
            public void done(double fraction) {
                calls[0]++;
            }

            @Override
            public boolean cancelled() {
                return calls[0] >= 10;
            }
        };
        assertThrows(CancellationException.class, () -> CsvImport.read(file, ImportOptions.DEFAULT, Map.of(), cancelling));
        assertEquals(10, calls[0]);
    }

    /** Its letters beyond ASCII come late, and its numbers become others late, so that it is read three times. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    @DisplayName("70: progress never falls back, however often a file is read")
    void progressOfSeveralReadings(boolean otherTypes) throws IOException {
        Path file = rows("late.csv", 60_000);
        Files.writeString(file, (otherTypes ? "x,y\n".repeat(3000) : "") + "1,é\n", StandardCharsets.ISO_8859_1, StandardOpenOption.APPEND);
        List<Double> told = new ArrayList<>();
        Imported read = CsvImport.read(file, ImportOptions.DEFAULT, Map.of(), told::add);
        assertEquals("windows-1252", read.report().dialect().encoding());
        assertTrue(told.size() > Files.size(file) / PIECE);
        assertEquals(told.stream().sorted().toList(), told);
        assertEquals(1, told.get(told.size() - 1));
    }

    @Test
    @DisplayName("70: a sample is drawn evenly, by seed, and that is said")
    void sampling() throws IOException {
        Path file = rows("large.csv", 100_000);
        Imported sample = CsvImport.read(file, ImportOptions.DEFAULT.withSampleRows(5_000), Map.of(), Progress.NONE);
        assertEquals(5_000, sample.table().rows(), 300);
        assertEquals(50_000, sample.table().column("i").number(sample.table().rows() / 2), 3_000);
        assertEquals(sample.report().records(), sample.report().imported() + sample.report().skipped());
        assertEquals(1, sample.report().count(ProblemKind.SAMPLED));
        Imported again = CsvImport.read(file, ImportOptions.DEFAULT.withSampleRows(5_000), Map.of(), Progress.NONE);
        assertEquals(sample.table().column("i").number(1234), again.table().column("i").number(1234));
    }

    private Path rows(String name, int rows) throws IOException {
        Path file = folder.resolve(name);
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("i,x\n");
            for (int i = 0; i < rows; i++) {
                writer.write(i + "," + (i % 97) * 0.5 + "\n");
            }
        }
        return file;
    }

    @Test
    @DisplayName("71: a line too long to hold is left out with its number, the others are kept")
    void endlessLine() throws IOException {
        Path file = folder.resolve("long.csv");
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("a,b\n1,2\n3,");
            for (int i = 0; i < 200; i++) {
                writer.write("x".repeat(1 << 17));
            }
            writer.write("\n5,6\n7,8\n");
        }
        Imported imported = CsvImport.read(file);
        assertEquals(3, imported.table().rows());
        ImportProblem problem = imported.report().problems().stream()
                .filter(p -> p.kind() == ProblemKind.FIELD_TOO_LONG).findFirst().orElseThrow();
        assertEquals(3, problem.line());
        assertEquals(4, imported.table().line(1));
        assertEquals(imported.report().records(), imported.report().imported() + imported.report().rejected() + imported.report()
                .skipped());
    }

    @Test
    @DisplayName("73: rows sorted by class are shuffled by the split")
    void sortedByClass() throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        for (int i = 0; i < 90; i++) {
            text.append(i).append(',').append(i < 30 ? "a" : i < 60 ? "b" : "c").append('\n');
        }
        DataSpec spec = DataSpec.of(new DataSource.CsvFile(file("sorted.csv", text.toString()).toString()));
        double[] held = DataSources.prepare(spec, null, Progress.NONE).validation().targets();
        assertEquals(3, java.util.Arrays.stream(held).distinct().count());
    }

    @Test
    @DisplayName("74: a file that changes while it is read is refused")
    void changing() throws IOException {
        Path file = rows("changing.csv", 5_000);
        Progress touching = fraction -> {
            try {
                Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
        String message = assertThrows(DataException.class, () -> CsvImport.read(file, ImportOptions.DEFAULT, Map.of(), touching))
                .getMessage();
        assertTrue(message.endsWith("was changed while it was being read. Read it again."), message);
    }

    @Test
    @DisplayName("75: a file that vanishes while it is read is refused")
    void vanishing() throws IOException {
        Path file = rows("vanishing.csv", 5_000);
        Progress deleting = fraction -> {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        };
        String message = assertThrows(DataException.class, () -> CsvImport.read(file, ImportOptions.DEFAULT, Map.of(), deleting))
                .getMessage();
        assertTrue(message.contains("vanishing.csv"), message);
    }

    @Test
    @DisplayName("76: no such file, a folder, a link to itself")
    void noFile() throws IOException {
        assertTrue(refusal(folder.resolve("none.csv")).endsWith("none.csv: There is no such file. Check the path."));
        assertTrue(refusal(folder).endsWith("is a folder. Choose a file in it."));
        Path loop = folder.resolve("loop.csv");
        Files.createSymbolicLink(loop, loop);
        assertTrue(refusal(loop).contains("a link that leads to itself"), refusal(loop));
    }

    @Test
    @DisplayName("76: pipes and devices are refused without waiting for them")
    void pipe() throws IOException, InterruptedException {
        Path device = Path.of("/dev/zero");
        assumeTrue(Files.exists(device));
        assertTrue(refusal(device).endsWith("is a pipe or a device, not a file. Save its content to a file first."));
        Path pipe = folder.resolve("pipe");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        assertTrue(refusal(pipe).contains("is a pipe or a device"));
    }

    @Test
    @DisplayName("76: no permission")
    void noPermission() throws IOException, InterruptedException {
        Path file = file("secret.csv", "a,b\n1,2\n");
        assertEquals("1 rows", OrdinaryUser.run(OneImport.class, false, file.toString()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assertEquals(file + " may not be read. Check its permissions.",
                OrdinaryUser.run(OneImport.class, Files.isReadable(file), file.toString()));
    }

    @Test
    @DisplayName("77: paths with spaces, other scripts, more than 260 characters")
    void oddPaths() throws IOException {
        Path deep = folder.resolve("ein Ordner mit Leerzeichen/日本語/" + "d".repeat(120) + "/" + "e".repeat(120));
        Files.createDirectories(deep);
        Path file = Files.writeString(deep.resolve("données é.csv"), "a,b\n1,2\n3,4\n");
        assertEquals(2, CsvImport.read(file).table().rows());
        DataSpec relative = DataSpec.of(new DataSource.CsvFile("données é.csv"));
        assertEquals(2, DataSources.load(relative, deep, Progress.NONE).table().rows());
    }

    @Test
    @DisplayName("78: a file open in another program")
    void locked() {
        java.nio.file.FileSystemException locked = new java.nio.file.FileSystemException("x.csv", null,
                "The process cannot access the file because it is being used by another process.");
        assertTrue(FileSource.failure(Path.of("x.csv"), locked).getMessage().startsWith("x.csv is open in another program."));
    }

    @Test
    void typesChosenInTheSpecificationReachTheImport() throws IOException {
        DataSpec spec = DataSpec.of(new DataSource.CsvFile(file("zip.csv", "zip,y\n10001,1\n20002,2\n").toString()))
                .withColumns(List.of(new ColumnSpec("zip", ColumnType.CATEGORY, downhill.data.Role.FEATURE)));
        assertEquals(ColumnType.CATEGORY, DataSources.load(spec, null, Progress.NONE).table().column("zip").type());
    }
}
