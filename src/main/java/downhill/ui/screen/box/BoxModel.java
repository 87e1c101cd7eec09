package downhill.ui.screen.box;

import downhill.cluster.BoxRun;
import downhill.cluster.Faults;
import downhill.engine.Threads;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The steps of a cluster in a box, done on a thread of their own and read once a frame. FX thread. */
final class BoxModel implements AutoCloseable {
    static final int LEAST = 2;
    static final int MOST = 8;
    private static final int KEPT = 400;
    private static final long BETWEEN = 125_000_000L;
    private static final long SEED = 7;

    private final ExecutorService work = Executors.newSingleThreadExecutor(Threads.daemons("box"));
    private int workers = 4;
    private int delay;
    private double loss;
    private int local = 1;
    private boolean running;
    private long last;
    /** What is done; a new one where it was begun anew. */
    private volatile Course course = new Course(4);

    /** Steps of as many workers. */
    private static final class Course {
        private final int workers;
        private volatile List<BoxRun.Step> steps = List.of();
        private volatile boolean busy;
        private volatile boolean over;
        private BoxRun run;

        Course(int workers) {
            this.workers = workers;
        }

        /** On the thread that works. */
        void advance(Faults faults, int local) {
            if (!over) {
                run = run == null ? new BoxRun(workers) : run;
                run.faults(faults);
                List<BoxRun.Step> more = new ArrayList<>(steps.size() < KEPT ? steps : steps.subList(1, steps.size()));
                more.add(run.step(local));
                steps = List.copyOf(more);
            }
            busy = false;
        }

        void end() {
            over = true;
            if (run != null) {
                run.close();
                run = null;
            }
        }
    }

    int workers() {
        return workers;
    }

    int delay() {
        return delay;
    }

    double loss() {
        return loss;
    }

    /** All steps that are kept, the last one last. */
    List<BoxRun.Step> steps() {
        return course.steps;
    }

    boolean isRunning() {
        return running;
    }

    /** As many workers begin anew. */
    void workers(int count) {
        if (count != workers) {
            workers = count;
            again();
        }
    }

    void faults(int late, double lost) {
        delay = late;
        loss = lost;
    }

    /** Steps of each worker before they are averaged. */
    void averagingEvery(int steps) {
        local = steps;
    }

    void running(boolean on) {
        running = on;
    }

    /** From the first step. */
    void again() {
        Course old = course;
        course = new Course(workers);
        work.execute(old::end);
    }

    /** One step, where none is under way. */
    void step() {
        Course now = course;
        if (!now.busy) {
            now.busy = true;
            int average = local;
            Faults faults = new Faults(delay, loss, SEED);
            work.execute(() -> now.advance(faults, average));
        }
    }

    /** Once a frame. */
    void frame(long nanos) {
        if (running && nanos - last >= BETWEEN) {
            last = nanos;
            step();
        }
    }

    @Override
    public void close() {
        running = false;
        work.execute(course::end);
        work.shutdown();
    }
}
