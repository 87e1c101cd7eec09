package downhill.compress;

import downhill.analysis.ensemble.Estimate;
import downhill.model.TrainedModel;
import java.util.Arrays;

/**
 * A form of a model, and what it costs and is worth.
 *
 * @param model    itself
 * @param rows     microseconds that an answer takes
 * @param estimate the score on the rows that judge, with its interval of 95 %; not finite where training diverged
 */
public record Smaller(TrainedModel model, Microseconds rows, Estimate estimate) {

    /** What it is called. */
    public String name() {
        return model.name();
    }

    /** Numbers it has. */
    public int parameters() {
        return model.parameters().length;
    }

    /** Numbers it has that are not 0. */
    public long nonZero() {
        return Arrays.stream(model.parameters()).filter(each -> each != 0).count();
    }

    /** Whether its numbers are finite. */
    public boolean isSound() {
        return Arrays.stream(model.parameters()).allMatch(Double::isFinite);
    }
}
