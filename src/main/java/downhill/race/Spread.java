package downhill.race;

/**
 * Mean and spread of a number over seeds.
 *
 * @param deviation standard deviation of a sample (divisor n − 1), 0 for a single value
 * @param least     the smallest
 * @param most      the largest
 */
public record Spread(double mean, double deviation, double least, double most) {

    /** Of at least one value; not-a-number where one of them is none. */
    public static Spread of(double... values) {
        double sum = 0;
        double least = values[0];
        double most = values[0];
        for (double value : values) {
            sum += value;
            least = Math.min(least, value);
            most = Math.max(most, value);
        }
        double mean = sum / values.length;
        double squares = 0;
        for (double value : values) {
            squares += (value - mean) * (value - mean);
        }
        return new Spread(mean, values.length == 1 ? 0 * sum : Math.sqrt(squares / (values.length - 1)), least, most);
    }
}
