package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.lesson.Given;
import downhill.lesson.LessonWork;
import downhill.race.Checkpoint;
import downhill.race.Race;
import downhill.race.RaceState;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.history.Curve;
import downhill.race.history.EarlierRace;
import downhill.race.history.Series;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionStoreTest {
    private static final SessionPlace PLACE = new SessionPlace("/home/me/race.downhill", "/home/me", true, "b");
    private static final long PLENTY = 1L << 30;
    private static Checkpoint saved;
    @TempDir
    private Path folder;
    private Path file;

    @BeforeAll
    static void race() {
        try (Race race = SavedRaces.open(SavedRaces.iris(200))) {
            SavedRaces.runTo(race, 150);
            saved = race.checkpoint().join();
        }
    }

    @BeforeEach
    void save() {
        file = folder.resolve("race.downhill");
        SessionStore.write(file, saved, folder, PLACE);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everythingComesBackBitForBit() throws IOException {
        OpenedSession opened = SessionStore.read(file);
        assertThat(opened.experiment()).isEqualTo(saved.experiment());
        assertThat(opened.place()).isEqualTo(PLACE);
        assertThat(opened.notices()).isEmpty();
        Checkpoint back = opened.checkpoint();
        assertThat(List.of(back.clock(), back.spacing(), back.watched()))
                .isEqualTo(List.of(saved.clock(), saved.spacing(), saved.watched()));
        assertThat(back.echoes()).containsExactlyInAnyOrderElementsOf(saved.echoes());
        assertThat(SessionParts.courses(back)).isEqualTo(SessionParts.courses(saved));
        assertThat(SessionStore.info(file).step()).isEqualTo(150);
        assertThat(names()).containsExactly("race.downhill");
    }

    @Test
    void aSessionOpenedAgainGoesOnAsTheRaceThatWasNotInterrupted() {
        try (Race whole = SavedRaces.open(SavedRaces.iris(200)); Race second = SavedRaces.open(SessionStore.read(file).checkpoint())) {
            for (Race race : List.of(whole, second)) {
                race.start();
                SavedRaces.await(race, RaceState.ENDED);
            }
            for (String id : List.of("a", "b")) {
                assertThat(second.curve(id, Series.TRAIN_LOSS, 0, 200, 1000).y()).hasSize(200)
                        .isEqualTo(whole.curve(id, Series.TRAIN_LOSS, 0, 200, 1000).y());
                assertThat(second.parametersAt(id, 200).join()).isEqualTo(whole.parametersAt(id, 200).join());
                assertThat(second.parametersAt(id, 77).join()).isEqualTo(whole.parametersAt(id, 77).join());
                for (Series side : List.of(Series.VALIDATION_LOW, Series.VALIDATION_HIGH)) {
                    assertThat(second.curve(id, side, 0, 201, 1000)).usingRecursiveComparison()
                            .isEqualTo(whole.curve(id, side, 0, 201, 1000));
                }
            }
        }
    }

    /** Files as each version wrote them; never to be changed. */
    @ParameterizedTest
    @ValueSource(strings = {"session-1.downhill", "session-2.downhill", "session-3.downhill"})
    void everyVersionIsStillRead(String name) throws IOException {
        try (var in = SessionStoreTest.class.getResourceAsStream("/documents/" + name)) {
            Path frozen = Files.write(folder.resolve(name), in.readAllBytes());
            OpenedSession opened = SessionStore.read(frozen);
            assertThat(opened.checkpoint().clock()).isEqualTo(40);
            assertThat(opened.place().earlier()).extracting(EarlierRace::name)
                    .isEqualTo(name.equals("session-3.downhill") ? List.of("Race 1") : List.of());
            try (Race race = SavedRaces.open(opened.checkpoint())) {
                race.ready().join();
                assertThat(race.refused()).isEmpty();
                assertThat(race.curve("a", Series.TRAIN_LOSS, 0, 100, 1000).y()).hasSize(40);
                assertThat(race.path("a")).hasSize(11).allSatisfy(point -> assertThat(point.answer()).isSameAs(point.parameters()));
                race.start();
                SavedRaces.await(race, RaceState.ENDED);
                assertThat(race.snapshot().contenders()).allSatisfy(one -> assertThat(one.step()).isEqualTo(60));
            }
        }
    }

    /** What was done of a lesson is in files of the version that has it. */
    @Test
    void whatWasDoneOfALessonIsStillRead() throws IOException {
        try (var in = SessionStoreTest.class.getResourceAsStream("/documents/session-4.downhill")) {
            LessonWork work = SessionStore.read(Files.write(folder.resolve("4.downhill"), in.readAllBytes())).place().lesson();
            assertThat(work.lesson()).isEqualTo("momentum");
            assertThat(work.of("limit").orElseThrow().given()).isEqualTo(new Given.Typed(2));
            assertThat(work.answers()).extracting(LessonWork.Answered::step).contains("valley", "where", "draw", "tune");
        }
    }

    /**
     * Of two seeds the mean lies in the middle of least and greatest; one seed has no range, and the seeds of an old file have
     * none before.
     */
    @Test
    void everyValidationOfSeveralSeedsHasItsRange() throws IOException {
        try (Race race = SavedRaces.open(saved); var in = SessionStoreTest.class.getResourceAsStream("/documents/session-2.downhill")) {
            race.ready().join();
            Curve mean = race.curve("b", Series.VALIDATION_LOSS, 0, 151, 1000);
            Curve low = race.curve("b", Series.VALIDATION_LOW, 0, 151, 1000);
            Curve high = race.curve("b", Series.VALIDATION_HIGH, 0, 151, 1000);
            assertThat(mean.y()).hasSizeGreaterThan(10);
            assertThat(low.x()).isEqualTo(mean.x());
            for (int i = 0; i < mean.y().length; i++) {
                assertThat(low.y()[i]).isLessThan(high.y()[i]);
                assertThat((low.y()[i] + high.y()[i]) / 2).isCloseTo(mean.y()[i], Offset.offset(1e-12));
            }
            assertThat(race.curve("a", Series.VALIDATION_LOW, 0, 151, 1000).y()).isEmpty();
            Path frozen = Files.write(folder.resolve("session-2.downhill"), in.readAllBytes());
            try (Race old = SavedRaces.open(SessionStore.read(frozen).checkpoint())) {
                old.start();
                SavedRaces.await(old, RaceState.ENDED);
                assertThat(old.curve("b", Series.VALIDATION_LOSS, 0, 61, 1000).x()[0]).isLessThanOrEqualTo(40);
                assertThat(old.curve("b", Series.VALIDATION_LOW, 0, 61, 1000).x()[0]).isGreaterThan(40);
            }
        }
    }

    /** Schedule-free SGD is asked at its average: on its way, where it stands and in what is saved, before and after. */
    @Test
    void whereARuleIsAskedComesBackToo() {
        try (Race race = SavedRaces.open(averaging())) {
            SavedRaces.runTo(race, 40);
            SessionStore.write(file, race.checkpoint().join(), folder, PLACE);
            try (Race again = SavedRaces.open(SessionStore.read(file).checkpoint())) {
                again.ready().join();
                assertThat(again.answerAt("c", 40).join()).isEqualTo(race.answerAt("c", 40).join())
                        .isNotEqualTo(race.parametersAt("c", 40).join());
                assertThat(again.answerAt("c", 17).join()).isEqualTo(race.answerAt("c", 17).join());
                assertThat(again.path("c")).hasSize(11).allSatisfy(point ->
                        assertThat(point.answer()).isEqualTo(race.answerAt("c", point.step()).join()));
            }
        }
    }

    private static Experiment averaging() {
        List<ContenderSpec> all = new ArrayList<>(SavedRaces.iris(60).contenders());
        all.add(ContenderSpec.of("c", "Average", "schedule-free-sgd", Map.of("learningRate", 0.5), 2));
        return SavedRaces.iris(60).withContenders(all);
    }

    @Test
    void theDocumentInsideIsADocument() throws IOException {
        byte[] document = SessionParts.entries(file).get(SessionStore.DOCUMENT);
        assertThat(ExperimentStore.read(new String(document, StandardCharsets.UTF_8), "inside", folder).experiment())
                .isEqualTo(saved.experiment());
        assertThat(SessionStore.isSession(file)).isTrue();
        assertThat(SessionStore.isSession(Files.write(folder.resolve("e.downhill"), document))).isFalse();
    }

    @Test
    void theSaveBeforeIsKept() throws IOException {
        byte[] before = Files.readAllBytes(file);
        SessionStore.write(file, saved, folder, SessionPlace.NOWHERE);
        assertThat(Files.readAllBytes(folder.resolve("race.downhill.previous"))).isEqualTo(before);
        SessionStore.write(file, saved, folder, PLACE);
        assertThat(names()).containsExactly("race.downhill", "race.downhill.previous");
        assertThat(SessionStore.read(folder.resolve("race.downhill.previous")).place()).isEqualTo(SessionPlace.NOWHERE);
    }

    /** A disk that fails at some byte. */
    private static OutputStream failing(OutputStream disk, int after, String reason) {
        return new FilterOutputStream(disk) {
            private int written;

            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                written += length;
                if (written > after) {
                    throw new IOException(reason);
                }
                out.write(bytes, from, length);
            }
        };
    }

    @ParameterizedTest
    @CsvSource({"No space left on device,the disk is full; free some space or choose another folder",
            "Input/output error,Input/output error"})
    void aDiskThatFailsAtAnyPlaceLeavesTheOldFile(String reason, String told) throws IOException {
        byte[] before = Files.readAllBytes(file);
        for (int after = 0; after < before.length; after += 1 + before.length / 40) {
            int limit = after;
            assertThatThrownBy(() -> SessionStore.write(file, saved, folder, PLACE, null, disk -> failing(disk, limit, reason)))
                    .isInstanceOf(StoreException.class).hasMessage(file + " cannot be saved: " + told + ".");
            assertThat(Files.readAllBytes(file)).isEqualTo(before);
            assertThat(names()).containsExactly("race.downhill");
        }
    }

    @Test
    void aSessionThatNeedsMoreMemoryThanThereIsIsRefused() {
        assertThatThrownBy(() -> SessionStore.read(file, 10_000)).isInstanceOf(StoreException.class)
                .hasMessage(file + " cannot be opened: it needs more memory than there is.");
        assertThat(SessionStore.read(file, PLENTY).checkpoint().clock()).isEqualTo(150);
    }
}
