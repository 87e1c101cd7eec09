package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.compress.FormSettings;
import downhill.compress.FormWish;
import downhill.compress.PruneBy;
import downhill.compress.SmallForm;
import downhill.race.document.Experiment;
import downhill.race.document.FormSpec;
import downhill.race.document.Revision;
import downhill.ui.session.Demo;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Smaller forms that are wished for stand in the document; older documents and those of whom nobody has said anything have none. */
class ShrinkDocumentTest {
    private static final Path HERE = Path.of("");
    private static final List<FormWish> ALL = List.of(FormWish.quantised(SmallForm.INT4),
            new FormWish(FormWish.Kind.PRUNE, 0.125, PruneBy.NEURON, 7, "", SmallForm.INT8_STATIC), FormWish.pruned(0.5, 0),
            FormWish.taught("tree:12", 30), FormWish.averaged(40).with(SmallForm.BINARY));
    private static final List<FormSpec> OWN = ALL.stream().map(each -> new FormSpec(each.texts())).toList();

    private final Experiment demo = Demo.experiment("Iris");

    private static Experiment read(String text) {
        return ExperimentStore.read(text, "my.json", HERE).experiment();
    }

    @Test
    void eachIsWrittenAndReadAsItIs() {
        String text = ExperimentStore.text(demo.withShrink(OWN), HERE);
        assertThat(read(text).shrink()).isEqualTo(OWN);
        assertThat(OWN.stream().map(each -> FormWish.of(each.settings(), "")).toList()).isEqualTo(ALL);
        assertThat(text).contains("\"share\" : \"0.125\"", "\"form\" : \"int8-static\"").doesNotContain("temperature");
        assertThat(ExperimentStore.text(demo, HERE)).doesNotContain("shrink");
        assertThat(read(ExperimentStore.text(demo.withShrink(List.of()), HERE)).shrink()).as("none is not as usual").isEmpty();
    }

    @Test
    void whatIsLeftOutIsAsUsual() {
        assertThat(FormWish.of(Map.of(), "")).isEqualTo(FormWish.pruned(FormSettings.SHARE.usual(), FormSettings.STEPS.usual()));
    }

    @Test
    void whatIsWrongIsSaidWithItsPlace() {
        String text = ExperimentStore.text(demo.withShrink(OWN), HERE);
        assertThatThrownBy(() -> read(text.replace("\"0.125\"", "\"1.125\""))).hasMessageContaining("experiment.shrink[1].settings.share")
                .hasMessageContaining("1.125");
        assertThatThrownBy(() -> read(text.replace("\"int4\"", "\"int3\""))).hasMessageContaining("experiment.shrink[0]")
                .hasMessageContaining("int3");
        assertThatThrownBy(() -> read(text.replace("\"share\"", "\"part\""))).hasMessageContaining("settings.part")
                .hasMessageContaining("share");
    }

    @Test
    void theyAreAChangeThatCanBeUndoneAndTheRaceIsTheSame() {
        Experiment now = demo.withShrink(OWN);
        Revision revision = Revision.between(demo, now);
        assertThat(revision.in(demo)).isEqualTo(now);
        assertThat(revision.back().in(now)).isEqualTo(demo);
        assertThat(demo.differsInContendersAlone(now)).isTrue();
        assertThat(ExperimentStore.fingerprint(now, HERE)).isEqualTo(ExperimentStore.fingerprint(demo, HERE));
    }
}
