package downhill.analysis.explain;

import downhill.data.Column;
import downhill.data.Examples;
import downhill.data.Table;
import downhill.data.prepare.Applied;
import downhill.data.prepare.FeatureStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays out rows: the inputs of each model one after another, each followed by what its target is relative to. */
final class ExplainedColumns {
    private ExplainedColumns() {
    }

    /** In the order in which the first model has them. */
    static List<ExplainedColumn> of(List<ModelPart> parts) {
        Map<String, List<InputPlace>> places = new LinkedHashMap<>();
        for (ModelPart part : parts) {
            int at = part.at();
            for (FeatureStep step : part.preprocessing().features()) {
                if (!part.preprocessing().isMade(step)) {
                    places.computeIfAbsent(step.column(), name -> new ArrayList<>())
                            .add(new InputPlace(step, at, part.preprocessing().width(), part.times()));
                }
                at += step.width();
            }
            for (FeatureStep step : part.sources()) {
                int behind = part.behind() + part.made().sources().indexOf(step.column());
                places.computeIfAbsent(step.column(), name -> new ArrayList<>()).add(new InputPlace(step, behind, 0, 1));
            }
        }
        return places.entrySet().stream().map(each -> new ExplainedColumn(each.getKey(), each.getValue(), levels(parts, each.getKey())))
                .toList();
    }

    /** What a target is relative to is a mean of its own column. */
    private static int[] levels(List<ModelPart> parts, String column) {
        return parts.stream().filter(part -> part.level() >= 0 && part.preprocessing().target().column().equals(column))
                .mapToInt(ModelPart::level).toArray();
    }

    static ExplainedRows rows(List<ModelPart> parts, List<Examples> examples, Table table, List<Applied.Unscored> unscored) {
        Examples first = examples.get(0);
        int size = parts.get(parts.size() - 1).end();
        double[] values = new double[Math.multiplyExact(first.count(), size)];
        for (int i = 0; i < parts.size(); i++) {
            lay(parts.get(i), examples.get(i), values, size);
            sources(parts.get(i), first.sourceRows(), table, values, size);
        }
        double[] targets = parts.get(0).preprocessing().decode(first.targets(), first);
        return new ExplainedRows(first.count(), size, values, first.sourceRows(), targets, first.weights(), table, unscored);
    }

    /** What inputs are made of, as the file has it. */
    private static void sources(ModelPart part, int[] rows, Table table, double[] values, int size) {
        int place = part.behind();
        for (FeatureStep step : part.sources()) {
            Column column = table.column(step.column()).as(step.type());
            for (int row = 0; row < rows.length; row++) {
                values[row * size + place] = column.number(rows[row]);
            }
            place++;
        }
    }

    private static void lay(ModelPart part, Examples examples, double[] values, int size) {
        for (int row = 0; row < examples.count(); row++) {
            examples.values().copy(row, values, row * size + part.at());
            if (part.level() >= 0) {
                values[row * size + part.level()] = examples.level(row);
            }
        }
    }
}
