package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.Checkpoint;
import downhill.race.Race;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A session with a damaged bit, a piece missing or a piece twice is never another session: it is refused, or it is itself. */
class DamagedBitsTest {
    private static final SessionPlace PLACE = new SessionPlace("/home/me/race.downhill", "/home/me", true, "b");
    private static final int HEADERS = 70;
    private static final int ELSEWHERE = 80;
    private static Checkpoint saved;
    private static byte[] courses;
    @TempDir
    private Path folder;
    private Path file;
    private byte[] whole;

    @BeforeAll
    static void race() throws IOException {
        try (Race race = SavedRaces.open(SavedRaces.surface(300))) {
            SavedRaces.runTo(race, 120);
            saved = race.checkpoint().join();
        }
        courses = SessionParts.courses(saved);
    }

    @BeforeEach
    void save() throws IOException {
        file = folder.resolve("race.downhill");
        SessionStore.write(file, saved, folder, PLACE);
        whole = Files.readAllBytes(file);
    }

    /** Whether it was refused; if not, it is what was saved, to the bit. */
    private boolean refused(byte[] bytes, String how) throws IOException {
        Files.write(file, bytes);
        try {
            OpenedSession opened = SessionStore.read(file);
            assertThat(SessionParts.courses(opened.checkpoint())).as(how).isEqualTo(courses);
            assertThat(opened.experiment()).as(how).isEqualTo(saved.experiment());
            assertThat(opened.checkpoint().clock()).as(how).isEqualTo(saved.clock());
            assertThat(opened.place()).as(how).isEqualTo(PLACE);
            return false;
        } catch (StoreException e) {
            assertThat(e.getMessage()).as(how).startsWith(file.toString()).doesNotContain("\n", "invalid", "CRC", "oversubscribed", "null")
                    .hasSizeLessThan(600);
            return true;
        }
    }

    private IntStream places() {
        int stride = Math.max(1, whole.length / ELSEWHERE);
        return IntStream.concat(IntStream.range(0, Math.min(HEADERS, whole.length)), IntStream.iterate(HEADERS, at -> at < whole.length,
                at -> at + stride));
    }

    @Test
    void aDamagedBitIsRefusedOrOfNoConsequence() throws IOException {
        int refused = 0;
        for (int at : places().toArray()) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << at % 8);
            refused += refused(damaged, "bit " + at % 8 + " of byte " + at) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(ELSEWHERE / 2);
    }

    @Test
    void aPieceMissingOrTwiceIsRefusedOrOfNoConsequence() throws IOException {
        Random random = new Random(3);
        int refused = 0;
        for (int i = 0; i < 60; i++) {
            int from = random.nextInt(whole.length);
            int to = Math.min(whole.length, from + 1 + random.nextInt(40));
            int again = random.nextBoolean() ? from : to;
            byte[] damaged = Arrays.copyOf(whole, to + whole.length - again);
            System.arraycopy(whole, again, damaged, again == from ? to : from, whole.length - again);
            damaged = again == from ? damaged : Arrays.copyOf(damaged, from + whole.length - to);
            refused += refused(damaged, from + " to " + to + (again == from ? " twice" : " missing")) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(30);
    }

    /** What is told of a file without opening it is right, or it is refused. */
    @Test
    void whatIsToldOfADamagedFileIsRight() throws IOException {
        SessionInfo right = SessionStore.info(file);
        assertThat(right.title()).isEqualTo(saved.experiment().title());
        int refused = 0;
        for (int at : places().toArray()) {
            byte[] damaged = whole.clone();
            damaged[at] ^= (byte) (1 << at % 8);
            Files.write(file, damaged);
            try {
                assertThat(SessionStore.info(file)).as("byte %d", at).isEqualTo(right);
            } catch (StoreException e) {
                refused++;
                assertThat(e.getMessage()).startsWith(file.toString()).doesNotContain("\n");
            }
        }
        assertThat(refused).isPositive();
    }
}
