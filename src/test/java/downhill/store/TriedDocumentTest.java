package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.race.document.Document;
import downhill.race.document.Experiment;
import downhill.race.document.Revision;
import downhill.race.document.TriedRemedy;
import downhill.ui.session.Demo;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the run doctor tried stands in the document; documents in which nothing was tried have nothing of it. */
class TriedDocumentTest {
    private static final Path HERE = Path.of("");
    private static final TriedRemedy.Condition BEFORE = new TriedRemedy.Condition(0.3, Double.NaN, false, 0.5);
    private static final TriedRemedy.Effect EFFECT = new TriedRemedy.Effect("helped", "best-loss", 0.3, 0.1, 200, 1, 30);
    private static final TriedRemedy OWN = new TriedRemedy("t1", "rate-too-small", "c1", "SGD", "learningRate=0.01",
            List.of("remedy.number", "η", "0.01"), "c5", null, BEFORE, null);
    private static final TriedRemedy ALL = new TriedRemedy("t2", "classes-out-of-balance", null, null, "--class-weights balanced",
            List.of("remedy.weights"), null, "abc", BEFORE, EFFECT);

    private final Experiment demo = Demo.experiment("Iris");

    private static Experiment read(String text) {
        return ExperimentStore.read(text, "my.json", HERE).experiment();
    }

    @Test
    void itIsWrittenAndRead() {
        Experiment tried = demo.tried(OWN).tried(ALL);
        assertThat(read(ExperimentStore.text(tried, HERE))).isEqualTo(tried);
        assertThat(ExperimentStore.text(demo, HERE)).doesNotContain("treatments");
        assertThat(read(ExperimentStore.text(demo, HERE)).tried()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"rate-too-small, evil, ailment", "helped, cured, relief", "best-loss, luck, measure", "remedy.number, other.key, words",
        "t2, t1, used twice", "abc, '', ''"})
    void whatIsWrongIsSaidWithItsPlace(String was, String is, String where) {
        String text = ExperimentStore.text(demo.tried(OWN).tried(ALL), HERE);
        if (is.isEmpty()) {
            assertThatThrownBy(() -> read(text.replaceFirst("\"setup\"\\s*:\\s*\"abc\",", ""))).hasMessageContaining("branch or setup");
        } else {
            assertThatThrownBy(() -> read(text.replace('"' + was + '"', '"' + is + '"'))).hasMessageContaining("experiment.treatments[")
                    .hasMessageContaining(where);
        }
    }

    @Test
    void itIsAChangeThatCanBeUndoneAndTheRaceIsTheSame() {
        Experiment now = demo.tried(OWN);
        Revision revision = Revision.between(demo, now);
        assertThat(revision.in(demo)).isEqualTo(now);
        assertThat(revision.back().in(now)).isEqualTo(demo);
        assertThat(demo.differsInContendersAlone(now)).isTrue();
        assertThat(ExperimentStore.fingerprint(now, HERE)).isEqualTo(ExperimentStore.fingerprint(demo, HERE));
        assertThat(ExperimentStore.setup(now)).isEqualTo(ExperimentStore.setup(demo));
        assertThat(ExperimentStore.setup(demo.withTraining(demo.training().withSteps(7)))).isNotEqualTo(ExperimentStore.setup(demo));
    }

    /** What came of it is written down beside: nothing that can be undone, and undoing something else leaves it. */
    @Test
    void whatCameOfItIsNoDeed() {
        Document document = new Document(demo);
        Revision begun = document.edit(now -> now.tried(OWN)).revision();
        Revision titled = document.edit(now -> now.withTitle("Mine")).revision();
        document.note(now -> now.tried(OWN.with(EFFECT)));
        assertThat(Revision.between(document.now().tried(OWN), document.now()).isEmpty()).isTrue();
        document.edit(titled.back()::in);
        assertThat(document.now().tried()).containsExactly(OWN.with(EFFECT));
        document.edit(begun.back()::in);
        assertThat(document.now()).isEqualTo(demo);
    }

    @Test
    void aNameThatWouldTurnTheLetterOrderIsShownByItsCodePoint() {
        assertThat(new TriedRemedy("t", "diverging", "c", "a\u202Eb", "x=1", List.of("remedy.l2", "\u0007"), "d", null, BEFORE, null))
                .extracting(TriedRemedy::name).isEqualTo("a[U+202E]b");
    }
}
