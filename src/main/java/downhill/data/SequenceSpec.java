package downhill.data;

/**
 * How a time series is cut into examples: {@code window} past rows predict the target {@code horizon} rows after the last of them.
 *
 * @param window  rows shown to the model, at least 1
 * @param horizon rows ahead, at least 1
 * @param stride  rows between the starts of two windows, at least 1
 */
public record SequenceSpec(int window, int horizon, int stride) {
    public SequenceSpec {
        if (window < 1 || horizon < 1 || stride < 1) {
            throw new DataException("Window, horizon and stride of a time series must each be at least 1, but are "
                    + window + ", " + horizon + " and " + stride + ".");
        }
    }
}
