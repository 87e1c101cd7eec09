package downhill.data.csv;

import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Dates;
import downhill.data.LabelColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Labels, texts, truth values and dates as numbers of a list of texts. */
final class LabelSink implements CellSink {
    private final ColumnType type;
    private final Dates.Order order;
    private int[] codes;
    private final Map<String, Integer> index = new HashMap<>();
    private final List<String> labels = new ArrayList<>();
    private long bad;

    LabelSink(ColumnType type, Dates.Order order, int rows) {
        this.type = type;
        this.order = order;
        this.codes = new int[rows];
    }

    @Override
    public ProblemKind put(int row, Shape shape, char[] chars, int start, int end) {
        if (row == codes.length) {
            codes = Arrays.copyOf(codes, row * 2);
        }
        codes[row] = -1;
        if (shape.isMissing()) {
            return null;
        }
        String text = text(new String(chars, start, end - start));
        if (text == null) {
            bad++;
            return ProblemKind.NOT_A_DATE;
        }
        Integer known = index.get(text);
        codes[row] = known == null ? add(text) : known;
        return null;
    }

    private int add(String text) {
        int code = labels.size();
        labels.add(text);
        index.put(text, code);
        return code;
    }

    /** The text to keep, or null if it is no date where one is needed. */
    private String text(String raw) {
        if (type == ColumnType.BOOLEAN) {
            return raw.toLowerCase(Locale.ROOT);
        }
        if (type != ColumnType.DATE) {
            return raw;
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
                    kept.add(labels.get(code));
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
