package downhill.study;

import downhill.data.DataSpec;
import downhill.data.prepare.Prepared;
import downhill.engine.Threads;
import downhill.optim.RuleLibrary;
import downhill.race.Heat;
import downhill.race.Outcome;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.study.trial.Trial;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Trials as races: those with the same data, model and training are contenders of one, rows of one stack; races are trained at the same
 * time where there are several.
 */
final class Heats implements Lap {
    private final List<Heat> heats = new ArrayList<>();
    private final ExecutorService workers;

    private Heats(List<Experiment> experiments, Function<DataSpec, Prepared> rows, RuleLibrary library, int threads) {
        int crews = Math.min(threads, experiments.size());
        workers = Executors.newCachedThreadPool(Threads.daemons("study"));
        try {
            for (Experiment experiment : experiments) {
                heats.add(new Heat(experiment, rows.apply(PartSlot.learning(experiment).data()), library, Math.max(1, threads / crews)));
            }
        } catch (RuntimeException failure) {
            close();
            throw failure;
        }
        this.crews = crews;
    }

    private final int crews;

    /** @param rows the rows of a specification of data, which are asked for again and again */
    static Lap.Starter starter(Recipe recipe, Function<DataSpec, Prepared> rows, RuleLibrary library, int threads) {
        Map<DataSpec, Prepared> known = new HashMap<>();
        return trials -> new Heats(experiments(recipe, trials), data -> known.computeIfAbsent(data, rows), library, threads);
    }

    private static List<Experiment> experiments(Recipe recipe, List<Trial> trials) {
        Map<Experiment, List<ContenderSpec>> byExperiment = new LinkedHashMap<>();
        for (Trial trial : trials) {
            Experiment one = recipe.at(trial.values());
            String id = String.valueOf(trial.number());
            byExperiment.computeIfAbsent(one.withContenders(List.of()), unused -> new ArrayList<>())
                    .add(PartSlot.only(one).copy(id, id, 0, null));
        }
        return byExperiment.entrySet().stream().map(each -> each.getKey().withContenders(each.getValue())).toList();
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
        for (int i = next.getAndIncrement(); i < heats.size(); i = next.getAndIncrement()) {
            if (!heats.get(i).advance(step, go)) {
                return false;
            }
            Map<String, Heat.Standing> standings = heats.get(i).standings();
            synchronized (values) {
                standings.forEach((id, standing) -> values.put(Integer.valueOf(id), value(standing)));
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

    private static double value(Heat.Standing standing) {
        boolean lost = standing.outcome() == Outcome.DIVERGED || standing.outcome() == Outcome.FAILED;
        return lost ? Double.NaN : standing.score().loss();
    }

    @Override
    public void leave(Collection<Integer> numbers) {
        List<String> ids = numbers.stream().map(String::valueOf).toList();
        heats.forEach(heat -> heat.leave(ids));
    }

    @Override
    public void close() {
        workers.shutdown();
        heats.forEach(Heat::close);
    }
}
