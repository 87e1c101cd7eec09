package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.study.Studies;
import downhill.study.sample.TpeSampler;
import downhill.study.stop.HyperbandPruner;
import downhill.study.trial.MemoryLedger;
import downhill.study.trial.Trial;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A study whose process is killed without warning goes on with nothing lost and the same trials. */
class StudyKillTest {
    private static final int TRIALS = 120;

    @TempDir
    private Path folder;

    /** The process that is killed. */
    public static void main(String[] arguments) {
        try (StudyStore store = open(Path.of(arguments[0]))) {
            Studies.run(store, new TpeSampler(3), new HyperbandPruner(), TRIALS, () -> {
                sleep();
                return true;
            });
        }
    }

    /** So that a kill falls between any two writes. */
    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(8);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static StudyStore open(Path file) {
        return new StudyStore(file, "downhill", Studies.space(), "one");
    }

    @Test
    void killedThreeTimes() throws Exception {
        killed(3, 11);
    }

    @Test
    @Tag("soak")
    void killedFiftyTimes() throws Exception {
        for (int round = 0; round < 10; round++) {
            killed(5, round);
        }
    }

    private void killed(int times, long seed) throws Exception {
        Path file = folder.resolve("study" + seed + ".db");
        Random random = new Random(seed);
        open(file).close();
        int before = 0;
        for (int i = 0; i < times; i++) {
            Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
                    StudyKillTest.class.getName(), file.toString())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            int wanted = before + 2 + random.nextInt(30);
            int seen = awaitReports(file, process, wanted);
            process.destroyForcibly().waitFor();
            int after = reports(file);
            assertThat(after).as("what was seen written is there").isGreaterThanOrEqualTo(seen);
            before = after;
        }
        try (StudyStore store = open(file)) {
            assertThat(Studies.run(store, new TpeSampler(3), new HyperbandPruner(), TRIALS, () -> true)).isTrue();
            assertThat(store.trials()).isEqualTo(expected());
        }
        Files.delete(file);
    }

    private static int awaitReports(Path file, Process process, int wanted) throws InterruptedException {
        int seen = 0;
        try (StudyStore watching = open(file)) {
            while (seen < wanted && process.isAlive()) {
                seen = count(watching.trials());
                TimeUnit.MILLISECONDS.sleep(2);
            }
        }
        return seen;
    }

    private static int reports(Path file) {
        try (StudyStore store = open(file)) {
            return count(store.trials());
        }
    }

    private static int count(List<Trial> trials) {
        return trials.stream().mapToInt(trial -> trial.reports().size()).sum();
    }

    private static List<Trial> expected() {
        MemoryLedger ledger = new MemoryLedger();
        Studies.run(ledger, new TpeSampler(3), new HyperbandPruner(), TRIALS, () -> true);
        return ledger.trials();
    }
}
