package downhill.race;

/**
 * How well parameters do on rows that were not trained on.
 *
 * @param loss   mean loss of all rows
 * @param metric accuracy (0 to 1), or R² in regression; NaN where there is none
 * @param rmse   root mean squared error in the target's own units; NaN for classes
 */
public record Score(double loss, double metric, double rmse) {
    /** Where nothing can be validated. */
    public static final Score NONE = new Score(Double.NaN, Double.NaN, Double.NaN);

    /** The mean of at least one. */
    static Score mean(Score... each) {
        double loss = 0;
        double metric = 0;
        double rmse = 0;
        for (Score one : each) {
            loss += one.loss();
            metric += one.metric();
            rmse += one.rmse();
        }
        return new Score(loss / each.length, metric / each.length, rmse / each.length);
    }
}
