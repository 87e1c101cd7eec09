package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnNames;
import downhill.data.ColumnType;
import downhill.data.LabelColumn;
import downhill.data.Notice;
import downhill.data.NumberColumn;
import downhill.data.PartOfYear;
import downhill.data.Table;
import downhill.words.Said;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is to be said about the order of the rows of a time series: that they were sorted, or that they look reversed or shuffled. */
final class OrderNotice {
    /** Fewer rows than this may look like anything. */
    private static final int LEAST_ROWS = 30;
    private static final int LAGS = 24;
    /** Of correlations of independent values, in standard deviations: that all of {@value #LAGS} are smaller is a matter of course. */
    private static final double SPREADS = 3;

    private final Table table;
    private final Column target;

    OrderNotice(Table table, Column target) {
        this.table = table;
        this.target = target;
    }

    Optional<Notice> notice() {
        Optional<Column> when = TimeOrder.dates(table);
        if (when.isPresent()) {
            return ofDates(when.get());
        }
        Optional<Column> counter = Stream.concat(counters(), partsOfYear()).filter(column -> !TimeOrder.isRising(column)).findFirst();
        return counter.isPresent() ? counter.map(OrderNotice::ofCounter) : ofValues();
    }

    private Optional<Notice> ofDates(Column when) {
        if (!TimeOrder.isAsInFile(table)) {
            boolean newest = IntStream.range(1, table.rows()).allMatch(row -> table.line(row) < table.line(row - 1));
            return about(when, Said.of(newest ? "notice.order.newest" : "notice.order.other", when.name()));
        }
        return TimeOrder.isRising(when) ? Optional.empty() : about(when, Said.of("notice.order.twice", when.name()));
    }

    private Stream<Column> counters() {
        return table.columns().stream().filter(column -> column != target && tellsOrder(column));
    }

    /** Months, quarters or weeks, as numbers that rise with them. */
    private Stream<Column> partsOfYear() {
        return table.columns().stream().filter(column -> column != target && column instanceof LabelColumn && column.missing() == 0)
                .<Column>map(column -> new NumberColumn(column.name(),
                        IntStream.range(0, column.size()).mapToDouble(row -> PartOfYear.number(column.text(row))).toArray()))
                .filter(column -> column.missing() == 0 && column.size() >= 3 && TimeOrder.isDistinct(column));
    }

    private boolean tellsOrder(Column column) {
        return column.type() == ColumnType.NUMBER && column.missing() == 0 && column.size() >= 3 && TimeOrder.isDistinct(column)
                && (ColumnNames.isTime(column.name()) || ColumnNames.isDuration(column.name()) || RowCounter.is(table, column));
    }

    private static Notice ofCounter(Column column) {
        return new Notice(column.name(), Said.of(TimeOrder.isFalling(column) ? "notice.order.reversed" : "notice.order.shuffled",
                column.name()), Notice.About.ROWS);
    }

    private Optional<Notice> ofValues() {
        double[] values = IntStream.range(0, target.size()).mapToDouble(target::number).toArray();
        boolean numbers = target.type() == ColumnType.NUMBER && target.missing() == 0 && values.length >= LEAST_ROWS
                && target.distinct() > 2;
        return numbers && isShuffled(values) ? about(target, Said.of("notice.order.noise", target.name())) : Optional.empty();
    }

    private static Optional<Notice> about(Column column, Said message) {
        return Optional.of(new Notice(column.name(), message, Notice.About.ROWS));
    }

    /** Whether no value goes with an earlier one, at any of some distances. */
    private static boolean isShuffled(double[] values) {
        double mean = Moments.mean(values);
        double deviation = Moments.deviation(values, mean);
        double bound = SPREADS / Math.sqrt(values.length);
        return deviation > 0 && IntStream.rangeClosed(1, Math.min(LAGS, values.length / 3)).allMatch(lag -> {
            double sum = 0;
            for (int i = lag; i < values.length; i++) {
                sum += (values[i] - mean) / deviation * ((values[i - lag] - mean) / deviation);
            }
            return Math.abs(sum / values.length) < bound;
        });
    }
}
