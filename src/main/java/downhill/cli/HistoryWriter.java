package downhill.cli;

import downhill.race.StepSink;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.store.HistoryCsv;
import downhill.store.SeedsCsv;
import downhill.store.StoreException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.PriorityQueue;

/** Writes each step as it is recorded. A validation belongs to the step that begins with the parameters it was made on. */
final class HistoryWriter implements StepSink {
    private record Validation(long step, double loss) {
    }

    private record Row(long step, int place, int part, Runnable write) {
    }

    private final PriorityQueue<Row> waiting = new PriorityQueue<>(
            Comparator.comparingLong(Row::step).thenComparingInt(Row::place).thenComparingInt(Row::part));
    private final Map<String, Integer> place = new HashMap<>();
    private final HistoryCsv history;
    private final SeedsCsv seeds;
    private final Map<String, ContenderSpec> contenders = new HashMap<>();
    private final Map<String, Validation> validations = new HashMap<>();
    /** By contender, the step after the last that has a row. */
    private final Map<String, Long> ends = new HashMap<>();
    private final Experiment experiment;
    private final int rows;
    private final int batches;
    private StoreException failure;

    /**
     * @param seeds   null where no contender has several
     * @param rows    training rows, or 0 for a surface, which has no epochs
     * @param batches that a step takes
     */
    HistoryWriter(HistoryCsv history, SeedsCsv seeds, Experiment experiment, int rows, int batches) {
        this.history = history;
        this.seeds = seeds;
        this.experiment = experiment;
        this.rows = rows;
        this.batches = batches;
        for (ContenderSpec contender : experiment.contenders()) {
            place.put(contender.id(), contenders.size());
            contenders.put(contender.id(), contender);
        }
    }

    @Override
    public void steps(String contenderId, long firstStep, double[] loss, double[] rate, int count) {
        flush(firstStep);
        ContenderSpec contender = contenders.get(contenderId);
        Validation validation = validations.get(contenderId);
        ends.put(contenderId, firstStep + count);
        for (int i = 0; i < count; i++) {
            long step = firstStep + i;
            double validated = validation != null && validation.step() == step ? validation.loss() : Double.NaN;
            double trained = loss[i];
            double learningRate = rate[i];
            waiting.add(new Row(step, place.get(contenderId), 0,
                    () -> history.row(contender.name(), step, epoch(contender, step), trained, validated, learningRate)));
        }
    }

    @Override
    public void seeds(String contenderId, long firstStep, long[] numbers, double[][] losses, int count) {
        String name = contenders.get(contenderId).name();
        for (int i = 0; i < count; i++) {
            long step = firstStep + i;
            for (int seed = 0; seed < numbers.length; seed++) {
                long number = numbers[seed];
                double loss = losses[seed][i];
                waiting.add(new Row(step, place.get(contenderId), 1 + seed, () -> seeds.row(name, step, number, loss)));
            }
        }
    }

    /**
     * Contenders advance in lock-step, so once one begins a stretch of steps all rows before it are there. Rows are ordered
     * by step and contender, so that the file does not depend on how long the stretches were.
     */
    private void flush(long end) {
        while (!waiting.isEmpty() && waiting.peek().step() < end) {
            Row row = waiting.poll();
            if (failure == null) {
                write(row);
            }
        }
    }

    /** A race is not ended by a disk that is full; it is told when its results are. */
    private void write(Row row) {
        try {
            row.write().run();
        } catch (StoreException e) {
            failure = e;
        }
    }

    /**
     * Writes what is still waiting, and the last validations, which no further step begins with: rows without a training loss.
     *
     * @throws StoreException where something could not be written
     */
    void finish() {
        validations.forEach((id, last) -> {
            if (last.step() >= ends.getOrDefault(id, 0L) && !Double.isNaN(last.loss())) {
                ContenderSpec contender = contenders.get(id);
                waiting.add(new Row(last.step(), place.get(id), 0, () -> history.row(contender.name(), last.step(),
                        epoch(contender, last.step()), Double.NaN, last.loss(), Double.NaN)));
            }
        });
        flush(Long.MAX_VALUE);
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public void validation(String contenderId, long step, double loss, double metric) {
        validations.put(contenderId, new Validation(step, loss));
    }

    private double epoch(ContenderSpec contender, long step) {
        int wanted = contender.batchSize() == ContenderSpec.SHARED_BATCH ? experiment.training().batchSize() : contender.batchSize();
        int batch = wanted <= 0 || wanted > rows ? rows : wanted;
        return rows == 0 ? Double.NaN : (double) step * batches * batch / rows;
    }
}
