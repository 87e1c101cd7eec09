package downhill.data.csv;

import downhill.data.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes tables and ways of writing them from a seed, and writes them. */
final class RandomTable {
    private static final String[] DELIMITERS = {",", ";", "\t", "|", "^"};
    private static final String[] WORDS = {"red", "green", "blue", "north west", "Zürich", "東京", "x-1", "a/b"};

    private final Random random;
    final Dialect dialect;
    final String lineEnd;
    final List<String> names = new ArrayList<>();
    final List<List<String>> rows = new ArrayList<>();
    private final boolean quoteAll;

    RandomTable(long seed) {
        random = new Random(seed);
        dialect = dialect();
        lineEnd = pick("\n", "\r\n", "\r");
        quoteAll = random.nextInt(5) == 0;
        fill(2 + random.nextInt(7), 3 + random.nextInt(60));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Dialect dialect() {
        String delimiter = pick(DELIMITERS);
        String quote = random.nextInt(4) == 0 ? "'" : "\"";
        String escape = random.nextInt(4) == 0 ? "\\" : quote;
        boolean comma = !delimiter.equals(",") && random.nextInt(3) == 0;
        return Dialect.STANDARD.withDelimiter(delimiter).withQuote(quote, escape).withNumbers(comma ? "," : ".", "")
                .withEncoding(pick("UTF-8", "UTF-16LE", "UTF-16BE")).withHeader(random.nextInt(5) > 0)
                .withSkipLines(random.nextInt(6) == 0 ? 1 + random.nextInt(3) : 0);
    }

    private void fill(int columns, int count) {
        int[] kinds = new int[columns];
        for (int j = 0; j < columns; j++) {
            names.add(pick("id", "size", "Höhe", "weight (kg)", "name") + "_" + (char) ('a' + j));
            kinds[j] = j == 0 ? 0 : random.nextInt(5);
        }
        for (int i = 0; i < count; i++) {
            List<String> row = new ArrayList<>();
            for (int kind : kinds) {
                row.add(cell(kind));
            }
            rows.add(row);
        }
    }

    private String cell(int kind) {
        return switch (kind) {
            case 0 -> Integer.toString(random.nextInt(2000) - 1000);
            case 1 -> Double.toString(Math.round(random.nextGaussian() * 1e4) / 1e2 + 0.125).replace(".", dialect.decimal());
            case 2 -> random.nextInt(8) == 0 ? "" : pick(WORDS);
            case 3 -> tricky();
            default -> random.nextInt(8) == 0 ? "" : Integer.toString(random.nextInt(10));
        };
    }

    /** Words with delimiters, quotes, line ends and backslashes within. */
    private String tricky() {
        String inner = pick(dialect.delimiter(), dialect.quote(), "\n", "\r\n", dialect.quote() + dialect.quote(), " ", ";", ",", "\\");
        return pick(WORDS) + inner + pick(WORDS);
    }

    byte[] written() {
        StringBuilder text = new StringBuilder(dialect.encoding().startsWith("UTF-16") ? "\uFEFF" : "");
        for (int i = 0; i < dialect.skipLines(); i++) {
            text.append("remark ").append(i).append(lineEnd);
        }
        if (dialect.header()) {
            write(text, names);
        }
        rows.forEach(row -> write(text, row));
        return text.toString().getBytes(java.nio.charset.Charset.forName(dialect.encoding()));
    }

    private void write(StringBuilder text, List<String> cells) {
        for (int j = 0; j < cells.size(); j++) {
            text.append(j == 0 ? "" : dialect.delimiter()).append(quoted(cells.get(j)));
        }
        text.append(lineEnd);
    }

    private String quoted(String cell) {
        String quote = dialect.quote();
        boolean needed = cell.contains(dialect.delimiter()) || cell.contains(quote) || cell.contains("\n") || cell.contains("\r")
                || cell.contains("\\") || !cell.strip().equals(cell) || quoteAll;
        if (!needed) {
            return cell;
        }
        String inner = dialect.escape().equals("\\") ? cell.replace("\\", "\\\\").replace(quote, "\\" + quote)
                : cell.replace(quote, quote + quote);
        return quote + inner + quote;
    }
}
