package downhill.ui.session;

import downhill.race.Racing;
import downhill.race.Racing.Quantity;
import downhill.race.document.ContenderSpec;
import downhill.race.history.Curve;
import downhill.store.AtomicFiles;
import downhill.store.HistoryCsv;
import downhill.ui.fx.UiTask;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;

/**
 * All curves of all contenders as one CSV of the form that the command line writes too ({@link HistoryCsv}), contender by
 * contender. Of a very long race it has the steps that were kept.
 */
public final class AllCurves {
    /** More than any recording has. */
    private static final int EVERY_STEP = 1 << 22;

    private final List<ContenderSpec> contenders;
    private final Racing race;

    /** What {@code race} has recorded of {@code contenders}. */
    public AllCurves(List<ContenderSpec> contenders, Racing race) {
        this.contenders = List.copyOf(contenders);
        this.race = race;
    }

    /** Writes them; on any thread. A cancelled {@code task} ends it by a {@link CancellationException} and without a file. */
    public void write(Path target, UiTask<?> task) {
        AtomicFiles.write(target, file -> {
            try (HistoryCsv csv = new HistoryCsv(file)) {
                for (int i = 0; i < contenders.size(); i++) {
                    write(contenders.get(i), csv, task);
                    task.report((i + 1.0) / contenders.size(), "");
                }
            }
        }, false);
    }

    private void write(ContenderSpec one, HistoryCsv csv, UiTask<?> task) {
        double perEpoch = one.batchSize() == ContenderSpec.SHARED_BATCH ? race.stepsPerEpoch() : 0;
        Reading loss = new Reading(race.curve(one.id(), Quantity.TRAINING_LOSS, EVERY_STEP));
        Reading validation = new Reading(race.curve(one.id(), Quantity.VALIDATION_LOSS, EVERY_STEP));
        Reading rate = new Reading(race.curve(one.id(), Quantity.LEARNING_RATE, EVERY_STEP));
        for (double step = Math.min(loss.next(), validation.next()); step < Double.POSITIVE_INFINITY; step = Math.min(loss.next(),
                validation.next())) {
            if (task.isCancelled()) {
                throw new CancellationException();
            }
            csv.row(one.name(), Math.round(step), perEpoch > 0 ? step / perEpoch : Double.NaN, loss.take(step), validation.take(step),
                    rate.take(step));
        }
    }

    /** Goes along a curve. */
    private static final class Reading {
        private final Curve curve;
        private int at;

        Reading(Curve curve) {
            this.curve = curve;
        }

        /** The step of the next point, infinite at the end. */
        double next() {
            return at < curve.size() ? curve.x()[at] : Double.POSITIVE_INFINITY;
        }

        /** The value at {@code step}, NaN where there is none; goes on behind it. */
        double take(double step) {
            while (at < curve.size() && curve.x()[at] < step) {
                at++;
            }
            return at < curve.size() && curve.x()[at] == step ? curve.y()[at++] : Double.NaN;
        }
    }
}
