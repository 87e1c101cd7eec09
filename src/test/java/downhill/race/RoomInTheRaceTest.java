package downhill.race;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.data.source.SampleData;
import downhill.model.Activation;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelException;
import downhill.model.ModelSpec;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Document;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Contenders and seeds for which there is no memory are refused before a race that runs takes them in; whoever is in it stays. */
class RoomInTheRaceTest {
    /** Of a model with four million parameters these need more than any machine of today has. */
    private static final int SEEDS = 1000;
    private static final int STEPS = 3;

    private Document document;
    private Race race;

    @BeforeEach
    void open() {
        ModelSpec model = new ModelSpec(new Architecture.Mlp(List.of(2000, 2000), Activation.TANH), Loss.CROSS_ENTROPY);
        document = new Document(Races.experiment(new Problem.Learning(SampleData.of("iris").spec(), model),
                TrainingSpec.of(100, 1), Races.contender("a", "sgd", 0.01)));
        race = Races.open(document, RaceOptions.alone());
        race.step(STEPS);
        Races.await(race, snapshot -> snapshot.step() == STEPS && snapshot.state() == RaceState.PAUSED);
    }

    @AfterEach
    void close() {
        race.close();
    }

    private static ContenderSpec many(String id) {
        return Races.contender(id, "sgd", 0.02).withSeeds(SEEDS);
    }

    /** Whoever asks is answered at once, in words; the document and the race are what they were. */
    private void refused(ThrowingCallable what) {
        Experiment before = race.experiment();
        assertThatThrownBy(what).isInstanceOf(ModelException.class).hasMessageContaining("would take about");
        Races.settle(race);
        assertThat(race.experiment()).isEqualTo(before);
        RaceSnapshot.Standing standing = Races.standing(race.snapshot(), "a");
        assertThat(standing.outcome()).isEqualTo(Outcome.RUNNING);
        assertThat(standing.step()).isEqualTo(STEPS);
        assertThat(race.recordedSteps("a")).isEqualTo(STEPS);
    }

    @Test
    void anotherContender() {
        refused(() -> race.add(many("b")));
    }

    @Test
    void moreSeeds() {
        refused(() -> race.replace(race.experiment().contenders().get(0).withSeeds(SEEDS)));
    }

    @Test
    void anotherDocument() {
        Experiment wanted = race.experiment().withContenders(List.of(race.experiment().contenders().get(0), many("b")));
        assertThat(race.objection(wanted).orElseThrow().toString()).contains("would take about");
        assertThat(race.objection(race.experiment())).isEmpty();
        refused(() -> document.edit(was -> wanted));
    }

    /** Of a function of two numbers two thousand runs have room. */
    @Test
    void onASurfaceThereIsRoom() {
        Experiment surface = Races.experiment(new Problem.Surface("rosenbrock", -1, 1), TrainingSpec.of(10, 1),
                Races.contender("a", "sgd", 0.01));
        try (Race small = Races.open(surface)) {
            Races.await(small, RaceState.PAUSED);
            assertThat(small.objection(surface.withContenders(List.of(many("a"), many("b"))))).isEmpty();
        }
    }
}
