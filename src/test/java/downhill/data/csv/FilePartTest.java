package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.Column;
import downhill.data.DataException;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pieces of a file have, one after the other, the rows, lines and complaints of the whole, wherever it is cut. */
class FilePartTest {
    private static final byte[] NO_MARK = {};

    @TempDir
    private Path folder;

    /** What a reader is told: each row with its line, and what was not taken as it stands. */
    private record Told(List<String> rows, List<String> problems) {
    }

    /** Rows of all that makes it hard to find their ends: quotes, line ends in them, in the middle of cells, unclosed; ragged, blank. */
    private static String hostile(int rows, String end, long seed, boolean wide) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("# made up" + end + "size,name,when,more" + end);
        for (int i = 0; i < rows; i++) {
            String name = switch (random.nextInt(12)) {
                case 0 -> "\"two" + end + "lines\"";
                case 1 -> "\"a \"\"word\"\", said\"";
                case 2 -> "5\" pipe";
                case 3 -> "\"" + end + end + "many," + end + "\"\"" + end + "\"";
                case 4 -> wide ? "\u00fc\u20ac\ud83d\ude00" : "\u00fc\u00df";
                case 5 -> "\u00e9t\u00e9";
                default -> "plain" + i % 7;
            };
            text.append(i % 17 == 3 ? "" : random.nextInt(9000) / 8.0).append(',').append(name).append(",2024-0").append(1 + i % 9)
                    .append("-1").append(i % 7).append(',').append(i % 5).append(i % 31 == 9 ? ",9" : "").append(end);
            text.append(i % 41 == 7 ? "3,a" + end : "").append(i % 53 == 11 ? end : "");
            text.append(i % 97 == 50 ? "1,\"never closed,2024-01-11,2" + end : "").append(i % 101 == 60 ? "size,name,when,more" + end : "");
        }
        return text.toString();
    }

    private static Told read(PartsReading reading, List<FilePart> parts) {
        Told told = new Told(new ArrayList<>(), new ArrayList<>());
        for (FilePart part : parts) {
            List<String> rows = new ArrayList<>();
            List<ImportProblem> problems = new ArrayList<>();
            reading.read(part, Progress.NONE, new PartsReading.Receiver() {
                @Override
                public void begin() {
                    rows.clear();
                    problems.clear();
                }

                @Override
                public void rows(Table table) {
                    for (int row = 0; row < table.rows(); row++) {
                        StringBuilder cells = new StringBuilder().append(table.line(row));
                        for (Column column : table.columns()) {
                            cells.append('|').append(column.text(row));
                        }
                        rows.add(cells.toString());
                    }
                }

                @Override
                public void problem(ImportProblem problem) {
                    problems.add(problem);
                }
            });
            told.rows.addAll(rows);
            problems.forEach(problem -> told.problems.add(problem.line() + " " + what(problem)));
        }
        told.problems.sort(null);
        return told;
    }

    /** Of a quote that is not closed the end of the piece may say first that it is none. */
    private static String what(ImportProblem problem) {
        boolean quote = problem.kind() == ProblemKind.UNCLOSED_QUOTE || problem.kind() == ProblemKind.TEXT_AFTER_QUOTE;
        return quote ? "quote" : problem.column() + " " + problem.kind();
    }

    private void same(Path file, int pieces) {
        PartSurvey survey = PartSurvey.of(file, ImportOptions.DEFAULT, Progress.NONE);
        PartsReading reading = PartsReading.of(List.of(survey), ImportOptions.DEFAULT, Map.of());
        List<FilePart> parts = survey.pieces(pieces);
        assertThat(parts).as("%s", file).hasSize(pieces);
        assertThat(parts.stream().mapToLong(FilePart::bytes).sum()).isEqualTo(survey.size());
        Told whole = read(reading, survey.pieces(1));
        Told cut = read(reading, parts);
        assertThat(cut.rows).as("%s in %d", file, pieces).isEqualTo(whole.rows).hasSize((int) survey.rows());
        assertThat(cut.problems).as("%s in %d", file, pieces).isEqualTo(whole.problems);
    }

    @Test
    void rowsAndLinesAreThoseOfTheWholeWhateverIsInTheFile() throws IOException {
        int number = 0;
        for (String end : List.of("\n", "\r\n", "\r")) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"), StandardCharsets.UTF_16LE)) {
                byte[] mark = charset == StandardCharsets.UTF_16LE ? new byte[] {(byte) 0xFF, (byte) 0xFE}
                        : charset == StandardCharsets.UTF_8 && end.equals("\r\n") ? "\uFEFF".getBytes(charset) : NO_MARK;
                byte[] text = hostile(240, end, number, charset != Charset.forName("windows-1252")).getBytes(charset);
                byte[] all = Arrays.copyOf(mark, mark.length + text.length);
                System.arraycopy(text, 0, all, mark.length, text.length);
                Path file = Files.write(folder.resolve(number++ + ".csv"), all);
                same(file, 2 + number % 4);
            }
        }
    }

    /** Of broken bytes each is one, whatever stands for it. */
    @Test
    void brokenBytesCountToo() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("x,name\n".getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 2000; i++) {
            bytes.write((i + ",\u20ac").getBytes(StandardCharsets.UTF_8));
            bytes.write(i % 200 == 7 ? new byte[] {(byte) 0xE2, (byte) 0x82, '\n'} : new byte[] {'\n'});
        }
        same(Files.write(folder.resolve("broken.csv"), bytes.toByteArray()), 5);
    }

    /** Where there are many records only some of the places are kept, all over the file. */
    @Test
    void aLongFileIsCutAllOver() throws IOException {
        StringBuilder text = new StringBuilder("x,y\n");
        IntStream.range(0, 120_000).forEach(i -> text.append(i).append(",\"").append(i % 3).append("\"\n"));
        Path file = Files.writeString(folder.resolve("long.csv"), text);
        PartSurvey survey = PartSurvey.of(file, ImportOptions.DEFAULT, Progress.NONE);
        assertThat(survey.pieces(40)).hasSize(40).allMatch(part -> Math.abs(part.bytes() - survey.size() / 40) < 10_000);
    }

    @Test
    void whatCannotBeCutStaysWhole() throws IOException {
        byte[] text = hostile(300, "\n", 3, true).getBytes(StandardCharsets.UTF_8);
        Path packed = folder.resolve("packed.csv.gz");
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            out.write(text);
        }
        assertThat(PartSurvey.of(packed, ImportOptions.DEFAULT, Progress.NONE).pieces(4)).hasSize(1);
        Path few = Files.writeString(folder.resolve("few.csv"), "x,y\n1,2\n3,4\n");
        assertThat(PartSurvey.of(few, ImportOptions.DEFAULT, Progress.NONE).pieces(4)).hasSize(1);
    }

    @Test
    void aFileThatHasChangedSinceIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("grows.csv"), hostile(300, "\n", 4, true));
        PartSurvey survey = PartSurvey.of(file, ImportOptions.DEFAULT, Progress.NONE);
        PartsReading reading = PartsReading.of(List.of(survey), ImportOptions.DEFAULT, Map.of());
        Files.writeString(file, Files.readString(file) + "1,2,2024-01-01,3\n");
        assertThatThrownBy(() -> read(reading, survey.pieces(2))).isInstanceOf(DataException.class).hasMessageContaining("grows.csv");
    }
}
