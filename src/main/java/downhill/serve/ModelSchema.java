package downhill.serve;

import downhill.data.ColumnType;
import downhill.data.Dates;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a form has to know of a model: its columns with their ranges or categories, and what it answers. */
final class ModelSchema {
    private ModelSchema() {
    }

    /** {@code GET v2/models/M/columns}. */
    static Map<String, Object> of(ServedModel model) {
        Preprocessing preprocessing = model.preprocessing();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", model.name());
        told.put("version", Integer.toString(model.version()));
        told.put("title", model.model().name());
        told.put("families", String.join(", ", families(model)));
        told.put("target", preprocessing.target().column());
        told.put("classes", preprocessing.classNames());
        told.put("dates", preprocessing.predictsDates());
        told.put("window", window(preprocessing));
        Set<String> seen = new LinkedHashSet<>();
        List<Map<String, Object>> columns = new ArrayList<>();
        Map<String, DriftLine> lines = new LinkedHashMap<>();
        model.drift().lines().forEach(line -> lines.put(line.column(), line));
        for (FeatureStep step : preprocessing.asked()) {
            if (seen.add(step.column())) {
                columns.add(column(preprocessing, step, lines.get(step.column())));
            }
        }
        if (preprocessing.order() != null && seen.add(preprocessing.order())) {
            columns.add(Map.of("name", preprocessing.order(), "type", "date", "order", true));
        }
        told.put("columns", columns);
        return told;
    }

    /** Rows that one answer needs: a row, or a window of them. */
    static int window(Preprocessing preprocessing) {
        return preprocessing.sequence() == null ? 1 : preprocessing.sequence().window();
    }

    private static Set<String> families(ServedModel model) {
        Set<String> families = new LinkedHashSet<>();
        model.model().members().forEach(each -> families.add(each.model().model().architecture().family().id()));
        return families;
    }

    private static Map<String, Object> column(Preprocessing preprocessing, FeatureStep step, DriftLine line) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", step.column());
        if (step instanceof FeatureStep.OneHot labels) {
            told.put("type", "category");
            told.put("categories", labels.categories());
            told.put("required", labels.fill() == null);
            return told;
        }
        boolean date = step.type() == ColumnType.DATE;
        told.put("type", date ? "date" : "number");
        if (!Double.isNaN(line.least())) {
            told.put("least", value(line.least(), date));
            told.put("greatest", value(line.greatest(), date));
        }
        if (!Double.isNaN(line.center())) {
            told.put("typical", value(line.center(), date));
        }
        told.put("required", step instanceof FeatureStep.Numeric number && number.fill() == null);
        return told;
    }

    private static Object value(double value, boolean date) {
        return date ? (Object) Dates.text(Math.rint(value), false) : value;
    }

    /** Whether a column's cells are numbers. */
    static boolean isNumber(Preprocessing preprocessing, String column) {
        return preprocessing.asked().stream().filter(step -> step.column().equals(column))
                .anyMatch(step -> step.type() == ColumnType.NUMBER && !(step instanceof FeatureStep.OneHot));
    }
}
