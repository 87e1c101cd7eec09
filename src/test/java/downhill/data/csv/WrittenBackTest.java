package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Columns;
import downhill.data.Dialect;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the program writes as CSV it reads again: each number bit for bit, each text letter by letter. */
class WrittenBackTest {
    private static final ImportOptions AS_WRITTEN = ImportOptions.DEFAULT.withDialect(Dialect.STANDARD).withMissing(List.of());

    private static String written(List<List<String>> rows) throws IOException {
        StringWriter target = new StringWriter();
        try (CsvExport csv = CsvExport.to(target, false)) {
            for (List<String> row : rows) {
                csv.row(row);
            }
        }
        return target.toString();
    }

    private static double drawn(Random random) {
        double any = Double.longBitsToDouble(random.nextLong());
        double usual = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
        return switch (random.nextInt(5)) {
            case 0 -> Double.isFinite(any) ? any : Double.MIN_VALUE;
            case 1 -> random.nextInt();
            case 2 -> random.nextInt(100_000) / 1000.0;
            case 3 -> (float) usual;
            default -> usual;
        };
    }

    @Test
    void everyNumberComesBackBitForBit() throws IOException {
        Random random = new Random(1);
        List<List<String>> rows = new ArrayList<>(List.of(List.of("by the table", "by Java", "always filled")));
        double[] values = new double[6000];
        for (int i = 0; i < values.length; i++) {
            values[i] = i == 0 ? Double.MAX_VALUE : i == 1 ? Double.MIN_VALUE : i == 2 ? 0x1p53 - 1 : i == 3 ? 1e15 : drawn(random);
            rows.add(List.of(Columns.text(values[i]), Double.toString(values[i]), "1.5"));
        }
        Reading reading = Reading.of(written(rows).getBytes(StandardCharsets.UTF_8), AS_WRITTEN, Map.of("by the table", ColumnType.NUMBER,
                "by Java", ColumnType.NUMBER)).rows(values.length);
        for (int i = 0; i < values.length; i++) {
            for (Column column : reading.columns().subList(0, 2)) {
                assertThat(Double.doubleToRawLongBits(column.number(i))).as("%s %s", column.name(), values[i])
                        .isEqualTo(Double.doubleToRawLongBits(values[i]));
            }
        }
        assertThat(reading.report().count(ProblemKind.NOT_A_NUMBER) + reading.report().count(ProblemKind.UNDERFLOW)).isZero();
    }

    private static String text(Random random) {
        String[] pieces = {"a", "東", "💩", ",", ";", "\"", "'", "\n", "\r\n", "\r", " ", "\t", "=", "\\", "#", "x y"};
        StringBuilder text = new StringBuilder("k");
        for (int i = random.nextInt(7); i > 0; i--) {
            text.append(pieces[random.nextInt(pieces.length)]);
        }
        return text.append('k').toString();
    }

    @Test
    void everyTextComesBackLetterByLetter() throws IOException {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<List<String>> rows = new ArrayList<>(List.of(List.of("a", "b")));
            for (int i = 2 + random.nextInt(30); i > 0; i--) {
                rows.add(List.of(text(random), text(random)));
            }
            Reading reading = Reading.of(written(rows).getBytes(StandardCharsets.UTF_8), AS_WRITTEN, Map.of("a", ColumnType.TEXT,
                    "b", ColumnType.TEXT)).rows(rows.size() - 1).rejected(0);
            for (int row = 1; row < rows.size(); row++) {
                reading.row(row - 1, rows.get(row).toArray(String[]::new));
            }
        }
    }

    /** Whatever a cell begins with, what is made harmless begins with no sign that a spreadsheet runs, unless it is a number. */
    @Test
    void harmlessCellsDifferByAnApostropheAtMost() {
        String signs = "=+-@\t\r\n＝＋－＠a1'";
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            String cell = signs.charAt(random.nextInt(signs.length())) + (random.nextBoolean() ? text(random) : "" + drawn(random));
            String harmless = CsvExport.harmless(cell);
            assertThat(harmless.equals(cell) || harmless.equals("'" + cell)).as(cell).isTrue();
            boolean run = "=+-@\t\r\n＝＋－＠".indexOf(harmless.charAt(0)) >= 0;
            assertThat(run).as(cell).isEqualTo(run && Double.isFinite(Double.parseDouble(run ? harmless : "0")));
        }
    }

    /** The list of problems that is saved is itself a table that is read without any. */
    @Test
    void theSavedListOfProblemsIsReadAsATable(@TempDir Path folder) throws IOException {
        StringBuilder text = new StringBuilder("n,w\n");
        for (int i = 0; i < 300; i++) {
            text.append(i % 3 == 0 ? "1,2,3\n" : i % 7 == 0 ? "=x" + i + ",\"a\"\n" : i + ".5,b\n");
        }
        Path file = Files.writeString(folder.resolve("faulty.csv"), text);
        Path list = folder.resolve("problems.csv");
        Map<String, ColumnType> types = Map.of("n", ColumnType.NUMBER);
        ImportReport report = CsvImport.read(file, ImportOptions.DEFAULT, types, Progress.NONE).report();
        ProblemList.writeAll(list, file, ImportOptions.DEFAULT, types, Progress.NONE);
        Reading reading = Reading.of(Files.readAllBytes(list), AS_WRITTEN, Map.of("line", ColumnType.NUMBER, "text", ColumnType.TEXT))
                .names("line", "column", "kind", "text", "message").rejected(0);
        assertThat(reading.imported().table().rows()).isEqualTo((int) report.problemCount()).isGreaterThan(100);
        for (int row = 0; row < report.problems().size(); row++) {
            String message = reading.columns().get(4).text(row);
            assertThat(report.problems()).as(message).anyMatch(each -> each.message().equals(message));
        }
        assertThat(Files.readString(list)).doesNotContain(",=x");
    }
}
