package downhill.cli.bench;

import downhill.data.Progress;
import downhill.data.prepare.Prepared;
import downhill.data.source.DataSources;
import downhill.data.source.SampleData;
import downhill.engine.MemoryUse;
import downhill.engine.Precision;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.optim.RuleLibrary;
import downhill.race.Checkpoint;
import downhill.race.Race;
import downhill.race.RaceOptions;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.store.Autosave;
import downhill.store.SessionPlace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * Memory over a long race that is saved while it runs, as in the window: four contenders on iris, MLP 4-8-3, twelve parameters recorded.
 *
 * @param steps               of each contender
 * @param saves               done while they ran
 * @param slowestSaveMillis   from the snapshot to the file on the disk
 * @param slowestHandOver     milliseconds the race took to give a snapshot, the end of its chunk of steps included
 * @param lastSaveBytes       of the file at the end
 * @param heapBytesAtFifth    in use after a collection, a fifth of the way
 * @param heapBytesAtHalf     the same halfway
 * @param heapBytesAtEnd      the same at the end
 * @param processBytesAtFifth in RAM, of the whole process
 * @param processBytesAtEnd   the same at the end
 */
public record AutosaveSoak(long steps, int saves, double slowestSaveMillis, double slowestHandOver, long lastSaveBytes,
        long heapBytesAtFifth,
                           long heapBytesAtHalf, long heapBytesAtEnd, long processBytesAtFifth, long processBytesAtEnd) {
    private static final long REST_MILLIS = 1000;
    private static final int WATCHED = 12;

    /** Runs the race to its end, saving about every second, ten times as often as the window does. */
    public static AutosaveSoak run(long steps, Path folder, Progress progress) {
        Prepared iris = DataSources.prepare(SampleData.of("iris").spec(), null, Progress.NONE);
        try (Race race = Race.open(experiment(steps), iris, RuleLibrary.builtIn(),
                RaceOptions.besideWindow()); Autosave slot = Autosave.take(folder)) {
            race.ready().join();
            race.watch(IntStream.range(0, WATCHED).toArray());
            race.start();
            Watch watch = new Watch(race, slot, folder, steps);
            while (!watch.over()) {
                if (progress.cancelled()) {
                    throw new CancellationException("Cancelled.");
                }
                watch.round();
                progress.done((double) race.snapshot().step() / steps);
            }
            AutosaveSoak figures = watch.figures();
            slot.clear();
            return figures;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Cancelled.");
        }
    }

    private static Experiment experiment(long steps) {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(8), Activation.TANH), Loss.CROSS_ENTROPY);
        List<ContenderSpec> contenders = List.of(ContenderSpec.of("c1", "SGD", "sgd", Map.of("learningRate", 0.05), 0),
                ContenderSpec.of("c2", "Momentum", "momentum", Map.of("learningRate", 0.01), 1),
                ContenderSpec.of("c3", "RMSprop", "rmsprop", Map.of("learningRate", 0.001), 2),
                ContenderSpec.of("c4", "Adam", "adam", Map.of("learningRate", 0.001), 3));
        return new Experiment("Soak", new Problem.Learning(SampleData.of("iris").spec(), model), TrainingSpec.of(steps, 16), contenders, 7,
                Precision.FLOAT);
    }

    /** Saves and measures. */
    private static final class Watch {
        private final Race race;
        private final Autosave slot;
        private final Path folder;
        private final long steps;
        private final long[] heap = new long[3];
        private final long[] process = new long[3];
        private int measured;
        private int saves;
        private double slowest;
        private double slowestHandOver;
        private boolean over;

        Watch(Race race, Autosave slot, Path folder, long steps) {
            this.race = race;
            this.slot = slot;
            this.folder = folder;
            this.steps = steps;
        }

        boolean over() {
            return over;
        }

        void round() throws InterruptedException {
            over = race.await(now -> now.state() == RaceState.ENDED || now.state() == RaceState.FAILED, REST_MILLIS, TimeUnit.MILLISECONDS)
                    .state()
                    != RaceState.RUNNING;
            long begin = System.nanoTime();
            Checkpoint checkpoint = race.checkpoint().join();
            long given = System.nanoTime();
            slot.save(checkpoint, folder, SessionPlace.NOWHERE);
            slowestHandOver = Math.max(slowestHandOver, (given - begin) * 1e-6);
            slowest = Math.max(slowest, (System.nanoTime() - given) * 1e-6);
            saves++;
            long step = checkpoint.clock();
            double[] marks = {0.2, 0.5, 1};
            while (measured < marks.length && step >= marks[measured] * steps) {
                System.gc();
                Runtime runtime = Runtime.getRuntime();
                heap[measured] = runtime.totalMemory() - runtime.freeMemory();
                process[measured++] = MemoryUse.physicalBytes();
            }
        }

        AutosaveSoak figures() {
            return new AutosaveSoak(steps, saves, slowest, slowestHandOver, slot.size(), heap[0], heap[1], heap[2], process[0], process[2]);
        }
    }
}
