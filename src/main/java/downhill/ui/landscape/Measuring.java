package downhill.ui.landscape;

import downhill.analysis.landscape.DataScope;
import downhill.analysis.landscape.LandscapeEngine;
import downhill.analysis.landscape.LossHeights;
import downhill.analysis.landscape.Plane;
import downhill.analysis.landscape.Region;
import downhill.analysis.landscape.Terrain;
import downhill.data.Progress;
import downhill.engine.Threads;
import downhill.ui.fx.UiTask;
import downhill.ui.session.Feed;
import downhill.ui.session.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/** Measures one terrain in the background; what was measured last is fetched once a frame. FX thread. */
final class Measuring implements AutoCloseable {
    /** Heights that are wanted, and the newest of them; it tells itself from others by {@code latest}. */
    private record Wanted(Plane plane, Region region, AtomicReference<LossHeights> latest) {
    }

    private static final int COARSE = 21;
    private static final int FINE = 41;
    private static final int FINEST = 81;
    private static final int MOST_THREADS = 4;
    private static final int MANY = 512;
    private static final int FEW = 16;

    private final Feed feed;
    private final Line losses;
    private final LandscapeEngine engine;
    private final Terrain terrain;
    private final boolean heavy;
    private final Map<String, Wanted> wanted = new HashMap<>();

    Measuring(Feed feed, Terrain terrain, boolean heavy) {
        this.feed = feed;
        this.losses = feed.line("losses");
        this.terrain = terrain;
        this.heavy = heavy;
        this.engine = new LandscapeEngine(terrain, heavy ? 1
                : Math.max(1, Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors())));
    }

    int parameterCount() {
        return terrain.parameterCount();
    }

    DataScope scope() {
        return terrain.scope();
    }

    /** Measures a region, coarse first; what was measured under this name before is given up. */
    void measure(String name, Plane plane, Region region) {
        feed.line(name).forget();
        wanted.put(name, new Wanted(plane, region, new AtomicReference<>()));
        ask(name);
    }

    private void ask(String name) {
        Wanted one = wanted.get(name);
        Line line = feed.line(name);
        if (one != null && line.wants(one, 0)) {
            int light = terrain.scope().total() == 0 ? FINEST : FINE;
            int resolution = heavy ? COARSE : light;
            line.ask(one, task -> engine.compute(one.plane(), one.region(), resolution, progress(task), one.latest()::set), done -> { });
        }
    }

    /** Gives up what is measured under this name. */
    void forget(String name) {
        wanted.remove(name);
        feed.line(name).forget();
    }

    /** The newest picture under this name since the last call; null where there is none. What had no answer is asked again. */
    LossHeights fetch(String name) {
        ask(name);
        Wanted one = wanted.get(name);
        return one == null ? null : one.latest().getAndSet(null);
    }

    /** Whether heights are being measured, or measured and not yet fetched. */
    boolean busy() {
        return losses.isBusy() || wanted.entrySet().stream()
                .anyMatch(one -> feed.line(one.getKey()).isBusy() || one.getValue().latest().get() != null);
    }

    /** How many losses of single points are measured at once. */
    int batch() {
        return heavy ? FEW : MANY;
    }

    /** Measures single losses while no heights are waited for; {@code then} receives them in order. */
    void losses(Plane plane, List<Gaps.Wanted> points, Consumer<double[]> then) {
        List<Object> key = List.of(plane, points);
        if (losses.wants(key, 0)) {
            losses.ask(key, task -> engine.losses(points.stream().map(one -> Gaps.place(plane, one)).toList(), progress(task)), then);
        }
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
        losses.forget();
        List.copyOf(wanted.keySet()).forEach(this::forget);
        Threads.start("landscape-closing", engine::close);
    }
}
