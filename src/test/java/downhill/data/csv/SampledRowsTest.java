package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.CounterRandom;
import downhill.data.ImportOptions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which rows a sample is made of: a row is drawn by its place among the rows of the table alone. */
class SampledRowsTest {
    /** A table and the lines at which its rows start. */
    private record Written(String text, List<Integer> lines) {
    }

    /** With comments, blank lines, rows over several lines, totals and rows that are too short in between. */
    private static Written written(Random random, int rows) {
        StringBuilder text = new StringBuilder("id,value,word\n");
        List<Integer> lines = new ArrayList<>();
        int line = 2;
        for (int i = 0; i < rows; i++) {
            int kind = random.nextInt(12);
            if (kind < 2) {
                text.append(kind == 0 ? "\n" : "7,8\n");
                line++;
            }
            lines.add(line);
            text.append(i).append(',').append(random.nextInt(100) / 4.0).append(kind == 3 ? ",\"two\nlines\"\n" : ",one\n");
            line += kind == 3 ? 2 : 1;
        }
        return new Written(text.toString(), lines);
    }

    private static List<Integer> lines(Reading reading) {
        return IntStream.range(0, reading.imported().table().rows()).map(reading.imported().table()::line).boxed().toList();
    }

    private static Reading read(Written written, ImportOptions options) {
        return Reading.of(written.text.getBytes(StandardCharsets.UTF_8), options, Map.of());
    }

    @Test
    void aRowIsDrawnByItsPlaceAmongTheRows() {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            int rows = 20 + random.nextInt(1500);
            int wanted = 1 + random.nextInt(rows);
            Written written = written(random, rows);
            long drawing = seed * 7L;
            List<Integer> expected = new ArrayList<>();
            for (int i = 0; i < rows; i++) {
                if (wanted >= rows || CounterRandom.uniform(drawing, CounterRandom.SAMPLING, i) < wanted / (double) rows) {
                    expected.add(written.lines.get(i));
                }
            }
            Reading reading = read(written, ImportOptions.DEFAULT.withSampleRows(wanted).withSeed(drawing));
            assertThat(lines(reading)).as("%d of %d, seed %d", wanted, rows, seed).isEqualTo(expected);
            assertThat(reading.report().sample()).isEqualTo(wanted == rows ? null : new Drawn(expected.size(), rows, drawing));
        }
    }

    /** Types, names and decisions are those of the whole file. */
    @Test
    void whatIsDecidedIsDecidedOnAllRows() {
        for (int seed = 0; seed < 8; seed++) {
            Written written = written(new Random(seed), 700);
            Reading whole = read(written, ImportOptions.DEFAULT);
            Reading sample = read(written, ImportOptions.DEFAULT.withSampleRows(40).withSeed(seed));
            assertThat(sample.columns().stream().map(each -> each.name() + each.type()).toList())
                    .isEqualTo(whole.columns().stream().map(each -> each.name() + each.type()).toList());
            assertThat(sample.report().records()).isEqualTo(whole.report().records());
            assertThat(sample.report().rejected()).isEqualTo(whole.report().rejected());
            assertThat(sample.report().decisions()).isEqualTo(whole.report().decisions());
        }
    }

    /** A cell is the same in the sample and in the whole table. */
    @Test
    void theRowsAreThoseOfTheWholeTable() {
        Written written = written(new Random(9), 900);
        Reading whole = read(written, ImportOptions.DEFAULT);
        Reading sample = read(written, ImportOptions.DEFAULT.withSampleRows(100));
        List<Integer> all = lines(whole);
        for (int row = 0; row < sample.imported().table().rows(); row++) {
            int same = all.indexOf(sample.imported().table().line(row));
            for (int j = 0; j < whole.columns().size(); j++) {
                assertThat(sample.columns().get(j).text(row)).isEqualTo(whole.columns().get(j).text(same));
            }
        }
    }

    /** Where so few rows are asked for that chance may draw none, there still is a row. */
    @Test
    void aSampleIsNeverEmpty() {
        Written written = written(new Random(3), 300);
        for (int seed = 0; seed < 20; seed++) {
            assertThat(lines(read(written, ImportOptions.DEFAULT.withSampleRows(1).withSeed(seed)))).as("seed %d", seed).isNotEmpty();
        }
    }
}
