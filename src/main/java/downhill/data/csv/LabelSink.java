package downhill.data.csv;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Dates;
import downhill.data.LabelColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Labels, texts, truth values and dates as numbers of a list of texts. */
final class LabelSink implements CellSink {
    /** So many texts of cells are remembered with what became of them, where that is not the text itself. */
    private static final int MOST_KNOWN = 1 << 16;
    private static final int NO_DATE = -2;

    private final ColumnType type;
    private final Dates.Order order;
    private int[] codes;
    private final TextIndex labels = new TextIndex();
    /** Of truth values and dates: texts as they stand in cells, and the number of the label of each. */
    private final TextIndex known = new TextIndex();
    private int[] meant = new int[16];
    private long bad;

    LabelSink(ColumnType type, Dates.Order order, int rows) {
        this.type = type;
        this.order = order;
        this.codes = new int[rows];
    }

    @Override
    public boolean hashes() {
        return true;
    }

    @Override
    public double read(Shape shape, char[] chars, int start, int end) {
        return TextIndex.hash(chars, start, end);
    }

    @Override
    public ProblemKind put(int row, Shape shape, double value, char[] chars, int start, int end) {
        if (row == codes.length) {
            codes = Arrays.copyOf(codes, row * 2);
        }
        codes[row] = -1;
        if (shape.isMissing()) {
            return null;
        }
        int code = code((int) value, chars, start, end);
        if (code == NO_DATE) {
            bad++;
            return ProblemKind.NOT_A_DATE;
        }
        codes[row] = code;
        return null;
    }

    /** Whether a cell is a date shows only as it is put. */
    @Override
    public boolean fits(Shape shape, double value, char[] chars, int start, int end) {
        return true;
    }

    @Override
    public boolean putAll(int row, CellColumn cells) {
        int[] found = new int[cells.different()];
        for (int text = 0; text < found.length; text++) {
            int record = cells.sample(text);
            found[text] = cells.shape(record).isMissing() ? -1 : code((int) cells.value(record), cells.chars(), cells.start(record),
                    cells.end(record));
            if (found[text] == NO_DATE) {
                return false;
            }
        }
        if (row + cells.count() > codes.length) {
            codes = Arrays.copyOf(codes, Math.max(row + cells.count(), codes.length * 2));
        }
        for (int record = 0; record < cells.count(); record++) {
            codes[row + record] = found[cells.text(record)];
        }
        return true;
    }

    /** The number of the label that a text stands for, or {@link #NO_DATE}. */
    private int code(int hash, char[] chars, int start, int end) {
        return isRewritten() ? rewritten(hash, chars, start, end) : label(hash, chars, start, end);
    }

    private boolean isRewritten() {
        return type == ColumnType.BOOLEAN || type == ColumnType.DATE;
    }

    private int label(int hash, char[] chars, int start, int end) {
        int code = labels.find(hash, chars, start, end);
        return code >= 0 ? code : labels.add(new String(chars, start, end - start));
    }

    private int rewritten(int hash, char[] chars, int start, int end) {
        int place = known.find(hash, chars, start, end);
        if (place >= 0) {
            return meant[place];
        }
        String raw = new String(chars, start, end - start);
        String text = text(raw);
        int code = text == null ? NO_DATE : code(text.toCharArray());
        if (known.size() < MOST_KNOWN) {
            remember(raw, code);
        }
        return code;
    }

    private int code(char[] text) {
        return label(TextIndex.hash(text, 0, text.length), text, 0, text.length);
    }

    private void remember(String raw, int code) {
        int place = known.add(raw);
        if (place == meant.length) {
            meant = Arrays.copyOf(meant, place * 2);
        }
        meant[place] = code;
    }

    /** The text to keep, or null if it is no date where one is needed. */
    private String text(String raw) {
        if (type == ColumnType.BOOLEAN) {
            return raw.toLowerCase(Locale.ROOT);
        }
        String iso = Dates.toIso(raw, order);
        return Double.isNaN(Dates.days(iso)) ? null : iso;
    }

    /** Labels that only rejected rows had are left out. */
    @Override
    public Column column(String name, int rows) {
        int[] used = Arrays.copyOf(codes, rows);
        int[] renumbered = new int[labels.size()];
        Arrays.fill(renumbered, -1);
        List<String> kept = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            int code = used[row];
            if (code >= 0) {
                if (renumbered[code] < 0) {
                    renumbered[code] = kept.size();
                    kept.add(labels.text(code));
                }
                used[row] = renumbered[code];
            }
        }
        return new LabelColumn(name, type, used, kept);
    }

    @Override
    public long bad() {
        return bad;
    }
}
