package downhill.race.document;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What changed in a document is a value that does it, undoes it and does it again. */
class RevisionTest {
    private static Experiment document() {
        return new Experiment("First", new Problem.Surface("sphere", 1, 1), TrainingSpec.of(1000, 0),
                List.of(ContenderSpec.of("a", "SGD", "sgd", Map.of(), 0), ContenderSpec.of("b", "Adam", "adam", Map.of(), 1)), 7,
                        Precision.DOUBLE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aLogOfRevisionsGivesTheLastDocumentAndBackwardsTheFirst(long seed) {
        RandomEdits edits = new RandomEdits(seed);
        List<Revision> log = new ArrayList<>();
        Experiment first = document();
        Experiment now = first;
        for (int i = 0; i < 200; i++) {
            Experiment next = Descent.settled(now, edits.edit(now));
            Revision revision = Revision.between(now, next);
            assertThat(revision.isEmpty()).isEqualTo(now.equals(next));
            assertThat(revision.in(now)).isEqualTo(next);
            assertThat(revision.back().in(next)).isEqualTo(now);
            assertThat(revision.back().back()).isEqualTo(revision);
            log.add(revision);
            now = next;
        }
        Experiment last = now;
        for (int i = log.size() - 1; i >= 0; i--) {
            now = log.get(i).back().in(now);
        }
        assertThat(now).isEqualTo(first);
        for (Revision revision : log) {
            now = revision.in(now);
        }
        assertThat(now).isEqualTo(last);
    }

    /** A document that jumps from anything to anything, as when another is taken in whole. */
    @Test
    void anyTwoDocumentsHaveARevisionBetweenThem() {
        Random random = new Random(3);
        List<Experiment> all = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            RandomEdits edits = new RandomEdits(i);
            Experiment one = document();
            for (int j = random.nextInt(30); j >= 0; j--) {
                one = edits.edit(one);
            }
            all.add(one);
        }
        for (Experiment one : all) {
            for (Experiment other : all) {
                assertThat(Revision.between(one, other).in(one)).isEqualTo(other);
                assertThat(Revision.between(one, other).back().in(other)).isEqualTo(one);
            }
        }
    }

    @Test
    void whoBranchedOffSomebodyThatIsChangedOrLeavesKeepsWhomItCameFrom() {
        Experiment was = document();
        ContenderSpec branch = was.contenders().get(1).copy("f", "Branch", 2, was.branchOff("b", 40));
        Experiment forked = was.withContenders(List.of(was.contenders().get(0), was.contenders().get(1), branch));
        Experiment left = Descent.settled(forked, forked.withContenders(List.of(forked.contenders().get(0), branch)));
        assertThat(left.contenders().get(1).fork().lineage()).containsExactly(was.contenders().get(1));
        Experiment renamed = forked.withContenders(forked.contenders().stream().map(one -> one.withName(one.name() + "!")).toList());
        assertThat(Descent.settled(forked, renamed)).as("a name is no course").isEqualTo(renamed);
    }
}
