package downhill.study;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.study.sample.TpeSampler;
import downhill.study.space.SearchSpace;
import downhill.study.stop.HalvingPruner;
import downhill.study.stop.HyperbandPruner;
import downhill.study.stop.MedianPruner;
import downhill.study.stop.NoPruner;
import downhill.study.stop.Pruner;
import downhill.study.trial.Ledger;
import downhill.study.trial.MemoryLedger;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StudyTest {
    private static final List<Pruner> PRUNERS = List.of(new NoPruner(), new MedianPruner(), new HalvingPruner(), new HyperbandPruner());
    private static final SearchSpace SPACE = Studies.space();

    private static Study study(Ledger ledger, Pruner pruner) {
        return new Study(SPACE, Studies.BUDGET, ledger, new TpeSampler(3), pruner, Studies.made());
    }

    private static List<Trial> whole(Pruner pruner, int trials) {
        Ledger ledger = new MemoryLedger();
        assertThat(study(ledger, pruner).run(trials, () -> true, all -> { })).isTrue();
        return ledger.trials();
    }

    @Test
    void thereAreAsManyTrialsAsAskedForAndAllAreAtTheirEnd() {
        for (Pruner pruner : PRUNERS) {
            List<Trial> trials = whole(pruner, 150);
            assertThat(trials).hasSize(150).allMatch(trial -> trial.state().ended());
            assertThat(trials).extracting(Trial::number).containsExactlyElementsOf(IntStream.range(0, 150).boxed().toList());
            assertThat(trials).filteredOn(trial -> trial.state() == TrialState.COMPLETE).isNotEmpty()
                    .allMatch(trial -> trial.reports().lastKey() == Studies.BUDGET && trial.latest() == trial.loss());
            assertThat(trials).filteredOn(trial -> trial.state() == TrialState.FAILED).allMatch(trial -> Double.isNaN(trial.latest()));
        }
        assertThat(whole(new NoPruner(), 60)).anyMatch(trial -> trial.state() == TrialState.FAILED).noneMatch(trial -> trial.state() == TrialState.PRUNED);
        assertThat(whole(new HyperbandPruner(), 81)).filteredOn(trial -> trial.state() == TrialState.PRUNED).hasSizeGreaterThan(60);
    }

    /** Whoever is ended, and when, the trials are the same. */
    @Test
    void aStudyThatWasInterruptedGoesOnWithTheSameTrials() {
        for (Pruner pruner : PRUNERS) {
            List<Trial> expected = whole(pruner, 100);
            for (int patience = 1; patience < 40; patience += 6) {
                Ledger ledger = new MemoryLedger();
                boolean ended = false;
                while (!ended) {
                    AtomicInteger left = new AtomicInteger(patience + 20);
                    BooleanSupplier go = () -> left.decrementAndGet() > 0;
                    ended = study(ledger, pruner).run(100, go, all -> { });
                }
                assertThat(ledger.trials()).as("%s, interrupted after %d", pruner, patience).isEqualTo(expected);
            }
        }
    }

    @Test
    void whoWatchesSeesTrialsBegin() {
        Ledger ledger = new MemoryLedger();
        List<List<Trial>> seen = new ArrayList<>();
        study(ledger, new HyperbandPruner()).run(100, () -> true, seen::add);
        assertThat(seen.get(0)).as("before they report").hasSize(81).allMatch(trial -> trial.reports().isEmpty());
        assertThat(seen.get(1)).hasSize(81).allMatch(trial -> trial.reports().size() == 1);
        assertThat(seen.get(seen.size() - 1)).isEqualTo(ledger.trials());
        assertThat(ledger.spans()).hasSize(100).allSatisfy((number, span) -> assertThat(span.ended()).isAfterOrEqualTo(span.begun()));
    }

    @Test
    void askingForMoreGoesOn() {
        Ledger ledger = new MemoryLedger();
        study(ledger, new MedianPruner()).run(40, () -> true, all -> { });
        List<Trial> first = ledger.trials();
        study(ledger, new MedianPruner()).run(40, () -> true, all -> { });
        assertThat(ledger.trials()).as("N means N in all").isEqualTo(first);
        study(ledger, new MedianPruner()).run(60, () -> true, all -> { });
        assertThat(ledger.trials()).hasSize(60).startsWith(first.toArray(new Trial[0]));
        assertThat(ledger.trials()).isEqualTo(whole(new MedianPruner(), 60));
    }

    /** A fault of a course ends the study, and what was under way is left to be done again. */
    @Test
    void afterAFaultNothingIsLost() {
        Ledger ledger = new MemoryLedger();
        AtomicInteger count = new AtomicInteger();
        Lap.Starter faulty = trials -> new Studies.Made(trials) {
            @Override
            public Map<Integer, Double> advance(long step, BooleanSupplier go) {
                if (count.incrementAndGet() == 25) {
                    throw new IllegalStateException("a fault");
                }
                return super.advance(step, go);
            }
        };
        Study study = new Study(SPACE, Studies.BUDGET, ledger, new TpeSampler(3), new NoPruner(), faulty);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> study.run(40, () -> true, all -> { })).hasMessage("a fault");
        assertThat(study.run(40, () -> true, all -> { })).isTrue();
        assertThat(ledger.trials()).isEqualTo(whole(new NoPruner(), 40));
    }
}
