package downhill.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.cluster.spark.PackagedCluster.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rows that a master and two workers as processes of their own share: bits of this machine's cores, also where one of them is killed. */
class SparkRowsTest {
    private static PackagedCluster cluster;
    private static String parts;

    @BeforeAll
    static void start() throws Exception {
        cluster = PackagedCluster.shared();
        parts = parts();
    }

    /** Rows in three files; a category is in the first alone, a row is cut short. */
    private static String parts() throws IOException {
        Path parts = Files.createDirectory(cluster.folder().resolve("parts"));
        for (int file = 0; file < 3; file++) {
            StringBuilder rows = new StringBuilder("x,kind,y\n");
            for (int i = 0; i < 200; i++) {
                double x = Math.sin(31 * file + i);
                String kind = file == 0 && i % 9 == 0 ? "odd" : "usual";
                rows.append(x).append(',').append(kind).append(i == 77 ? "" : "," + (3 * x + i % 4)).append('\n');
            }
            Files.writeString(parts.resolve("part-" + file + ".csv"), rows);
        }
        return parts + "/*.csv";
    }

    private static List<String> compare(String files, String on, Path out) {
        return List.of("compare", files, "--target", "y", "--model", "mlp", "--optimizers", "sgd,adam", "--steps", "300", "--batch", "0",
                "--precision", "double", "--on", on, "--out", out.toString());
    }

    /**
     * A race whose program was killed begins anew, and what was there before is as it was. In the next one a worker is killed: its rows
     * are read again by the other, and the sums come in the same order.
     */
    @Test
    void theProgramIsKilledAndThenAWorkerThatHasRowsAndTheSameBitsComeOfIt() throws Exception {
        cluster.whole();
        Path here = cluster.folder().resolve("here");
        Path there = cluster.folder().resolve("there");
        assertThat(PackagedCluster.here(compare(parts, "cores[2]", here)).err()).contains("3 of 600 rows of the file were left out");
        long started = System.currentTimeMillis();
        Process first = cluster.downhill(cluster.conf(), compare(parts, cluster.master(), there));
        assertThat(grows(first, there, started)).as("the program was killed while steps went on").isTrue();
        List<ProcessHandle> orphans = cluster.executors();
        PackagedCluster.kill(first);
        assertThat(orphans).hasSize(2);
        orphans.forEach(each -> each.onExit().join());
        assertThat(Files.readString(there.resolve("experiment.json"))).isEqualTo(Files.readString(here.resolve("experiment.json")));
        assertThat(there.resolve("history.csv")).doesNotExist();
        assertThat(there.resolve("summary.json")).doesNotExist();
        long again = System.currentTimeMillis();
        Process process = cluster.downhill(cluster.conf(), compare(parts, cluster.master(), there));
        boolean middle = grows(process, there, again);
        List<ProcessHandle> executors = cluster.killWorker();
        Ended ended = cluster.ended(process);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("3 of 600 rows of the file were left out");
        assertThat(middle).as("a worker was killed while steps went on").isTrue();
        assertThat(executors).as("it had an executor").isNotEmpty();
        assertThat(Files.readString(there.resolve("history.csv"))).isEqualTo(Files.readString(here.resolve("history.csv")));
        scored(here.resolve("model-adam.downhill-model").toString());
    }

    /** Waits until since then the first thousands of letters are written down, of steps; false where the program was faster. */
    private static boolean grows(Process process, Path out, long since) throws Exception {
        while (process.isAlive()) {
            if (Files.isDirectory(out)) {
                try (Stream<Path> files = Files.list(out)) {
                    if (files.map(Path::toFile).anyMatch(file -> file.getName().startsWith("history.csv") && file.length() > 0
                            && file.lastModified() >= since)) {
                        return !Files.exists(out.resolve("summary.json"));
                    }
                }
            }
            Thread.sleep(20);
        }
        return false;
    }

    private static void scored(String model) throws Exception {
        Path here = cluster.folder().resolve("scored");
        Path there = cluster.folder().resolve("scored-there");
        PackagedCluster.here(List.of("predict", model, parts, "--on", "cores", "--out", here.toString()));
        cluster.done(List.of("predict", model, parts, "--on", cluster.master(), "--out", there.toString()));
        for (String name : List.of("part-0.csv", "part-1.csv", "part-2.csv")) {
            assertThat(Files.readString(there.resolve(name))).isEqualTo(Files.readString(here.resolve(name))).contains("predict");
        }
        assertThat(cluster.done(List.of("evaluate", model, parts, "--on", cluster.master())).out()).contains("RMSE")
                .isEqualTo(PackagedCluster.here(List.of("evaluate", model, parts, "--on", "cores")).out());
    }

    /** A path that means another folder to each process is none that workers know. */
    @Test
    void filesThatWorkersDoNotHaveAreNamed() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/cwd")));
        Path out = cluster.folder().resolve("no");
        Ended ended = cluster.ended(cluster.downhill(cluster.conf(), compare("/proc/self/cwd/parts/*.csv", cluster.master(), out)));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err().lines()).as(ended.err()).hasSize(1).allMatch(line -> line.contains("A worker has no file")
                && line.contains("part-"));
        assertThat(out.resolve("summary.json")).doesNotExist();
    }
}
