package downhill.cli;

import downhill.analysis.predict.Predictor;
import downhill.data.Applied;
import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.Progress;
import downhill.data.Table;
import downhill.data.csv.Imported;
import downhill.data.source.DataSources;
import downhill.engine.Precision;
import downhill.model.InputShape;
import downhill.store.ModelStore;
import downhill.store.TrainedModel;
import java.io.PrintWriter;
import java.nio.file.Path;

/** A model applied to a file: read, prepared as the training rows were, and put through the model. */
final class Scoring {
    private static final int SHOWN = 10;

    final TrainedModel model;
    final Table table;
    final Applied rows;
    /** Outputs as the model gives them, without sigmoid or softmax: [rows × outputs]. */
    final double[] raw;

    Scoring(Path file, String csv, Progress progress) {
        model = ModelStore.read(file);
        DataSpec spec = CsvArgument.spec(csv);
        Imported imported = DataSources.load(spec.source() instanceof DataSource.Sample ? spec : DataSpec.of(spec.source()), null, progress);
        table = imported.table();
        rows = model.preprocessing().apply(table);
        InputShape shape = InputShape.of(model.preprocessing().inputShape());
        try (Predictor predictor = new Predictor(model.model(), shape, model.outputs(), Precision.DOUBLE)) {
            raw = predictor.outputs(model.parameters(), rows.inputs().inputs());
        }
    }

    boolean classifies() {
        return model.preprocessing().task().isClassification();
    }

    /** Says what could not be scored, and what the model does not know. */
    void complain(PrintWriter err) {
        rows.unscored().stream().limit(SHOWN).forEach(row -> err.println((row.line() > 0 ? "line " + row.line() : "row " + (row.row() + 1))
                + ": not scored, " + row.reason()));
        if (rows.unscored().size() > SHOWN) {
            err.println("… and " + (rows.unscored().size() - SHOWN) + " more rows that could not be scored.");
        }
        rows.unknown().forEach((column, count) -> err.println(count + (count == 1 ? " row has" : " rows have") + " a category in \"" + column
                + "\" that did not occur in training."));
    }
}
