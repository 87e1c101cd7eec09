package downhill.data;

import java.util.List;
import java.util.stream.IntStream;

/** Labels, texts or dates: each row holds the index of its text in a list, or −1 where missing. */
public final class LabelColumn implements Column {
    private final String name;
    private final ColumnType type;
    private final int[] codes;
    private final List<String> labels;
    private final double[] numbers;
    private final int missing;

    /**
     * @param codes  index into the labels for each row, −1 where missing; kept, not copied
     * @param labels the different texts; all of them occur
     */
    public LabelColumn(String name, ColumnType type, int[] codes, List<String> labels) {
        this(name, type, codes, labels, Columns.numbers(type, labels));
    }

    private LabelColumn(String name, ColumnType type, int[] codes, List<String> labels, double[] numbers) {
        this.name = name;
        this.type = type;
        this.codes = codes;
        this.labels = List.copyOf(labels);
        this.numbers = numbers;
        int absent = 0;
        for (int code : codes) {
            absent += code < 0 ? 1 : 0;
        }
        this.missing = absent;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ColumnType type() {
        return type;
    }

    @Override
    public LabelColumn inOrder(int[] order) {
        return new LabelColumn(name, type, IntStream.of(order).map(row -> codes[row]).toArray(), labels, numbers);
    }

    @Override
    public int size() {
        return codes.length;
    }

    @Override
    public boolean isMissing(int row) {
        return codes[row] < 0;
    }

    @Override
    public int missing() {
        return missing;
    }

    @Override
    public int distinct() {
        return labels.size();
    }

    @Override
    public String text(int row) {
        return codes[row] < 0 ? null : labels.get(codes[row]);
    }

    @Override
    public double number(int row) {
        return codes[row] < 0 ? Double.NaN : numbers[codes[row]];
    }

    /** Index of the row's label, −1 where missing. */
    public int code(int row) {
        return codes[row];
    }

    /** The different labels in order of first occurrence. */
    public List<String> labels() {
        return labels;
    }

    /** The same rows with other texts in place of the labels, in their order; some may be alike. */
    public LabelColumn withLabels(List<String> others) {
        return new LabelColumn(name, type, codes, others);
    }

    /** The same labels seen as another kind of label. */
    LabelColumn retyped(ColumnType newType) {
        return new LabelColumn(name, newType, codes, labels);
    }
}
