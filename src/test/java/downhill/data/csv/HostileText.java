package downhill.data.csv;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Random tables with all that makes rows hard to tell apart: quotes in wrong places, line ends within them, broken bytes, comments. */
final class HostileText {
    private static final List<String> CELLS = List.of("1", "2.5", "-3,5", "2020-01-31", "31/12/2019", "13.01.2019", "yes", "no", "red", "blue", "NA",
            "", "007", "12345678901234567890", "1e-400", "inf", "5 €", "\"quoted\"", "\"a\nb\"", "\"a\r\nb\"", "\"a\"\"b\"", "\"a,b;c\"", "x\"y", "  7  ",
            " \"z\" ", "-", "1.234", "1,234", "total", "２", "é");
    private static final List<String> ODD = List.of("# a comment", "", "---", "\"never closed", "a\"b\"c", "\"x\"y,1", "only one", "1,2,3,4,5,6,7,8",
            "a,b,c,d", "\uFEFF1,2,3,4", "1,\0,3,4", "total,5,6,7", "\"two\nlines\",1", ",,,", "\r");

    private HostileText() {
    }

    static byte[] of(long seed) {
        Random random = new Random(seed);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String delimiter = random.nextInt(4) > 0 ? "," : ";";
        List<String> ends = random.nextInt(3) > 0 ? List.of("\n") : List.of("\n", "\r\n", "\r");
        boolean clean = random.nextInt(3) == 0;
        int columns = 2 + random.nextInt(4);
        int[] kinds = random.ints(columns, 0, CELLS.size()).toArray();
        write(bytes, random.nextBoolean() ? String.join(delimiter, List.of("a", "b", "c", "d", "e").subList(0, columns)) + "\n" : "");
        int rows = random.nextInt(3) == 0 ? random.nextInt(2000) : random.nextInt(60);
        for (int row = 0; row < rows; row++) {
            if (!clean && random.nextInt(12) == 0) {
                write(bytes, ODD.get(random.nextInt(ODD.size())));
            } else {
                row(bytes, random, kinds, delimiter, clean);
            }
            if (!clean && random.nextInt(200) == 0) {
                bytes.write(0x80 + random.nextInt(0x80));
            }
            write(bytes, row + 1 == rows && random.nextBoolean() ? "" : ends.get(random.nextInt(ends.size())));
        }
        return bytes.toByteArray();
    }

    private static void row(ByteArrayOutputStream bytes, Random random, int[] kinds, String delimiter, boolean clean) {
        for (int j = 0; j < kinds.length; j++) {
            int usual = clean ? 100 : 20;
            int kind = random.nextInt(usual) == 0 ? random.nextInt(CELLS.size()) : kinds[j];
            String cell = kind < 3 ? CELLS.get(kind) + random.nextInt(50) : CELLS.get(kind);
            write(bytes, (j > 0 ? delimiter : "") + cell);
        }
    }

    private static void write(ByteArrayOutputStream bytes, String text) {
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
