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
    @Override
    public Integer done(Workplace place) {
        OrderBook book = new OrderBook(place);
        Order order = book.next();
        if (order.kind() == Order.Kind.END) {
            return 0;
        }
        int done = 0;
        try (Lap lap = study.get().judging().lap(experiments(), RuleLibrary.complete(), place.threads())) {
            while (order.kind() == Order.Kind.TRAIN) {
                book.report(carriedOut(order, lap, ++done, place));
                order = order.last() ? Order.END : book.next();
            }
        }
        book.close();
        return done;
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
}
