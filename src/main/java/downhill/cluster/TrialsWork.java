package downhill.cluster;

import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import downhill.store.ExperimentStore;
import downhill.study.Lap;
import downhill.study.trial.TrialScores;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;

/**
 * A block of trials: trains them side by side as it is ordered to, and reports at each step. Comes to the number of orders.
 *
 * @param study what all blocks have in common
 * @param races documents, whose contenders are called by the trials' numbers
 */
record TrialsWork(Shared<PackedStudy> study, ArrayList<String> races) implements Work<Integer> {
    private static final long LONGEST_PAUSE = 16;

    @Override
    public Integer done(Workplace place) {
        Order first = next(BlockReport.READY, place);
        if (first.kind() != Order.Kind.TRAIN) {
            return 0;
        }
        try (Lap lap = study.get().judging().lap(experiments(), RuleLibrary.complete(), place.threads())) {
            BlockReport report = carriedOut(first, lap, 1, place);
            for (Order order = next(report, place); order.kind() == Order.Kind.TRAIN; order = next(report, place)) {
                report = carriedOut(order, lap, report.done() + 1, place);
            }
            return report.done();
        }
    }

    private List<Experiment> experiments() {
        return races.stream().map(text -> ExperimentStore.read(text, "block", Path.of("")).experiment()).toList();
    }

    private static BlockReport carriedOut(Order order, Lap lap, int done, Workplace place) {
        lap.leave(order.leaving());
        Map<Integer, Double> values = lap.advance(order.step(), place::wanted);
        if (values == null) {
            throw new CancellationException("the block is no longer wanted");
        }
        Map<Integer, TrialScores> scores = order.last() ? lap.scores() : Map.of();
        return new BlockReport(done, new HashMap<>(values), new HashMap<>(scores));
    }

    private static Order next(BlockReport report, Workplace place) {
        for (long pause = 1;; pause = Math.min(LONGEST_PAUSE, 2 * pause)) {
            Order order = (Order) place.ask(report);
            if (order.kind() != Order.Kind.WAIT) {
                return order;
            }
            place.rest(pause);
        }
    }
}
