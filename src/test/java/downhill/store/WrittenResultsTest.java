package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Dialect;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.csv.CsvImport;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results as they are written are read again, each number bit for bit; of what was cut off nothing is believed. */
class WrittenResultsTest {
    private static final ImportOptions AS_WRITTEN = ImportOptions.DEFAULT.withDialect(Dialect.STANDARD).withMissing(List.of());
    @TempDir
    private Path folder;

    private static double drawn(Random random) {
        double any = Double.longBitsToDouble(random.nextLong());
        double usual = random.nextGaussian() * Math.pow(10, random.nextInt(20) - 10);
        return random.nextInt(4) == 0 ? Double.NaN : random.nextBoolean() || !Double.isFinite(any) ? usual : any;
    }

    private static Table read(Path file, String... numbers) {
        Map<String, ColumnType> types = Arrays.stream(numbers).collect(Collectors.toMap(name -> name, name -> ColumnType.NUMBER));
        return CsvImport.read(file, AS_WRITTEN, types, Progress.NONE).table();
    }

    private static void same(Column column, List<Double> values) {
        assertThat(column.size()).isEqualTo(values.size());
        for (int row = 0; row < values.size(); row++) {
            assertThat(Double.doubleToLongBits(column.number(row))).as("%s, row %d", column.name(), row)
                    .isEqualTo(Double.doubleToLongBits(values.get(row)));
        }
    }

    @Test
    void aHistoryIsReadAgainBitForBit() {
        Random random = new Random(1);
        Path file = folder.resolve("history.csv");
        List<List<Double>> columns = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        String[] names = {"Adam", "=cmd()", "a, \"b\"", "损失\nx"};
        try (HistoryCsv csv = new HistoryCsv(file)) {
            for (int i = 0; i < 800; i++) {
                double[] row = {i * 7L, i / 3.0, drawn(random), drawn(random), drawn(random)};
                for (int j = 0; j < row.length; j++) {
                    columns.get(j).add(row[j]);
                }
                csv.row(names[i % names.length], i * 7L, row[1], row[2], row[3], row[4]);
            }
        }
        Table table = read(file, "step", "epoch", "train_loss", "validation_loss", "learning_rate");
        assertThat(table.names()).isEqualTo(List.of("contender", "step", "epoch", "train_loss", "validation_loss", "learning_rate"));
        for (int j = 0; j < columns.size(); j++) {
            same(table.columns().get(1 + j), columns.get(j));
        }
        assertThat(table.columns().get(0).text(1)).as("a name that a spreadsheet would run").isEqualTo("'=cmd()");
        assertThat(table.columns().get(0).text(3)).isEqualTo(names[3]);
    }

    @Test
    void theCoursesOfSeedsAreReadAgainBitForBit() {
        Random random = new Random(2);
        Path file = folder.resolve("seeds.csv");
        List<Double> losses = new ArrayList<>();
        try (SeedsCsv csv = new SeedsCsv(file)) {
            for (int i = 0; i < 500; i++) {
                losses.add(drawn(random));
                csv.row("b", i / 5, i % 5, losses.get(i));
            }
        }
        Table table = read(file, "step", "seed", "train_loss");
        same(table.column("train_loss"), losses);
        for (int i = 0; i < losses.size(); i++) {
            assertThat(table.column("step").number(i) * 5 + table.column("seed").number(i)).isEqualTo(i);
        }
    }

    /** Runs of equal numbers, of numbers that float32 holds and of others, of any length, one after another. */
    private static double[] blocks(Random random) {
        DoubleStream all = DoubleStream.empty();
        for (int i = random.nextInt(4); i >= 0; i--) {
            double equal = drawn(random);
            int kind = random.nextInt(3);
            double[] run = new double[random.nextInt(2) * 4096 + random.nextInt(50)];
            Arrays.setAll(run, at -> kind == 0 ? equal : kind == 1 ? (float) random.nextGaussian() : drawn(random));
            all = DoubleStream.concat(all, Arrays.stream(run));
        }
        return all.toArray();
    }

    private static NumberBlocks.Reader reader(byte[] bytes, long limit) {
        return new NumberBlocks.Reader(new DataInputStream(new ByteArrayInputStream(bytes)), limit);
    }

    @Test
    void numbersInBlocksComeBackAndWhatIsCutOffIsNoNumbers() throws IOException {
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            double[] numbers = blocks(random);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            new NumberBlocks.Writer(new DataOutputStream(bytes)).all(numbers);
            byte[] whole = bytes.toByteArray();
            assertThat(Arrays.stream(reader(whole, 1L << 30).all()).mapToLong(Double::doubleToRawLongBits).toArray())
                    .as("seed %d", seed).isEqualTo(Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray());
            byte[] cut = Arrays.copyOf(whole, random.nextInt(whole.length));
            assertThatThrownBy(() -> reader(cut, 1L << 30).all()).as("seed %d", seed).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> reader(whole, 8L * numbers.length).all()).as("no room")
                    .isInstanceOf(CourseReader.TooLargeException.class);
        }
    }

    /** A file counts as written to by another program where its content is another, whatever its size and time say. */
    @Test
    void aFileIsOutdatedWhereItsContentIsAnother() throws IOException {
        Path file = Files.writeString(folder.resolve("work"), "as it was");
        FileStamp stamp = FileStamp.of(file);
        assertThat(stamp.isOutdated(file)).isFalse();
        Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.fromMillis(1_000_000));
        assertThat(stamp.isOutdated(file)).as("touched").isFalse();
        Files.writeString(file, "as it wa5");
        assertThat(stamp.isOutdated(file)).as("of the same size").isTrue();
        Files.writeString(file, "as it was");
        assertThat(stamp.isOutdated(file)).as("as it was").isFalse();
        Files.delete(file);
        assertThat(stamp.isOutdated(file)).as("nothing can be overwritten").isFalse();
        assertThat(FileStamp.of(file)).isNull();
        assertThat(FileStamp.of(folder)).isNull();
    }
}
