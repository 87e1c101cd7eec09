package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.race.document.EvaluationSpec;
import downhill.race.document.EvaluationSpec.Division;
import downhill.race.document.Experiment;
import downhill.race.document.NestedSpec;
import downhill.race.document.NestedSpec.Over;
import downhill.race.document.Revision;
import downhill.ui.session.Demo;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** How contenders are judged stands in the document, can be undone, and no race depends on it. */
class EvaluationDocumentTest {
    private static final Path HERE = Path.of("");
    private static final EvaluationSpec OWN = new EvaluationSpec(Division.GROUPS, 7, 3, "petal_width", "logLoss", 0.02,
            new NestedSpec(3, Over.ALL));

    private final Experiment demo = Demo.experiment("Iris");

    private static Experiment read(String text) {
        return ExperimentStore.read(text, "my.json", HERE).experiment();
    }

    @Test
    void itIsWrittenAndReadAndAsUsualNothingIsWritten() {
        String text = ExperimentStore.text(demo.withEvaluation(OWN), HERE);
        assertThat(read(text).evaluated()).isEqualTo(OWN);
        assertThat(ExperimentStore.text(demo.withEvaluation(EvaluationSpec.USUAL), HERE)).isEqualTo(ExperimentStore.text(demo, HERE))
                .doesNotContain("evaluation");
        assertThat(read(ExperimentStore.text(demo, HERE)).evaluated()).isEqualTo(EvaluationSpec.USUAL);
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        String text = ExperimentStore.text(demo.withEvaluation(OWN), HERE);
        assertThatThrownBy(() -> read(text.replace("\"logLoss\"", "\"sharpness\""))).hasMessageContaining("experiment.evaluation.metric")
                .hasMessageContaining("sharpness").hasMessageContaining("rocAuc");
        assertThatThrownBy(() -> read(text.replaceAll("\"folds\" *: *7", "\"folds\" : 1")))
                .hasMessageContaining("experiment.evaluation.folds");
        assertThatThrownBy(() -> read(text.replaceAll("\"trials\" *: *3", "\"trials\" : 0")))
                .hasMessageContaining("experiment.evaluation.nested.trials");
    }

    @Test
    void itIsAChangeThatCanBeUndoneAndTheRaceIsTheSame() {
        Experiment now = demo.withEvaluation(OWN).withSeed(3).withTitle("Mine");
        Revision revision = Revision.between(demo, now);
        assertThat(revision.in(demo)).isEqualTo(now);
        assertThat(revision.back().in(now)).isEqualTo(demo);
        assertThat(demo.differsInContendersAlone(demo.withEvaluation(OWN))).isTrue();
        assertThat(ExperimentStore.fingerprint(demo.withEvaluation(OWN), HERE)).isEqualTo(ExperimentStore.fingerprint(demo, HERE));
    }
}
