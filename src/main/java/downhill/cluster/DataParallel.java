package downhill.cluster;

import downhill.data.prepare.Prepared;
import downhill.engine.Precision;
import downhill.engine.train.SummedGradient;
import downhill.model.ModelSpec;
import downhill.race.FarRows;
import downhill.race.GradientAsk;
import downhill.race.LossWeights;
import downhill.race.RowShare;
import downhill.race.ScoreSum;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows spread over workers, each of which has some of them: at each step every worker works out the sum of the gradients of its part of the
 * batch, the sums are added up, and whoever asked does one update with their mean. W workers so do what one would with all the rows of
 * the batch, up to rounding; batches are the same, row by row. {@link downhill.race.Race#elsewhere} trains on it.
 */
public final class DataParallel implements FarRows, AutoCloseable {
    private final Residents<RowShare> shares;
    private final Prepared prepared;
    private final LossWeights weights;
    private final Deque<GradientAsk> earlier = new ArrayDeque<>();
    private volatile Watcher watcher;
    private volatile Faults faults = Faults.NONE;
    private volatile int localSteps = 1;

    /** Is told each step, on the thread of the race. */
    @FunctionalInterface
    public interface Watcher {
        /**
         * Of a step.
         *
         * @param step    updates done before it
         * @param workers [worker][run] what each worker's part of the batch came to: its weight, mean loss and mean gradient [P]; null
         *                for one whose gradients were lost
         * @param all     [run] all that came together, of whose mean the update is made
         */
        void step(long step, List<List<SummedGradient>> workers, List<SummedGradient> all);
    }

    /**
     * Of rows that workers hold.
     *
     * @param shares   one for each worker
     * @param prepared what is known of the rows here
     * @param weights  of all rows
     */
    public DataParallel(Residents<RowShare> shares, Prepared prepared, LossWeights weights) {
        this.shares = shares;
        this.prepared = prepared;
        this.weights = weights;
    }

    /**
     * Rows that are here, in neighbouring parts of about the same size, each with a thread of its own: a cluster in a box.
     *
     * @param workers from 1; no more than there are training rows
     */
    public static DataParallel inBox(Prepared rows, ModelSpec model, Precision precision, int workers) {
        LossWeights weights = LossWeights.of(rows, model);
        List<Maker<RowShare>> makers = new ArrayList<>();
        int count = Math.max(1, Math.min(workers, rows.training().count()));
        for (int worker = 0; worker < count; worker++) {
            int from = part(rows.training().count(), worker, count);
            int held = part(rows.validation().count(), worker, count);
            Prepared own = rows.withRows(rows.training().slice(from, part(rows.training().count(), worker + 1, count) - from),
                    rows.validation().slice(held, part(rows.validation().count(), worker + 1, count) - held));
            makers.add(place -> new RowShare(own, from, model, weights, precision));
        }
        return new DataParallel(new CoreWorkers(count).hold(makers), rows, weights);
    }

    private static int part(int rows, int worker, int workers) {
        return (int) ((long) rows * worker / workers);
    }

    /** Who is told each step from the next on; null for nobody. */
    public void watch(Watcher other) {
        watcher = other;
    }

    /** What goes wrong from the next step on. */
    public void faults(Faults others) {
        faults = others;
    }

    /** So many steps of its own each worker takes before what they came to is averaged, from the next step on; from 1. */
    public void averagingEvery(int steps) {
        localSteps = steps;
    }

    @Override
    public int localSteps() {
        return localSteps;
    }

    /** Workers. */
    public int workers() {
        return shares.size();
    }

    @Override
    public Prepared prepared() {
        return prepared;
    }

    @Override
    public LossWeights weights() {
        return weights;
    }

    @Override
    public List<SummedGradient> gradients(GradientAsk ask) {
        Faults wrong = faults;
        Watcher told = watcher;
        if (told == null && wrong.equals(Faults.NONE)) {
            earlier.clear();
            return new ArrayList<>(shares.sum(DataParallel.asked(ask, ask), DataParallel::added, () -> true));
        }
        return watched(ask, wrong, told);
    }

    private List<SummedGradient> watched(GradientAsk ask, Faults wrong, Watcher told) {
        earlier.removeIf(each -> each.step() >= ask.step()); // whoever was put back in time forgets
        earlier.add(ask);
        while (earlier.size() > wrong.delay() + 1) {
            earlier.remove();
        }
        List<ArrayList<SummedGradient>> answers = shares.each(asked(ask, earlier.element()), () -> true);
        List<List<SummedGradient>> came = new ArrayList<>(answers);
        boolean none = IntStream.range(0, came.size()).allMatch(worker -> wrong.loses(ask.step(), worker));
        for (int worker = none ? 1 : 0; worker < came.size(); worker++) {
            came.set(worker, wrong.loses(ask.step(), worker) ? null : came.get(worker));
        }
        ArrayList<SummedGradient> all = IntStream.range(0, ask.parameters().length)
                .mapToObj(run -> new SummedGradient(ask.parameters()[run].length)).collect(Collectors.toCollection(ArrayList::new));
        came.stream().filter(each -> each != null).forEach(each -> added(all, new ArrayList<>(each)));
        if (told != null) {
            told.step(ask.step(), came, all);
        }
        return all;
    }

    private static Residents.Question<RowShare, ArrayList<SummedGradient>> asked(GradientAsk now, GradientAsk late) {
        return (share, number, wanted) -> new ArrayList<>(share.gradients(number == 0 ? now : late));
    }

    private static ArrayList<SummedGradient> added(ArrayList<SummedGradient> one, ArrayList<SummedGradient> other) {
        for (int run = 0; run < one.size(); run++) {
            one.get(run).add(other.get(run));
        }
        return one;
    }

    @Override
    public ScoreSum validate(double[] parameters, BooleanSupplier go) {
        try {
            return shares.sum((share, number, wanted) -> {
                ScoreSum sum = share.validate(parameters, wanted);
                if (sum == null) {
                    throw new CancellationException("the score is no longer wanted");
                }
                return sum;
            }, ScoreSum::plus, go);
        } catch (CancellationException given) {
            if (go.getAsBoolean()) {
                throw given;
            }
            return null;
        }
    }

    @Override
    public ScoreSum trainingLoss(double[] parameters) {
        return shares.sum((share, number, wanted) -> share.trainingLoss(parameters), ScoreSum::plus, () -> true);
    }

    @Override
    public void close() {
        shares.close();
    }
}
