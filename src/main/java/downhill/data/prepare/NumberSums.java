package downhill.data.prepare;

import downhill.data.DataException;
import downhill.words.Said;
import java.io.Serializable;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mean, spread, bounds and, where they are asked for, the values of a column of numbers, as sums that those of other rows can be added to.
 * The mean is of a sum that is kept in two numbers (Knuth's TwoSum), spreads are merged by the formula of Chan, Golub and LeVeque (1979).
 */
final class NumberSums implements Serializable {
    private static final long serialVersionUID = 1L;
    /** Different values of which a median or the most frequent one is told. */
    private static final int MOST = 1 << 16;

    private final TreeMap<Double, Double> values;
    private long count;
    private double weight;
    private double high;
    private double low;
    private double center;
    private double spread;
    private double least = Double.POSITIVE_INFINITY;
    private double greatest = Double.NEGATIVE_INFINITY;
    private boolean many;

    /** @param keeping whether values are asked for, not their moments alone */
    NumberSums(boolean keeping) {
        values = keeping ? new TreeMap<>() : null;
    }

    /**
     * Adds numbers of one piece.
     *
     * @param weights null where all count the same
     */
    void add(double[] numbers, double[] weights) {
        NumberSums own = new NumberSums(values != null);
        for (int i = 0; i < numbers.length; i++) {
            double counts = weights == null ? 1 : weights[i];
            own.count++;
            own.weight += counts;
            own.sum(counts * numbers[i]);
            own.least = Math.min(own.least, numbers[i]);
            own.greatest = Math.max(own.greatest, numbers[i]);
            own.keep(numbers[i] + 0.0, counts);
        }
        own.center = own.count == 0 ? 0 : own.mean();
        for (int i = 0; i < numbers.length; i++) {
            double apart = numbers[i] - own.center;
            own.spread += (weights == null ? 1 : weights[i]) * apart * apart;
        }
        add(own);
    }

    private void sum(double value) {
        double sum = high + value;
        double back = sum - high;
        low += high - (sum - back) + (value - back);
        high = sum;
    }

    private void keep(double value, double counts) {
        if (values != null && !many) {
            values.merge(value, counts, Double::sum);
            many = values.size() > MOST;
            if (many) {
                values.clear();
            }
        }
    }

    void add(NumberSums other) {
        if (other.count == 0) {
            return;
        }
        double all = weight + other.weight;
        double apart = other.center - center;
        spread += other.spread + (count == 0 ? 0 : apart * apart * weight * (other.weight / all));
        center = count == 0 ? other.center : center + apart * (other.weight / all);
        count += other.count;
        weight = all;
        sum(other.high);
        sum(other.low);
        least = Math.min(least, other.least);
        greatest = Math.max(greatest, other.greatest);
        many |= other.many;
        if (values != null && many) {
            values.clear();
        } else if (values != null) {
            other.values.forEach(this::keep);
        }
    }

    long count() {
        return count;
    }

    double mean() {
        double mean = (high + low) / weight;
        return Double.isFinite(mean) ? mean : center;
    }

    double deviation() {
        return Math.sqrt(spread / weight);
    }

    double least() {
        return least;
    }

    double greatest() {
        return greatest;
    }

    boolean isConstant() {
        return Moments.isConstant(least, greatest);
    }

    /** Where half of the weight lies below; between two numbers their middle. */
    double median(String column) {
        requireValues(column);
        double below = 0;
        for (Map.Entry<Double, Double> each : values.entrySet()) {
            below += each.getValue();
            if (Math.abs(below / weight - 0.5) <= Moments.ROUNDING && values.higherKey(each.getKey()) != null) {
                return each.getKey() / 2 + values.higherKey(each.getKey()) / 2;
            }
            if (below / weight > 0.5) {
                return each.getKey();
            }
        }
        return greatest;
    }

    /** The value of the most weight, the smallest where several are. */
    double mode(String column) {
        requireValues(column);
        double best = least;
        double most = 0;
        for (Map.Entry<Double, Double> each : values.entrySet()) {
            if (each.getValue() > most * (1 + Moments.ROUNDING)) {
                most = each.getValue();
                best = each.getKey();
            }
        }
        return best;
    }

    private void requireValues(String column) {
        if (many) {
            throw new DataException(Said.of("parts.values", column, MOST));
        }
    }
}
