package downhill.ui.panel;

import downhill.race.Racing;
import downhill.race.history.Curve;
import downhill.ui.chart.StepReadout;

/** What is read out of a curve of the training loss: the loss that the contenders' list and the results tell of the same step. */
public final class LossTold {
    private LossTold() {
    }

    /**
     * @param race  whose curve it is
     * @param curve the losses of single batches; the last of them is known after the step that follows it
     * @param unit  steps in one unit of x
     * @return null where there is nothing to read out
     */
    public static StepReadout of(Racing race, String contender, Curve curve, double unit) {
        return race == null || curve.size() == 0 ? null
                : new StepReadout(unit, (long) curve.x()[0], (long) curve.x()[curve.size() - 1] + 1, step -> race.loss(contender, step));
    }
}
