package downhill.study.map;

import java.io.Serializable;

/**
 * How the run of one pixel ended. A value.
 *
 * @param startLoss  loss of the first batch
 * @param finalLoss  mean of the last tenth; NaN where it diverged
 * @param divergedAt step whose loss was not finite, or −1
 */
public record MapEnd(int row, int column, double startLoss, double finalLoss, int divergedAt) implements Serializable {
}
