package downhill.compress;

import downhill.data.Progress;
import downhill.model.InitialValues;
import downhill.model.InputShape;
import downhill.model.TrainedModel;
import java.util.ArrayList;
import java.util.List;

/**
 * Lottery tickets (Frankle and Carbin 2019): the weights that a trained model needs, put back to where they were at an early step, and
 * trained from there; beside them as many weights drawn by lot, and the same weights from a fresh start.
 */
final class LotteryTicket {
    /** So that a fresh start is another than that of the model's own seed. */
    private static final long FRESH = 7919;

    private final TrainedModel trained;
    private final double[] early;
    private final Training how;
    private final SmallerPlan plan;

    /** @param early [P], where the model was at the step it is put back to */
    LotteryTicket(TrainedModel trained, double[] early, Training how, SmallerPlan plan) {
        this.trained = trained;
        this.early = early.clone();
        this.how = how;
        this.plan = plan;
    }

    /**
     * The ticket, the lots and the fresh start, in this order.
     *
     * @param name  what the ticket is called; the others are called after it
     * @param share of the weights that goes
     */
    List<TrainedModel> of(String name, double share, Progress progress) {
        int turns = plan.stages() + 2;
        double[] kept = null;
        TrainedModel model = trained;
        for (int stage = 1; stage <= plan.stages(); stage++) {
            double gone = 1 - Math.pow(1 - share, (double) stage / plan.stages());
            kept = WeightPruning.smallest(model, gone, plan.eachLayer());
            model = run(name, early, kept, progress.stretch((stage - 1.0) / turns, (double) stage / turns));
        }
        List<TrainedModel> all = new ArrayList<>(List.of(model));
        double[] lots = WeightPruning.random(trained, share, plan.eachLayer(), plan.seed());
        all.add(run(name + " at random", early, lots, progress.stretch((turns - 2.0) / turns, (turns - 1.0) / turns)));
        double[] fresh = InitialValues.row(trained.model(), InputShape.of(trained.preprocessing().inputShape()), trained.outputs(),
                trained.training().seed() + FRESH);
        all.add(run(name + " from a fresh start", fresh, kept, progress.stretch((turns - 1.0) / turns, 1)));
        return all;
    }

    private TrainedModel run(String name, double[] start, double[] kept, Progress progress) {
        return trained.with(name, trained.model(), how.on(trained, trained.model(), WeightPruning.applied(start, kept), kept, plan.steps(),
                progress));
    }
}
