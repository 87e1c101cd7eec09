package downhill.study;

import downhill.engine.Threads;
import downhill.optim.RuleLibrary;
import downhill.race.document.Experiment;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialScores;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * Trials as races: those with the same data, model and training are contenders of one, rows of one stack; races are trained at the same
 * time where there are several.
 */
final class Heats implements Lap {
    private final List<Course> courses = new ArrayList<>();
    private final ExecutorService workers;
    private final int crews;

    Heats(List<Experiment> experiments, Judging judging, RuleLibrary library, int threads) {
        crews = Math.min(threads, experiments.size());
        workers = Executors.newCachedThreadPool(Threads.daemons("study"));
        try {
            experiments.forEach(experiment -> courses.add(judging.begin(experiment, library, Math.max(1, threads / crews))));
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
    }

    static Lap.Starter starter(Recipe recipe, Judging judging, RuleLibrary library, int threads) {
        return trials -> judging.lap(judging.races(recipe, trials), library, threads);
    }

    @Override
    public Map<Integer, Double> advance(long step, BooleanSupplier go) {
        Map<Integer, Double> values = new HashMap<>();
        AtomicInteger next = new AtomicInteger();
        List<Future<Boolean>> crew = new ArrayList<>();
        for (int i = 0; i < crews; i++) {
            crew.add(workers.submit(() -> work(next, step, go, values)));
        }
        boolean all = true;
        for (Future<Boolean> each : crew) {
            all &= done(each);
        }
        return all ? values : null;
    }

    private boolean work(AtomicInteger next, long step, BooleanSupplier go, Map<Integer, Double> values) {
        for (int i = next.getAndIncrement(); i < courses.size(); i = next.getAndIncrement()) {
            if (!courses.get(i).advance(step, go)) {
                return false;
            }
            Map<Integer, Double> own = courses.get(i).values();
            synchronized (values) {
                values.putAll(own);
            }
        }
        return true;
    }

    private static boolean done(Future<Boolean> each) {
        try {
            return each.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }

    @Override
    public Map<Integer, TrialScores> scores() {
        Map<Integer, TrialScores> scores = new HashMap<>();
        courses.forEach(course -> scores.putAll(course.scores()));
        return scores;
    }

    @Override
    public void leave(Collection<Integer> numbers) {
        courses.forEach(course -> course.leave(numbers));
    }

    @Override
    public void close() {
        workers.shutdown();
        courses.forEach(Course::close);
    }
}
