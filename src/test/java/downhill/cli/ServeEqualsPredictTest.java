package downhill.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.Dates;
import downhill.data.Table;
import downhill.data.prepare.FeatureStep;
import downhill.export.ExportCases;
import downhill.export.MadeRows;
import downhill.model.TrainedEnsemble;
import downhill.serve.Access;
import downhill.serve.Asking;
import downhill.serve.ServeLimits;
import downhill.store.ModelStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is served is what {@code predict} writes, to the last bit, for every family and kind of column, whichever way it is asked. */
class ServeEqualsPredictTest {
    @TempDir
    private Path folder;

    @Test
    void everyModelAnswersAsPredictDoes() throws IOException {
        int models = 0;
        for (TrainedEnsemble model : ExportCases.distinct()) {
            check(model, "model" + models++);
        }
        assertThat(models).isGreaterThan(5);
    }

    /** More rows than are put through a model at once. */
    @Test
    void longFilesAreCutAsPredictCutsThem() throws IOException {
        Cli.run("compare", "digits", "--optimizers", "adam", "--steps", "3", "--out", folder.resolve("race"));
        Path file = folder.resolve("race/model-adam.downhill-model");
        String csv = Files.readString(Path.of("sample-data/digits.csv"));
        List<String> lines = csv.lines().toList();
        StringBuilder twice = new StringBuilder(csv);
        lines.subList(1, 700).forEach(line -> twice.append(line).append('\n'));
        Path rows = Files.writeString(folder.resolve("rows.csv"), twice);
        try (Asking asking = new Asking(new ServeLimits(4 << 20, 10_000, 30, 100, 10, 0),
                Access.ofThisMachine(), "m=" + file)) {
            same(predicted(file, rows, 65), Asking.json(asking.csv("v2/models/m/predict", twice.toString()).body()));
        }
    }

    private void check(TrainedEnsemble model, String name) throws IOException {
        Path file = folder.resolve(name + ".downhill-model");
        ModelStore.write(file, model);
        List<Map<String, Object>> rows = rows(model, MadeRows.of(model.preprocessing()));
        Path csv = Files.writeString(folder.resolve(name + ".csv"), csv(rows));
        List<List<String>> predicted = predicted(file, csv, rows.get(0).size());
        try (Asking asking = Asking.of(file)) {
            same(predicted, asking.ask("v2/models/m/predict", Map.of("rows", rows)));
            same(predicted, Asking.json(asking.csv("v2/models/m/predict", Files.readString(csv)).body()));
            tensors(predicted, asking.ask("v2/models/m/infer", Map.of("inputs", inputs(rows))), model);
        }
    }

    private static List<Map<String, Object>> rows(TrainedEnsemble model, Table table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int row = 0; row < table.rows(); row++) {
            Map<String, Object> cells = new LinkedHashMap<>();
            for (FeatureStep step : model.preprocessing().asked()) {
                cells.put(step.column(), cell(table.column(step.column()), step, row));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static Object cell(Column column, FeatureStep step, int row) {
        if (step instanceof FeatureStep.OneHot) {
            return column.text(row);
        }
        double value = column.number(row);
        if (step.type() == ColumnType.DATE) {
            return Double.isNaN(value) ? null : Dates.text(Math.rint(value), false);
        }
        return Double.isNaN(value) ? null : (Object) value;
    }

    private static String csv(List<Map<String, Object>> rows) {
        StringBuilder csv = new StringBuilder();
        line(csv, List.copyOf(rows.get(0).keySet()));
        rows.forEach(row -> line(csv, new ArrayList<>(row.values())));
        return csv.toString();
    }

    private static void line(StringBuilder csv, List<?> cells) {
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            csv.append(i == 0 ? "" : ",").append(cell == null ? "" : '"' + cell.toString().replace("\"", "\"\"") + '"');
        }
        csv.append('\n');
    }

    private static List<Map<String, Object>> inputs(List<Map<String, Object>> rows) {
        List<Map<String, Object>> inputs = new ArrayList<>();
        for (String column : rows.get(0).keySet()) {
            List<Object> data = new ArrayList<>();
            rows.forEach(row -> data.add(row.get(column)));
            boolean text = data.stream().anyMatch(String.class::isInstance);
            inputs.add(Map.of("name", column, "shape", List.of(rows.size(), 1), "datatype", text ? "BYTES" : "FP64", "data", data));
        }
        return inputs;
    }

    /** The last columns of what predict writes, by row. */
    private List<List<String>> predicted(Path model, Path csv, int columns) throws IOException {
        Path out = folder.resolve("scored.csv");
        Cli cli = Cli.run("predict", model, csv, "--out", out);
        assertThat(cli.code()).as(cli.err()).isZero();
        List<List<String>> predicted = new ArrayList<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(out)) {
            reader.forEach(record -> predicted.add(record.getFields().subList(columns, record.getFieldCount())));
        }
        return predicted.subList(1, predicted.size());
    }

    private static void same(List<List<String>> predicted, Map<?, ?> answer) {
        List<?> predictions = (List<?>) answer.get("predictions");
        assertThat(predictions).as(answer.toString()).isNotNull();
        int answered = 0;
        for (Object each : predictions) {
            Map<?, ?> one = (Map<?, ?>) each;
            List<String> expected = predicted.get(((Long) one.get("row")).intValue());
            assertThat(text(one.get("prediction"))).isEqualTo(expected.get(0));
            if (one.get("probabilities") instanceof Map<?, ?> shares) {
                assertThat(shares.values().stream().map(ServeEqualsPredictTest::text).toList())
                        .isEqualTo(expected.subList(1, 1 + shares.size()));
            }
            answered += expected.get(0).isEmpty() ? 0 : 1;
        }
        assertThat(predicted.stream().filter(each -> !each.get(0).isEmpty()).count()).isEqualTo(answered).isPositive();
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }

    /** A tensor has no place for a row without an answer; then that is said. */
    private static void tensors(List<List<String>> predicted, Map<?, ?> answer, TrainedEnsemble of) {
        boolean window = of.preprocessing().sequence() != null;
        List<List<String>> expected = window ? predicted.stream().filter(each -> !each.get(0).isEmpty()).toList() : predicted;
        if (expected.stream().anyMatch(each -> each.get(0).isEmpty())) {
            assertThat((String) answer.get("error")).contains("has no answer");
            return;
        }
        List<?> outputs = (List<?>) answer.get("outputs");
        assertThat(outputs).as(answer.toString()).isNotNull();
        Map<?, ?> first = (Map<?, ?>) outputs.get(0);
        assertThat(((List<?>) first.get("data")).stream().map(ServeEqualsPredictTest::text).toList())
                .isEqualTo(expected.stream().map(each -> each.get(0)).toList());
        if (of.preprocessing().task().isClassification()) {
            assertThat(((List<?>) ((Map<?, ?>) outputs.get(1)).get("data")).stream().map(ServeEqualsPredictTest::text).toList())
                    .isEqualTo(expected.stream().flatMap(each -> each.subList(1, 1 + of.preprocessing().classNames().size()).stream())
                            .toList());
        }
    }
}
