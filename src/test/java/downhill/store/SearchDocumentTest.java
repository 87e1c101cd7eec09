package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.race.document.Experiment;
import downhill.race.document.Revision;
import downhill.race.document.SearchSpec;
import downhill.study.StudySettings;
import downhill.ui.session.Demo;
import downhill.ui.tune.TunePlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is searched for stands in the document; older documents and those of whom nobody has said anything have nothing of it. */
class SearchDocumentTest {
    private static final Path HERE = Path.of("");
    private static final SearchSpec OWN = new SearchSpec(List.of("learningRate=0.001..0.1:log", "momentum=0.5..0.99:if:optimizer=momentum",
            "optimizer=momentum,sgd"), Map.of("sampler", "sobol", "trials", "40", "folds", "3"), "study.db", "mine");

    private final Experiment demo = Demo.experiment("Iris");

    private static Experiment read(String text) {
        return ExperimentStore.read(text, "my.json", HERE).experiment();
    }

    @Test
    void itIsWrittenAndRead() {
        assertThat(read(ExperimentStore.text(demo.withSearch(OWN), HERE)).search()).isEqualTo(OWN);
        assertThat(ExperimentStore.text(demo, HERE)).doesNotContain("search");
        assertThat(read(ExperimentStore.text(demo, HERE)).search()).isNull();
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        String text = ExperimentStore.text(demo.withSearch(OWN), HERE);
        assertThatThrownBy(() -> read(text.replace("\"sobol\"", "\"guess\""))).hasMessageContaining("experiment.search.settings.sampler")
                .hasMessageContaining("guess").hasMessageContaining("tpe");
        assertThatThrownBy(() -> read(text.replace("0.001..0.1:log", "0.1..0.001"))).hasMessageContaining("experiment.search");
    }

    @Test
    void itIsAChangeThatCanBeUndoneAndTheRaceIsTheSame() {
        Experiment now = demo.withSearch(OWN);
        Revision revision = Revision.between(demo, now);
        assertThat(revision.in(demo)).isEqualTo(now);
        assertThat(revision.back().in(now)).isEqualTo(demo);
        assertThat(demo.differsInContendersAlone(now)).isTrue();
        assertThat(ExperimentStore.fingerprint(now, HERE)).isEqualTo(ExperimentStore.fingerprint(demo, HERE));
    }

    @Test
    void aPlanIsWhatItIsWrittenAs() {
        TunePlan plan = TunePlan.of(OWN);
        assertThat(plan.spec()).usingRecursiveComparison().isEqualTo(OWN);
        assertThat(TunePlan.of(plan.spec())).isEqualTo(plan);
        assertThat(plan.chosen().get(StudySettings.FOLDS)).isEqualTo(3);
        assertThat(TunePlan.of(null).spec()).as("as it comes").isNull();
    }
}
