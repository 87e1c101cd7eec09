package downhill.data.csv;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.Column;
import downhill.data.Dialect;
import downhill.data.DialectChoice;
import downhill.data.ImportOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** One table, however it is written, is one table when everything is found out; and what was found, told again, changes nothing. */
class SameTableTest {
    private static final int TABLES = 20;

    /** Rows of cells of every kind, the first of them names. */
    private static List<List<String>> drawn(Random random) {
        int columns = 2 + random.nextInt(5);
        int[] kinds = random.ints(columns, 0, 6).toArray();
        kinds[0] = 0;
        List<List<String>> rows = new ArrayList<>();
        rows.add(IntStream.range(0, columns).mapToObj(j -> "name " + (char) ('a' + j)).toList());
        for (int i = 6 + random.nextInt(25); i > 0; i--) {
            rows.add(IntStream.of(kinds).mapToObj(kind -> cell(random, kind)).toList());
        }
        return rows;
    }

    private static String cell(Random random, int kind) {
        return switch (kind) {
            case 0 -> Integer.toString(random.nextInt(9000) - 4000);
            case 1 -> (random.nextInt(4000) - 2000) / 8.0 + "25";
            case 2 -> random.nextInt(9) == 0 ? "" : List.of("red", "green", "light blue", "東京").get(random.nextInt(4));
            case 3 -> "20" + (10 + random.nextInt(15)) + "-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(9);
            case 4 -> random.nextBoolean() ? "true" : "false";
            default -> random.nextInt(9) == 0 ? "NA" : Double.toString(random.nextGaussian());
        };
    }

    private static byte[] written(List<List<String>> rows, String delimiter, String lineEnd, UnaryOperator<String> quoted) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(String.join(delimiter, row.stream().map(quoted).toList())).append(lineEnd));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] plain(List<List<String>> rows) {
        return written(rows, ",", "\n", cell -> cell);
    }

    /** Names, types, values and what was not taken as it stands. */
    private static String shown(Reading reading) {
        StringBuilder shown = new StringBuilder();
        for (Column column : reading.columns()) {
            shown.append(column.name()).append(' ').append(column.type()).append(':');
            for (int row = 0; row < column.size(); row++) {
                shown.append(' ').append(column.text(row));
            }
            shown.append('\n');
        }
        return shown.append(reading.report().rejected()).toString();
    }

    private static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(packed)) {
            packing.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] marked(byte[] bytes) {
        byte[] marked = new byte[bytes.length + 3];
        System.arraycopy(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, 0, marked, 0, 3);
        System.arraycopy(bytes, 0, marked, 3, bytes.length);
        return marked;
    }

    private static Map<String, byte[]> ways(List<List<String>> rows) {
        Map<String, byte[]> ways = new LinkedHashMap<>();
        byte[] plain = plain(rows);
        ways.put("CRLF", written(rows, ",", "\r\n", cell -> cell));
        ways.put("CR", written(rows, ",", "\r", cell -> cell));
        ways.put("without a last line end", java.util.Arrays.copyOf(plain, plain.length - 1));
        ways.put("with blank lines at the end", (new String(plain, StandardCharsets.UTF_8) + "\n\n").getBytes(StandardCharsets.UTF_8));
        ways.put("semicolons", written(rows, ";", "\n", cell -> cell));
        ways.put("tabs", written(rows, "\t", "\n", cell -> cell));
        ways.put("bars", written(rows, "|", "\n", cell -> cell));
        ways.put("all in quotes", written(rows, ",", "\n", cell -> '"' + cell + '"'));
        ways.put("all in single quotes", written(rows, ";", "\n", cell -> "'" + cell + "'"));
        ways.put("texts in quotes", written(rows, ",", "\n", cell -> cell.matches("-?[\\d.E-]*") ? cell : '"' + cell + '"'));
        ways.put("spaces behind delimiters", written(rows, ", ", "\n", cell -> cell));
        ways.put("a mark", marked(plain));
        ways.put("packed", packed(plain));
        ways.put("UTF-16", ("\uFEFF" + new String(plain, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_16LE));
        ways.put("a comment before", ("# made by a program\n" + new String(plain, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
        return ways;
    }

    @Test
    void howItIsWrittenChangesNothing() {
        for (int seed = 0; seed < TABLES; seed++) {
            List<List<String>> rows = drawn(new Random(seed));
            String wanted = shown(Reading.of(plain(rows)));
            int count = seed;
            ways(rows).forEach((how, bytes) -> assertThat(shown(Reading.of(bytes))).as("seed %d, %s", count, how).isEqualTo(wanted));
        }
    }

    /** Types do not depend on the order of rows, nor those of a column on the columns beside it. */
    @Test
    void theOrderOfRowsAndColumnsChangesNothingElse() {
        for (int seed = 0; seed < TABLES; seed++) {
            Random random = new Random(seed);
            List<List<String>> rows = drawn(random);
            Reading reading = Reading.of(plain(rows));
            List<Integer> columns = new ArrayList<>(IntStream.range(0, rows.get(0).size()).boxed().toList());
            Collections.shuffle(columns, random);
            Reading turned = Reading.of(plain(rows.stream().map(row -> columns.stream().map(row::get).toList()).toList()));
            for (int j = 0; j < columns.size(); j++) {
                Column column = reading.columns().get(columns.get(j));
                assertThat(turned.columns().get(j).type()).as("seed %d, %s", seed, column.name()).isEqualTo(column.type());
                for (int row = 0; row < column.size(); row++) {
                    assertThat(turned.columns().get(j).text(row)).isEqualTo(column.text(row));
                }
            }
            List<List<String>> shuffled = new ArrayList<>(rows.subList(1, rows.size()));
            Collections.shuffle(shuffled, random);
            shuffled.add(0, rows.get(0));
            assertThat(Reading.of(plain(shuffled)).columns().stream().map(Column::type).toList())
                    .isEqualTo(reading.columns().stream().map(Column::type).toList());
        }
    }

    private static Map<String, DialectChoice> parts(Dialect found) {
        DialectChoice open = DialectChoice.OPEN;
        Map<String, DialectChoice> parts = new LinkedHashMap<>();
        parts.put("all", DialectChoice.of(found));
        parts.put("encoding", open.withEncoding(found.encoding()));
        parts.put("delimiter", open.withDelimiter(found.delimiter(), found.runs()));
        parts.put("quote", open.withQuote(found.quote()));
        parts.put("header", open.withHeader(found.header()));
        parts.put("decimal", open.withDecimal(found.decimal()));
        parts.put("comment", open.withComment(found.comment()));
        parts.put("lines before", open.withSkipLines(found.skipLines()));
        return parts;
    }

    @Test
    void whatWasFoundToldAgainChangesNothing() {
        for (int seed = 0; seed < TABLES; seed++) {
            byte[] bytes = seed % 2 == 0 ? new RandomTable(seed).written() : plain(drawn(new Random(seed)));
            Reading reading = Reading.of(bytes);
            String wanted = shown(reading);
            int count = seed;
            parts(reading.report().dialect()).forEach((part, said) -> {
                Reading again = Reading.of(bytes, ImportOptions.DEFAULT.withDialect(said), Map.of());
                assertThat(shown(again)).as("seed %d, %s told", count, part).isEqualTo(wanted);
                assertThat(again.report().dialect()).as("seed %d, %s told", count, part).isEqualTo(reading.report().dialect());
            });
        }
    }
}
