package downhill.race.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.engine.Precision;
import downhill.words.RefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever changes a document changes the one that all have. */
class DocumentTest {
    private static final Experiment FIRST = new Experiment("First", new Problem.Surface("sphere", 1, 1), TrainingSpec.of(900, 0),
            List.of(contender("a"), contender("b")), 1, Precision.FLOAT);

    private static ContenderSpec contender(String id) {
        return ContenderSpec.of(id, id, "adam", Map.of("learningRate", 0.1), 0);
    }

    private static UnaryOperator<ContenderSpec> changed(long step, double value) {
        return one -> one.withChanges(List.of(new ContenderSpec.Change(step, "learningRate", value)));
    }

    @Test
    void whatManyDoAtTheSameTimeIsAllDoneAndHeardInOneOrder() {
        Document document = new Document(FIRST);
        List<Document.Edit> heard = new ArrayList<>();
        document.follow(heard::add);
        List<CompletableFuture<Void>> all = IntStream.range(0, 4).mapToObj(who -> CompletableFuture.runAsync(() -> {
            for (int i = 0; i < 50; i++) {
                String id = "n" + who + "-" + i;
                document.edit(now -> now.withContenders(IntStream.rangeClosed(0, now.contenders().size())
                        .mapToObj(at -> at < now.contenders().size() ? now.contenders().get(at) : contender(id)).toList()));
            }
        })).toList();
        all.forEach(CompletableFuture::join);
        assertThat(document.now().contenders()).hasSize(202);
        Experiment replayed = FIRST;
        for (Document.Edit edit : heard) {
            assertThat(edit.was()).isEqualTo(replayed);
            replayed = edit.revision().in(replayed);
        }
        assertThat(heard).hasSize(200);
        assertThat(replayed).isEqualTo(document.now());
    }

    @Test
    void whatChangesNothingIsNoEditAndWhatIsRefusedLeavesAllAsItWas() {
        Document document = new Document(FIRST);
        List<Document.Edit> heard = new ArrayList<>();
        document.follow(heard::add);
        assertThat(document.edit(now -> now).revision().isEmpty()).isTrue();
        assertThatThrownBy(() -> new Roster(document).add(contender("a"))).isInstanceOf(RefusedException.class);
        assertThat(heard).isEmpty();
        assertThat(document.now()).isEqualTo(FIRST);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aRaceSeesTheDocumentAslongAsItIsThatOfItsRaceAndThenWhatItSawLast(long seed) {
        RandomEdits edits = new RandomEdits(seed);
        Document document = new Document(FIRST);
        Roster roster = new Roster(document);
        Experiment last = FIRST;
        boolean follows = true;
        for (int i = 0; i < 60; i++) {
            document.edit(edits::edit);
            follows &= FIRST.differsInContendersAlone(document.now());
            last = follows ? document.now() : last;
            assertThat(roster.experiment()).isEqualTo(last);
            assertThat(roster.follows()).isEqualTo(follows);
        }
        assertThat(follows).as("some edit makes it another race").isFalse();
    }

    @Test
    void aNumberAndATitleChangedAtTheSameTimeAreBothKept() {
        Document document = new Document(FIRST);
        Roster roster = new Roster(document);
        document.edit(now -> now.withTitle("Second"));
        roster.divert("a", 7, changed(7, 0.5));
        assertThat(document.now().title()).isEqualTo("Second");
        assertThat(roster.require("a").changes()).hasSize(1);
        assertThat(roster.experiment()).isSameAs(document.now());
    }

    @Test
    void whatWasAskedOfARaceBeforeItsDocumentBecameAnothersIsInBoth() {
        Document document = new Document(FIRST);
        Roster roster = new Roster(document);
        document.edit(now -> now.withTraining(now.training().withSteps(2000)));
        roster.divert("a", 7, changed(7, 0.5));
        assertThat(roster.require("a").changes()).hasSize(1);
        assertThat(roster.experiment().training().steps()).isEqualTo(900);
        assertThat(Descent.byId(document.now(), "a").changes()).hasSize(1);
        assertThat(document.now().training().steps()).isEqualTo(2000);
    }

    @Test
    void aClosedOneHearsNothing() {
        Document document = new Document(FIRST);
        Roster roster = new Roster(document);
        roster.close();
        document.edit(now -> now.withTitle("Second"));
        assertThat(roster.experiment()).isEqualTo(FIRST);
    }

    @Test
    void noEditAndNoUndoingTakesALookBack() {
        Document document = new Document(FIRST);
        Roster race = new Roster(document);
        List<Document.Edit> heard = new ArrayList<>();
        document.follow(heard::add);
        Revision longer = document.edit(now -> now.withTitle("Second")).revision();
        document.note(now -> now.looked(new Look("2026-01-01T00:00:00Z", Map.of("seed", "1"))));
        document.edit(longer.back()::in);
        document.restart(now -> FIRST.withTitle("Third"));
        assertThat(document.now().looked()).hasSize(1);
        assertThat(document.now().title()).isEqualTo("Third");
        assertThat(heard).hasSize(4);
        assertThat(race.follows()).as("a look is no reason to begin again").isTrue();
    }
}
