package downhill.cluster;

import downhill.study.trial.Ledger;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialSpan;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A ledger that several threads write to, one at a time. */
record SharedLedger(Ledger ledger) implements Ledger {
    @Override
    public List<Trial> trials() {
        synchronized (ledger) {
            return ledger.trials();
        }
    }

    @Override
    public Map<Integer, TrialSpan> spans() {
        synchronized (ledger) {
            return ledger.spans();
        }
    }

    @Override
    public Claim claim(UnaryOperator<List<Trial>> chooser) {
        synchronized (ledger) {
            return ledger.claim(chooser);
        }
    }

    @Override
    public void write(long step, Map<Integer, Double> reports, Collection<Trial> ended) {
        synchronized (ledger) {
            ledger.write(step, reports, ended);
        }
    }

    @Override
    public void release(Collection<Integer> numbers) {
        synchronized (ledger) {
            ledger.release(numbers);
        }
    }

    /** It belongs to somebody else. */
    @Override
    public void close() {
        // Whoever opened it closes it.
    }
}
