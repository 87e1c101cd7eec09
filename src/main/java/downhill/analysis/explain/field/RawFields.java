package downhill.analysis.explain.field;

import downhill.analysis.explain.Explained;
import downhill.analysis.explain.ExplainedColumn;
import downhill.analysis.explain.ExplainedRows;
import downhill.data.prepare.FeatureStep;
import java.util.ArrayList;
import java.util.List;

/** The raw values of a model's rows: one for each column of the file, of a window one for each of its rows. */
public final class RawFields {
    private record Spot(ExplainedColumn column, int time) {
    }

    private final List<Spot> spots = new ArrayList<>();
    private final List<RawField> fields = new ArrayList<>();

    private RawFields(Explained explained) {
        for (ExplainedColumn column : explained.columns()) {
            Double fill = fill(explained, column);
            for (int time = 0; time < column.times(); time++) {
                spots.add(new Spot(column, time));
                fields.add(new RawField(column.name(), column.times() - 1 - time, column.type(), column.categories(), fill));
            }
        }
    }

    /** Those of a model, in the order of its columns and within a window of time. */
    public static RawFields of(Explained explained) {
        return new RawFields(explained);
    }

    private static Double fill(Explained explained, ExplainedColumn column) {
        FeatureStep step = explained.preprocessing().asked().stream().filter(each -> each.column().equals(column.name())).findFirst()
                .orElseThrow();
        if (step instanceof FeatureStep.OneHot labels) {
            return labels.fill() == null ? null : (double) labels.categories().indexOf(labels.fill());
        }
        return step instanceof FeatureStep.Numeric number ? number.fill() : null;
    }

    /** What stands in a row. */
    public List<RawField> list() {
        return List.copyOf(fields);
    }

    /** The raw values of rows: what the file has, else what the model was given in its place. */
    public Cells cells(ExplainedRows rows) {
        double[] cells = new double[Math.multiplyExact(rows.count(), fields.size())];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(rows, i / fields.size(), spots.get(i % fields.size()));
        }
        return new Cells(fields, rows.count(), cells);
    }

    /** A number is not computed back where its cell is at hand: 2190 would come as 2190.0000000000005. */
    private static double cell(ExplainedRows rows, int row, Spot spot) {
        int source = rows.sourceRows()[row];
        boolean atHand = rows.table() != null && spot.column.times() == 1 && !spot.column.isLabels() && source < rows.table().rows();
        double own = atHand ? rows.table().column(spot.column.name()).number(source) : Double.NaN;
        return Double.isNaN(own) ? spot.column.value(rows.values(), row * rows.size(), spot.time) : own;
    }

    /**
     * As a model is given them.
     *
     * @param cells    [rows × fields]
     * @param template one row as the model is given it, for what is made of no column
     */
    public double[] rows(double[] cells, double[] template) {
        int count = cells.length / fields.size();
        double[] rows = new double[Math.multiplyExact(count, template.length)];
        for (int row = 0; row < count; row++) {
            System.arraycopy(template, 0, rows, row * template.length, template.length);
            for (int field = 0; field < fields.size(); field++) {
                Spot spot = spots.get(field);
                spot.column.write(cells[row * fields.size() + field], rows, row * template.length, spot.time);
            }
        }
        return rows;
    }

    /** The model over raw values, with what is made of no column as in that row. */
    public RawAnswers answers(Explained explained, double[] template) {
        return cells -> explained.answers(rows(cells, template));
    }
}
