package downhill.study.trial;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Trials that are gone with the program. */
public final class MemoryLedger implements Ledger {
    private final Map<Integer, Trial> trials = new TreeMap<>();
    private final Map<Integer, TrialSpan> spans = new TreeMap<>();
    private final Set<Integer> free = new HashSet<>();

    @Override
    public synchronized List<Trial> trials() {
        return List.copyOf(trials.values());
    }

    @Override
    public synchronized Map<Integer, TrialSpan> spans() {
        return Map.copyOf(spans);
    }

    @Override
    public synchronized Claim claim(UnaryOperator<List<Trial>> chooser) {
        List<Trial> mine = free.isEmpty() ? chooser.apply(trials()) : taken();
        LocalDateTime now = LocalDateTime.now();
        mine.forEach(trial -> {
            trials.put(trial.number(), trial);
            spans.putIfAbsent(trial.number(), new TrialSpan(now, null));
        });
        return new Claim(mine, trials());
    }

    private List<Trial> taken() {
        int generation = trials.get(free.iterator().next()).generation();
        List<Trial> taken = new ArrayList<>(trials.values());
        taken.removeIf(trial -> trial.generation() != generation || !free.contains(trial.number()));
        taken.forEach(trial -> free.remove(trial.number()));
        return taken;
    }

    @Override
    public synchronized void write(long step, Map<Integer, Double> reports, Collection<Trial> ended) {
        reports.forEach((number, value) -> trials.computeIfPresent(number, (unused, trial) -> trial.reporting(step, value)));
        LocalDateTime now = LocalDateTime.now();
        ended.forEach(trial -> {
            trials.put(trial.number(), trial);
            spans.computeIfPresent(trial.number(), (unused, span) -> new TrialSpan(span.begun(), now));
        });
    }

    @Override
    public synchronized void release(Collection<Integer> numbers) {
        free.addAll(numbers);
    }

    @Override
    public void close() {
        // There is nothing to close.
    }
}
