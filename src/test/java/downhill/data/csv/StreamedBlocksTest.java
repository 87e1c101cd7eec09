package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Column;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.Wanted;
import downhill.words.Said;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file read piece by piece is the file read whole, whatever of a piece the next one repeats. */
class StreamedBlocksTest {
    private static final int ROWS = 5000;

    /** Puts the pieces together again. */
    private static final class Collected implements BlockListener {
        private final int repeated;
        private final List<List<String>> cells = new ArrayList<>();
        private final List<String> rows = new ArrayList<>();
        private final List<ImportProblem> problems = new ArrayList<>();
        private List<String> names;
        private boolean ended;
        private int blocks;

        Collected(int repeated) {
            this.repeated = repeated;
        }

        @Override
        public void begin(List<String> columns, Map<String, String> found) {
            names = columns;
            cells.clear();
            rows.clear();
            problems.clear();
            ended = false;
            blocks = 0;
        }

        @Override
        public void rows(Block block) {
            assertThat(ended).as("after the last").isFalse();
            int before = rows.size();
            assertThat(block.first()).isEqualTo(repeated == CsvStream.WHOLE ? 0 : Math.min(before, repeated));
            assertThat(block.table().rows() - block.first()).isEqualTo(block.cells().size());
            for (int row = 0; row < block.table().rows(); row++) {
                String shown = shown(block.table(), row);
                if (row < block.first()) {
                    assertThat(shown).as("repeated").isEqualTo(rows.get(before - block.first() + row));
                } else {
                    rows.add(shown);
                }
            }
            cells.addAll(block.cells());
            ended = block.last();
            blocks++;
        }

        @Override
        public void problem(ImportProblem problem) {
            problems.add(problem);
        }

        @Override
        public void remark(Said sentence) {
        }
    }

    private static String shown(Table table, int row) {
        List<String> cells = new ArrayList<>(List.of("line " + table.line(row)));
        for (Column column : table.columns()) {
            cells.add(column.text(row) + "/" + Double.doubleToRawLongBits(column.number(row)));
        }
        return cells.toString();
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("n,w,d,late\n");
        for (int i = 0; i < ROWS; i++) {
            int kind = random.nextInt(60);
            text.append(kind == 0 ? "1,2\n" : kind == 1 ? "\n" : "").append(kind == 2 ? "odd" : "" + random.nextInt(500) / 8.0).append(',')
                    .append(kind == 3 ? "\"two\nlines\"" : kind == 4 ? "" : "w" + random.nextInt(9)).append(",2020-0")
                    .append(1 + random.nextInt(9)).append("-11,").append(i > 4000 && i % 3 == 0 ? "text" : "7").append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 3000, CsvStream.WHOLE})
    void theRowsAreThoseOfTheWholeFile(int repeated) throws IOException {
        byte[] bytes = text(new Random(repeated)).getBytes(StandardCharsets.UTF_8);
        Reading whole = Reading.of(bytes);
        List<Wanted.One> wanted = whole.columns().stream().map(each -> new Wanted.One(each.name(), each.type(), true)).toList();
        Collected collected = new Collected(repeated);
        CsvStream.read(bytes, "streamed.csv", ImportOptions.DEFAULT, new Wanted(wanted, null), repeated, Progress.NONE, collected);
        assertThat(collected.ended).isTrue();
        assertThat(collected.names).isEqualTo(whole.imported().table().names());
        assertThat(collected.blocks).isBetween(repeated == CsvStream.WHOLE ? 1 : 3, repeated == CsvStream.WHOLE ? 1 : 4);
        Table table = whole.imported().table();
        assertThat(collected.rows).hasSize(table.rows());
        for (int row = 0; row < table.rows(); row++) {
            assertThat(collected.rows.get(row)).isEqualTo(shown(table, row));
        }
        assertThat(collected.cells).hasSize(table.rows()).allMatch(row -> row.size() == 4);
        assertThat(collected.problems.stream().filter(each -> each.line() > 0).map(ImportProblem::message).sorted().toList())
                .isEqualTo(whole.report().problems().stream().filter(each -> each.line() > 0).map(ImportProblem::message).sorted().toList());
    }

    /** Columns in another order than that of the file, and one that the file has not. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5})
    void onlyTheColumnsWantedAreTaken(int repeated) throws IOException {
        byte[] bytes = text(new Random(1)).getBytes(StandardCharsets.UTF_8);
        Table table = Reading.of(bytes).imported().table();
        List<Wanted.One> wanted = List.of(new Wanted.One("d", null, true), new Wanted.One("none", null, false),
                new Wanted.One("n", null, true));
        Collected collected = new Collected(repeated);
        CsvStream.read(bytes, "streamed.csv", ImportOptions.DEFAULT, new Wanted(wanted, null), repeated, Progress.NONE, collected);
        Table picked = table.withColumns(List.of(table.column("d"), table.column("n")));
        for (int row = 0; row < table.rows(); row++) {
            assertThat(collected.rows.get(row)).isEqualTo(shown(picked, row));
        }
        assertThat(collected.problems).noneMatch(each -> "late".equals(each.column()) || "w".equals(each.column()));
    }
}
