package downhill.analysis.explain;

import downhill.data.MadeColumn;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Preprocessing;
import java.util.ArrayList;
import java.util.List;

/**
 * Inputs that are made of columns of the file. They belong to no column, since they follow from several: behind the inputs of its model a
 * row holds the values that they are made of, as the file has them, and they are made anew whenever the row is answered.
 */
final class MadeInputs {
    /** One of them: where it stands among the inputs, and where what it is made of does behind them. */
    private record Made(MadeColumn column, FeatureStep.Numeric step, int at, int first, int second) {
    }

    private final List<Made> inputs = new ArrayList<>();
    private final List<String> sources;

    /** @param behind place of the first value behind the inputs */
    MadeInputs(Preprocessing steps, int behind) {
        sources = steps.madeColumns().stream().flatMap(each -> each.of().stream()).distinct().toList();
        int at = 0;
        for (FeatureStep step : steps.features()) {
            int own = at;
            steps.madeOf(step.column()).ifPresent(made -> inputs.add(new Made(made, (FeatureStep.Numeric) step, own,
                    behind + sources.indexOf(made.of().get(0)), behind + sources.indexOf(made.of().get(made.of().size() - 1)))));
            at += step.width();
        }
    }

    /** Columns of the file that they are made of, in the order of their values behind the inputs. */
    List<String> sources() {
        return sources;
    }

    /** Whether each follows from one column alone. */
    boolean areOfOne() {
        return inputs.stream().allMatch(each -> each.column.of().stream().distinct().count() == 1);
    }

    /**
     * Makes those of a row.
     *
     * @param row    with the values that they are made of, from {@code from} on
     * @param inputs from {@code at} on, are written to
     */
    void make(double[] row, int from, double[] target, int at) {
        for (Made each : inputs) {
            double value = each.column.value(row[from + each.first], row[from + each.second]);
            target[at + each.at] = (Double.isNaN(value) ? filled(each.step) : value - each.step.center()) / each.step.scale();
        }
    }

    private static double filled(FeatureStep.Numeric step) {
        return step.fill() == null ? Double.NaN : step.fill() - step.center();
    }

    /** Slopes by made inputs become slopes by what they are made of, in place. */
    void chain(double[] row, double[] slopes, int from) {
        for (Made each : inputs) {
            double slope = slopes[from + each.at] / each.step.scale();
            double a = row[from + each.first];
            double b = row[from + each.second];
            slopes[from + each.at] = 0;
            slopes[from + each.first] += slope * each.column.making().slope(0, a, b, each.column.constant());
            if (each.column.of().size() > 1) {
                slopes[from + each.second] += slope * each.column.making().slope(1, a, b, each.column.constant());
            }
        }
    }
}
