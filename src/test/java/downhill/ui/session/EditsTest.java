package downhill.ui.session;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.engine.Precision;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EditsTest {
    private static final ContenderSpec PARENT = ContenderSpec.of("a", "Adam", "adam", Map.of(), 0);
    private static final ContenderSpec BRANCH = ContenderSpec.of("f", "Branch", "adam", Map.of(), 1)
            .withFork(new ContenderSpec.Fork("a", 5, Map.of()));
    private static final Experiment DOCUMENT = new Experiment("t", new Problem.Surface("sphere", 1, 1), TrainingSpec.of(9, 0),
            List.of(PARENT, BRANCH), 1, Precision.FLOAT);

    @Test
    void theDocumentTakesOverFromTheRaceWhomABranchCameFrom() {
        ContenderSpec kept = BRANCH.withFork(new ContenderSpec.Fork("a", 5, Map.of(), List.of(PARENT)));
        Experiment raced = Edits.contender(DOCUMENT, "f", one -> kept);
        assertThat(Edits.adopted(DOCUMENT, raced).contenders()).containsExactly(PARENT, kept);
        assertThat(Edits.adopted(raced, raced)).isEqualTo(raced);
    }

    @Test
    void namesAndColoursOfTheDocumentStay() {
        Experiment renamed = Edits.contender(DOCUMENT, "a", one -> one.withName("Other").withStyle(7));
        Experiment raced = Edits.contender(DOCUMENT, "a",
                one -> one.withChanges(List.of(new ContenderSpec.Change(3, "learningRate", 0.5))));
        ContenderSpec adopted = Edits.adopted(renamed, raced).contenders().get(0);
        assertThat(adopted.name()).isEqualTo("Other");
        assertThat(adopted.style()).isEqualTo(7);
        assertThat(adopted.changes()).hasSize(1);
    }
}
