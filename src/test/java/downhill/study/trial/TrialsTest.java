package downhill.study.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which of several trials did better, what is known of one, and who has taken which. */
class TrialsTest {
    private static final double NONE = Double.NaN;

    private static Trial trial(int number, TrialState state, double loss, double... reports) {
        Trial made = Trial.begun(number, Map.of("rate", 0.1), number, 0);
        for (int i = 0; i < reports.length; i++) {
            made = made.reporting(10L * (i + 1), reports[i]);
        }
        return state == TrialState.RUNNING ? made : made.ended(state, loss);
    }

    @Test
    void completeOnesGoFirstThenThoseThatCameFarThenThoseThatFailed() {
        List<Trial> all = new ArrayList<>(List.of(trial(0, TrialState.COMPLETE, 0.5), trial(1, TrialState.COMPLETE, 0.2, 9, 9),
                trial(2, TrialState.PRUNED, NONE, 0.1), trial(3, TrialState.PRUNED, NONE, 0.1, 0.9),
                trial(4, TrialState.PRUNED, NONE, 0.1, 0.7),
                trial(5, TrialState.FAILED, NONE, 0.1), trial(6, TrialState.RUNNING, NONE, 0.1), trial(7, TrialState.WAITING, NONE),
                trial(8, TrialState.COMPLETE, 0.2), trial(9, TrialState.FAILED, NONE), trial(10, TrialState.PRUNED, NONE, NONE, NONE)));
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(all, new Random(seed));
            assertThat(TrialOrder.ranked(all)).extracting(Trial::number).containsExactly(1, 8, 0, 4, 3, 10, 2, 5, 9);
            assertThat(TrialOrder.best(all)).get().extracting(Trial::number).isEqualTo(1);
        }
        assertThat(TrialOrder.best(List.of(trial(2, TrialState.PRUNED, NONE, 0.1), trial(3, TrialState.COMPLETE, NONE)))).isEmpty();
    }

    /** (1 + 2 + 6) / 3 = 3; (4 + 1 + 9) / 2 = 7. */
    @Test
    void foldsHaveAMeanAndASpreadUnlessOneDiverged() {
        TrialScores three = new TrialScores(List.of(1.0, 2.0, 6.0), NONE);
        assertThat(three.mean()).isEqualTo(3);
        assertThat(three.spread()).isCloseTo(Math.sqrt(7), within(1e-12));
        assertThat(new TrialScores(List.of(1.0), 0.5).spread()).as("of one there is none").isNaN();
        assertThat(new TrialScores(List.of(1.0, NONE), NONE).mean()).isNaN();
        assertThat(TrialScores.NONE.mean()).isNaN();
    }

    @Test
    void aTrialIsAValue() {
        Map<String, Object> values = new HashMap<>(Map.of("rate", 0.1));
        Trial begun = Trial.begun(3, values, 2, 1);
        values.put("rate", 5.0);
        Trial later = begun.reporting(10, 0.7).reporting(30, 0.4).reporting(20, 0.5);
        assertThat(begun.values()).containsEntry("rate", 0.1);
        assertThat(begun.reports()).isEmpty();
        assertThat(begun.latest()).isNaN();
        assertThat(later.latest()).as("the latest by its step").isEqualTo(0.4);
        assertThat(later.reporting(30, 0.3).latest()).isEqualTo(0.3);
        assertThatThrownBy(() -> later.reports().clear()).isInstanceOf(UnsupportedOperationException.class);
        Trial ended = later.ended(TrialState.COMPLETE, 0.4).scored(new TrialScores(List.of(0.4), 0.6));
        assertThat(ended.reports()).isEqualTo(later.reports());
        assertThat(new int[] {ended.number(), ended.generation(), ended.bracket()}).containsExactly(3, 2, 1);
    }

    private static List<Trial> begun(int from, int count) {
        return IntStream.range(from, from + count).mapToObj(i -> Trial.begun(i, Map.of(), from, 0)).toList();
    }

    /** Who gives trials back, as one that was ended does, has them taken up before new ones are begun; nobody takes one twice. */
    @Test
    void whatWasGivenBackIsTakenUpOnceBeforeNewOnesAre() {
        MemoryLedger ledger = new MemoryLedger();
        ledger.claim(all -> begun(0, 3));
        ledger.claim(all -> begun(all.size(), 2));
        assertThat(ledger.trials()).extracting(Trial::number).containsExactly(0, 1, 2, 3, 4);
        ledger.write(10, Map.of(0, 0.5, 1, 0.25), List.of(ledger.trials().get(2).ended(TrialState.PRUNED, NONE)));
        ledger.release(List.of(0, 1, 3, 4));
        List<Integer> taken = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            Ledger.Claim claim = ledger.claim(all -> {
                throw new AssertionError("nothing new is begun");
            });
            assertThat(claim.mine().stream().map(Trial::generation).distinct()).as("those that began together").hasSize(1);
            claim.mine().forEach(each -> taken.add(each.number()));
        }
        assertThat(taken).containsExactlyInAnyOrder(0, 1, 3, 4);
        assertThat(ledger.trials().get(1).reports()).as("what it reported is kept").containsEntry(10L, 0.25);
        Ledger.Claim next = ledger.claim(all -> begun(all.size(), 1));
        assertThat(next.mine()).extracting(Trial::number).containsExactly(5);
        assertThat(next.all()).hasSize(6);
        assertThat(ledger.claim(all -> List.of()).mine()).as("there is nothing to be done").isEmpty();
    }

    @Test
    void aTrialIsUnderWayUntilItEnds() {
        MemoryLedger ledger = new MemoryLedger();
        ledger.claim(all -> begun(0, 2));
        ledger.write(10, Map.of(0, 1.0, 99, 1.0), List.of());
        assertThat(ledger.trials()).as("a report of a trial that there is not").hasSize(2);
        assertThat(ledger.spans().get(0).ended()).isNull();
        ledger.write(20, Map.of(), List.of(ledger.trials().get(0).ended(TrialState.COMPLETE, 1)));
        TrialSpan first = ledger.spans().get(0);
        assertThat(first.ended()).isAfterOrEqualTo(first.begun());
        assertThat(ledger.spans().get(1).ended()).isNull();
    }
}
