package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.Checkpoint;
import downhill.race.Race;
import downhill.race.history.Curve;
import downhill.race.history.Series;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A race is killed (SIGKILL) at random moments while it is saved again and again, and each time the next process goes on with what was
 * left. Nothing that was saved is ever lost, and in the end the race is, bit for bit, the one that nobody interrupted.
 */
class KilledRaceTest {
    @TempDir
    private Path folder;
    private int during;

    @Test
    void aRaceKilledWhileItIsSavedLosesNothingThatWasSaved() throws Exception {
        killed(4);
    }

    @Test
    @Tag("soak")
    void aRaceKilledTwoHundredTimesLosesNothingThatWasSaved() throws Exception {
        killed(200);
    }

    private void killed(int times) throws Exception {
        Random random = new Random(11);
        long saved = -1;
        for (int i = 0; i < times; i++) {
            saved = life(random, saved);
        }
        Files.writeString(Path.of("target", "killed-race-" + times + ".txt"),
                times + " kills, " + during + " of them in the middle of a save; " + saved + " steps in the end\n");
        Checkpoint left = SessionStore.read(folder.resolve("1.downhill")).checkpoint();
        assertThat(left.clock()).isGreaterThanOrEqualTo(saved);
        isTheRaceThatNobodyInterrupted(left);
    }

    /** One process: it goes on at what was saved last, or later; gives what it has saved last itself. */
    private long life(Random random, long savedBefore) throws Exception {
        Path said = folder.resolve("said.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), KilledRace.class.getName(), folder.toString()).redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            while (lines(said).size() < 2) {
                assertThat(process.waitFor(5, TimeUnit.MILLISECONDS)).as("it ended by itself").isFalse();
            }
            process.waitFor(random.nextInt(150), TimeUnit.MILLISECONDS);
        } finally {
            process.destroyForcibly().waitFor();
        }
        during += unfinished() ? 1 : 0;
        List<Long> all = lines(said);
        assertThat(all.get(0)).as("goes on at").isGreaterThanOrEqualTo(Math.max(0, savedBefore));
        return all.get(all.size() - 1);
    }

    /** The numbers of the lines that are whole. */
    private static List<Long> lines(Path said) throws IOException {
        String text = Files.readString(said);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().map(line -> Long.parseLong(line.substring(line.indexOf(' ') + 1)))
                .toList();
    }

    private boolean unfinished() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + AtomicFiles.TEMPORARY)) {
            return files.iterator().hasNext();
        }
    }

    private static void isTheRaceThatNobodyInterrupted(Checkpoint left) {
        try (Race whole = SavedRaces.open(SavedRaces.iris(KilledRace.STEPS)); Race last = SavedRaces.open(left)) {
            last.ready().join();
            if (left.clock() > 0) {
                SavedRaces.runTo(whole, left.clock());
            }
            for (String id : new String[] {"a", "b"}) {
                Curve expected = whole.curve(id, Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 1 << 18);
                Curve actual = last.curve(id, Series.TRAIN_LOSS, 0, Long.MAX_VALUE, 1 << 18);
                assertThat(actual.x()).isEqualTo(expected.x());
                assertThat(actual.y()).isEqualTo(expected.y());
                assertThat(last.parametersAt(id, left.clock()).join()).isEqualTo(whole.parametersAt(id, left.clock()).join());
            }
        }
    }
}
