package downhill.analysis.explain.anew;

import downhill.analysis.explain.tree.RoundNumber;
import downhill.data.Column;
import downhill.data.ColumnType;
import downhill.data.MadeColumn;
import downhill.data.Making;
import downhill.data.Table;
import downhill.data.prepare.FeatureStep;
import downhill.data.prepare.Prepared;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Columns that might be made of those there are: logarithms of skewed numbers, bins, squares, products and ratios of two, and of dates the
 * time of the year and of the week. What is looked at are the training rows, and of them never the target.
 */
public final class Suggestions {
    /** Of more columns of numbers the first so many are paired. */
    public static final int MOST_PAIRED = 60;
    private static final double SKEWED = 1;
    private static final int FEWEST_VALUES = 10;
    private static final double[] CUTS = {0.2, 0.4, 0.6, 0.8};

    private final List<List<MadeColumn>> all = new ArrayList<>();

    private Suggestions() {
    }

    /** Each one column, or several that belong together; none of images and time series, or made of made ones. */
    public static List<List<MadeColumn>> of(Table table, Prepared prepared) {
        Suggestions suggestions = new Suggestions();
        if (prepared.preprocessing().image() != null || prepared.preprocessing().sequence() != null) {
            return List.of();
        }
        int[] rows = prepared.training().sourceRows();
        List<FeatureStep> steps = prepared.preprocessing().asked();
        List<double[]> numbers = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (FeatureStep step : steps) {
            double[] values = values(table.column(step.column()).as(step.type()), rows);
            if (step.type() == ColumnType.DATE && values.length > 1) {
                suggestions.date(step.column(), values);
            } else if (step.type() == ColumnType.NUMBER && values.length > 1 && values[0] < values[values.length - 1]) {
                suggestions.number(step.column(), values);
                numbers.add(values);
                names.add(step.column());
            }
        }
        suggestions.pairs(names.subList(0, Math.min(MOST_PAIRED, names.size())), numbers);
        List<MadeColumn> made = prepared.preprocessing().madeColumns();
        return suggestions.all.stream().filter(each -> !made.containsAll(each)).toList();
    }

    /** Sorted, without gaps. */
    private static double[] values(Column column, int[] rows) {
        return Arrays.stream(rows).mapToDouble(column::number).filter(value -> !Double.isNaN(value)).sorted().toArray();
    }

    private void add(MadeColumn... made) {
        all.add(List.of(made));
    }

    private void number(String name, double[] sorted) {
        if (Math.abs(skewness(sorted)) > SKEWED) {
            add(MadeColumn.of(sorted[0] > 0 ? Making.LOG : Making.SIGNED_LOG, 0, name));
        }
        if (Arrays.stream(sorted).distinct().limit(FEWEST_VALUES).count() == FEWEST_VALUES) {
            List<MadeColumn> bins = Arrays.stream(CUTS).map(share -> cut(sorted, share)).filter(cut -> cut > sorted[0]).distinct()
                    .mapToObj(cut -> MadeColumn.of(Making.STEP, cut, name)).toList();
            all.add(bins);
            add(MadeColumn.of(Making.PRODUCT, 0, name, name));
        }
    }

    /** A round number between two values that are there. */
    private static double cut(double[] sorted, double share) {
        int place = (int) (share * sorted.length);
        double low = sorted[Math.max(0, place - 1)];
        return low < sorted[place] ? RoundNumber.between(Math.nextUp(low), Math.nextUp(sorted[place])) : sorted[place];
    }

    private static double skewness(double[] values) {
        double mean = Arrays.stream(values).average().orElse(0);
        double square = Arrays.stream(values).map(each -> (each - mean) * (each - mean)).average().orElse(0);
        double cube = Arrays.stream(values).map(each -> Math.pow(each - mean, 3)).average().orElse(0);
        return square == 0 ? 0 : cube / Math.pow(square, 1.5);
    }

    private void date(String name, double[] sorted) {
        double span = sorted[sorted.length - 1] - sorted[0];
        if (span >= MadeColumn.YEAR / 2) {
            add(MadeColumn.of(Making.SINE, MadeColumn.YEAR, name), MadeColumn.of(Making.COSINE, MadeColumn.YEAR, name));
        }
        if (span >= MadeColumn.WEEK) {
            add(MadeColumn.of(Making.SINE, MadeColumn.WEEK, name), MadeColumn.of(Making.COSINE, MadeColumn.WEEK, name));
            add(MadeColumn.of(Making.WEEKEND, 0, name));
        }
        if (Arrays.stream(sorted).anyMatch(day -> day != Math.rint(day))) {
            add(MadeColumn.of(Making.SINE, 1, name), MadeColumn.of(Making.COSINE, 1, name));
        }
    }

    private void pairs(List<String> names, List<double[]> values) {
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < names.size(); j++) {
                if (i < j) {
                    add(MadeColumn.of(Making.PRODUCT, 0, names.get(i), names.get(j)));
                }
                if (i != j && isOfOneSign(values.get(j))) {
                    add(MadeColumn.of(Making.RATIO, 0, names.get(i), names.get(j)));
                }
            }
        }
    }

    private static boolean isOfOneSign(double[] sorted) {
        return sorted[0] > 0 || sorted[sorted.length - 1] < 0;
    }
}
