package downhill.ui.tune;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.document.Experiment;
import downhill.store.StudyFile;
import downhill.study.StudySettings;
import downhill.ui.session.Demo;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a plan notes of itself in a file of studies is what a report reads there. */
class TunePlanTest {
    @Test
    void aPlanNotesHowItSearchesAndWhat() {
        Experiment demo = Demo.experiment("Iris");
        Experiment experiment = demo.withTraining(demo.training().withSteps(123));
        TunePlan plan = TunePlan.start().withChosen(TunePlan.start().chosen().with(StudySettings.SAMPLER, StudySettings.SamplerName.SOBOL)
                .with(StudySettings.PRUNER, StudySettings.PrunerName.HALVING));
        assertThat(plan.notes(experiment, "accuracy")).isEqualTo(Map.of(StudyFile.OF, "Iris", StudyFile.SAMPLER, "sobol", StudyFile.PRUNER,
                "halving", StudyFile.MEASURE, "accuracy", StudyFile.STEPS, "123"));
        assertThat(TunePlan.start().notes(demo, "loss")).as("what nobody chose is noted as it is").containsEntry(StudyFile.SAMPLER, "tpe")
                .containsEntry(StudyFile.PRUNER, "median");
    }
}
