package downhill.ui.landscape;

import downhill.analysis.landscape.DataScope;
import downhill.analysis.landscape.Landscape;
import downhill.analysis.landscape.LandscapeEngine;
import downhill.analysis.landscape.Plane;
import downhill.analysis.landscape.Region;
import downhill.analysis.landscape.Terrain;
import downhill.data.Progress;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.UiTask;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Measures one terrain in the background; what was measured last is fetched once a frame. FX thread. */
final class Measuring implements AutoCloseable {
    private static final int COARSE = 21;
    private static final int FINE = 41;
    private static final int FINEST = 81;
    private static final int MOST_THREADS = 4;
    private static final int MANY = 512;
    private static final int FEW = 16;

    private final FxExecutor work;
    private final LandscapeEngine engine;
    private final Terrain terrain;
    private final boolean heavy;
    private final Map<String, AtomicReference<Landscape>> arrived = new HashMap<>();
    private final Map<String, UiTask<?>> tasks = new HashMap<>();
    private final Consumer<Exception> failed;

    Measuring(FxExecutor work, Terrain terrain, boolean heavy, Consumer<Exception> failed) {
        this.work = work;
        this.terrain = terrain;
        this.heavy = heavy;
        this.engine = new LandscapeEngine(terrain, heavy ? 1 : Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors())));
        this.failed = failed;
    }

    int parameterCount() {
        return terrain.parameterCount();
    }

    DataScope scope() {
        return terrain.scope();
    }

    /** Measures a region, coarse first; what was measured under this name before is given up. */
    void measure(String name, Plane plane, Region region) {
        AtomicReference<Landscape> latest = new AtomicReference<>();
        arrived.put(name, latest);
        int resolution = heavy ? COARSE : terrain.scope().total() == 0 ? FINEST : FINE;
        tasks.put(name, work.submit("landscape." + name, task -> engine.compute(plane, region, resolution, progress(task), latest::set), done -> { }, failed));
    }

    /** Gives up what is measured under this name. */
    void forget(String name) {
        arrived.remove(name);
        UiTask<?> task = tasks.remove(name);
        if (task != null) {
            task.cancel();
        }
    }

    /** The newest picture under this name since the last call; null where there is none. */
    Landscape fetch(String name) {
        AtomicReference<Landscape> latest = arrived.get(name);
        return latest == null ? null : latest.getAndSet(null);
    }

    /** Whether heights are being measured, or measured and not yet fetched. */
    boolean busy() {
        return tasks.values().stream().anyMatch(UiTask::isActive) || arrived.values().stream().anyMatch(latest -> latest.get() != null);
    }

    /** How many losses of single points are measured at once. */
    int batch() {
        return heavy ? FEW : MANY;
    }

    /** Measures single losses while no heights are waited for; {@code then} receives them in order. */
    void losses(Plane plane, List<Gaps.Wanted> wanted, Consumer<double[]> then) {
        tasks.put("losses", work.submit("landscape.gaps", task -> engine.losses(wanted.stream().map(one -> Gaps.place(plane, one)).toList(), progress(task)),
                then, failed));
    }

    private static Progress progress(UiTask<?> task) {
        return new Progress() {
            @Override
            public void done(double fraction) {
                task.report(fraction, "");
            }

            @Override
            public boolean cancelled() {
                return task.isCancelled();
            }
        };
    }

    /** Waiting for the threads may take a while; that is done on a thread of its own. */
    @Override
    public void close() {
        tasks.values().forEach(UiTask::cancel);
        Thread closing = new Thread(engine::close, "landscape-closing");
        closing.setDaemon(true);
        closing.start();
    }
}
