package downhill.analysis.explain;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.ImportOptions;
import downhill.data.Progress;
import downhill.data.SplitSpec;
import downhill.data.Table;
import downhill.data.csv.CsvImport;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Prepared;
import downhill.data.prepare.Preprocessing;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.TrainedModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Tables and untrained models, which have something to say about every input. */
public final class Made {
    public static final ModelSpec LINEAR = new ModelSpec(new Architecture.Linear(), Loss.MSE);
    public static final ModelSpec LOGISTIC = new ModelSpec(new Architecture.Linear(), Loss.BINARY_CROSS_ENTROPY);
    public static final ModelSpec NET = new ModelSpec(new Architecture.Mlp(List.of(6), Activation.TANH), Loss.MSE);

    private Made() {
    }

    public static Table table(String csv) {
        try {
            return CsvImport.read(new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "made.csv", ImportOptions.DEFAULT,
                    Map.of(), Progress.NONE).table();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static DataSpec spec(String target) {
        return DataSpec.of(new DataSource.CsvFile("made.csv")).withTarget(target).withSplit(SplitSpec.DEFAULT);
    }

    public static Prepared prepared(Table table, String target) {
        return Preparation.prepare(table, spec(target));
    }

    public static TrainedModel model(ModelSpec model, Preprocessing steps, int outputs, long seed) {
        double[] row = InitialValues.row(model, InputShape.of(steps.inputShape()), outputs, seed);
        return of(model, steps, outputs, row);
    }

    public static TrainedModel of(ModelSpec model, Preprocessing steps, int outputs, double[] row) {
        return new TrainedModel("Made", model, steps, outputs, row,
                new TrainedModel.Origin("sgd", Map.of(), 5, 2, "float", "FINISHED", 1, 2));
    }

    /** Houses: numbers, a label, a date, a truth value with a gap; the price is made of area and town. */
    public static String houses(int rows) {
        Random random = new Random(4);
        String[] towns = {"Ulm", "Bonn", "Jena"};
        StringBuilder csv = new StringBuilder("area,town,built,garden,price\n");
        for (int i = 0; i < rows; i++) {
            int town = random.nextInt(3);
            double area = 40 + random.nextInt(1000) / 10.0;
            csv.append(area).append(',').append(towns[town]).append(",20").append(10 + random.nextInt(10)).append("-0")
                    .append(1 + random.nextInt(9)).append("-1").append(random.nextInt(10)).append(',')
                    .append(random.nextBoolean() ? "yes" : "no").append(',').append(1000 * area + 20000 * town).append('\n');
        }
        return csv.toString();
    }
}
