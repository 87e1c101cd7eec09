package downhill.analysis.explain;

import downhill.data.ColumnSpec;
import downhill.data.ColumnType;
import downhill.data.Role;
import downhill.data.Scaling;
import downhill.data.Table;
import downhill.data.prepare.Preparation;
import downhill.data.prepare.Preprocessing;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.model.Monomials;
import downhill.model.TrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Models that are a formula of the columns of a table as they are: sums of products of up to two of them. */
final class Formula {
    private static final ModelSpec SQUARE = new ModelSpec(new Architecture.Polynomial(2), Loss.MSE);

    private Formula() {
    }

    /** @param terms what each product counts, by its columns: "a" or "a*b" */
    static TrainedModel of(Table table, String target, Map<String, Double> terms) {
        List<ColumnSpec> numbers = table.names().stream().map(name -> new ColumnSpec(name, ColumnType.NUMBER,
                name.equals(target) ? Role.TARGET : Role.FEATURE)).toList();
        Preprocessing steps = Preparation.prepare(table, Made.spec(target).withColumns(numbers).withScaling(Scaling.NONE)
                .withScaleTarget(false)).preprocessing();
        List<int[]> products = Monomials.of(steps.width(), 2).exponents();
        double[] weights = new double[products.size() + 1];
        for (Map.Entry<String, Double> term : terms.entrySet()) {
            int[] wanted = new int[steps.width()];
            for (String factor : term.getKey().split("\\*")) {
                wanted[steps.featureNames().indexOf(factor)]++;
            }
            int place = IntStream.range(0, products.size()).filter(i -> Arrays.equals(products.get(i), wanted)).findFirst().orElseThrow();
            // squares are divided by √3 on the way in
            weights[place] = Arrays.stream(wanted).anyMatch(power -> power == 2) ? term.getValue() * Math.sqrt(3) : term.getValue();
        }
        return Made.of(SQUARE, steps, 1, weights);
    }
}
