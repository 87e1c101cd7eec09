package downhill.data.prepare;

import downhill.data.Column;
import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.DataException;
import downhill.data.DataSpec;
import downhill.data.EqualRows;
import downhill.data.LabelColumn;
import downhill.data.MadeColumn;
import downhill.data.MissingStrategy;
import downhill.data.NumberExtent;
import downhill.data.Role;
import downhill.data.Table;
import downhill.words.Said;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is to be learned from rows that come piece by piece, in several places, once it is decided: which columns, and which rows can be
 * used. The same of each piece as {@link Preparation} has it of a whole table. A value.
 *
 * @param spec    with what was decided
 * @param columns type and role of each column
 * @param target  name of the column to predict
 * @param classes whether it is one of classes
 * @param weight  name of the column that says how much a row counts, or null
 */
public record SpreadRows(DataSpec spec, List<ColumnSpec> columns, String target, boolean classes, String weight) implements Serializable {
    /** As roles say. */
    static SpreadRows of(DataSpec spec, Roles roles) {
        return new SpreadRows(spec, List.copyOf(roles.columns()), roles.target(), roles.task().isClassification(), roles.weight());
    }

    /** @throws DataException of one sentence where rows that are spread cannot be learned from so */
    static void require(DataSpec spec) {
        if (spec.sequence() != null) {
            throw new DataException(Said.of("parts.series"));
        }
        if (spec.split().sealedShare() > 0) {
            throw new DataException(Said.of("parts.seal"));
        }
    }

    /** A piece with the types that its columns have, and those that are made of them. */
    public Table typed(Table piece) {
        List<Column> typed = new ArrayList<>();
        columns.forEach(each -> typed.add(piece.column(each.name()).as(each.type())));
        return MadeColumn.on(piece.withColumns(typed), spec.madeColumns());
    }

    List<Column> features(Table typed) {
        List<Column> features = new ArrayList<>();
        columns.stream().filter(each -> each.role() == Role.FEATURE).forEach(each -> features.add(typed.column(each.name())));
        spec.madeColumns().forEach(each -> features.add(typed.column(each.name())));
        return features;
    }

    RowWeights weights(Table typed) {
        return weight == null ? null : new RowWeights(typed, typed.column(weight));
    }

    /** Rows of a typed piece that something can be learned from. */
    public int[] usable(Table typed) {
        Column own = typed.column(target);
        RowWeights weights = weights(typed);
        List<Column> features = spec.missing() == MissingStrategy.DROP_ROW ? features(typed) : List.of();
        return IntStream.range(0, typed.rows()).filter(row -> !own.isMissing(row) && (weights == null || weights.of(row) > 0)
                && features.stream().noneMatch(column -> column.isMissing(row))).toArray();
    }

    /** Whether equal rows have to be found, which stay together. */
    boolean keepsEqualRows() {
        return spec.split().validationRatio() > 0 && spec.split().equalRows() == EqualRows.TOGETHER;
    }

    /** Of each of some rows a number that is the same where features and target are. */
    long[] hashes(Table typed, int[] rows) {
        List<Column> seen = new ArrayList<>(features(typed));
        seen.add(typed.column(target));
        long[] hashes = new long[rows.length];
        for (Column column : seen) {
            long[] ofLabels = column instanceof LabelColumn labels ? labels.labels().stream().mapToLong(SpreadRows::hash).toArray() : null;
            for (int i = 0; i < rows.length; i++) {
                long key = ofLabels == null ? Double.doubleToLongBits(column.number(rows[i]) + 0.0)
                        : ofLabel(ofLabels, ((LabelColumn) column).code(rows[i]));
                hashes[i] = mixed(hashes[i] ^ key);
            }
        }
        return hashes;
    }

    private static long ofLabel(long[] hashes, int code) {
        return code < 0 ? -1 : hashes[code];
    }

    private static long hash(String text) {
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = mixed(hash ^ text.charAt(i));
        }
        return hash;
    }

    private static long mixed(long value) {
        long mixed = value * 0x9E3779B97F4A7C15L;
        return (mixed ^ mixed >>> 29) * 0xBF58476D1CE4E5B9L ^ mixed >>> 32;
    }

    /** How far the numbers and dates reach that a model is made of. */
    Map<String, NumberExtent> extents(Table piece) {
        Map<String, NumberExtent> extents = new LinkedHashMap<>();
        for (ColumnSpec each : columns) {
            Column column = piece.column(each.name());
            boolean used = each.role() != Role.IGNORED || spec.madeColumns().stream().anyMatch(made ->
                    made.of().contains(each.name()));
            if (used && (column.type() == ColumnType.NUMBER || column.type() == ColumnType.DATE)) {
                extents.put(each.name(), NumberExtent.of(column));
            }
        }
        return extents;
    }
}
