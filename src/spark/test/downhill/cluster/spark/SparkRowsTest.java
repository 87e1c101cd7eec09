package downhill.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.cluster.spark.PackagedCluster.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that a master and two workers as processes of their own share: bits of this machine's cores, also where one of them is killed. */
class SparkRowsTest {
    @TempDir
    private static Path folder;
    private static PackagedCluster cluster;
    private static String master;
    private static String parts;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.exists(PackagedCluster.APP.resolve("bin/cluster.sh")), "nothing is packaged with Spark");
        cluster = new PackagedCluster(folder, "c");
        master = cluster.start(2);
        parts = parts();
    }

    @AfterAll
    static void stop() throws Exception {
        if (cluster != null) {
            cluster.stop();
        }
    }

    /** Rows in three files; a category is in the first alone, a row is cut short. */
    private static String parts() throws IOException {
        Path parts = Files.createDirectory(folder.resolve("parts"));
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

    /** Rows of the one that is lost are read again by the other, and the sums come in the same order. */
    @Test
    void whenAWorkerIsKilledThatHasRowsTheRaceGoesOnToTheSameBits() throws Exception {
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        assertThat(cluster.done(compare(parts, "cores[2]", here)).err()).contains("3 of 600 rows of the file were left out");
        Process process = cluster.downhill(cluster.conf(), compare(parts, master, there));
        boolean middle = grows(process, there);
        List<ProcessHandle> executors = cluster.killWorker();
        Ended ended = cluster.ended(process);
        master = cluster.start(2);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.err()).contains("3 of 600 rows of the file were left out");
        assertThat(middle).as("it was killed while steps went on").isTrue();
        assertThat(executors).as("it had an executor").isNotEmpty();
        assertThat(Files.readString(there.resolve("history.csv"))).isEqualTo(Files.readString(here.resolve("history.csv")));
        scored(here.resolve("model-adam.downhill-model").toString());
    }

    /** Waits until the first thousands of letters are written down, of steps; false where the program was faster. */
    private static boolean grows(Process process, Path out) throws Exception {
        while (process.isAlive()) {
            if (Files.isDirectory(out)) {
                try (Stream<Path> files = Files.list(out)) {
                    if (files.anyMatch(file -> file.getFileName().toString().startsWith("history.csv") && file.toFile().length() > 0)) {
                        return !Files.exists(out.resolve("summary.json"));
                    }
                }
            }
            Thread.sleep(20);
        }
        return false;
    }

    private static void scored(String model) throws Exception {
        Path here = folder.resolve("scored");
        Path there = folder.resolve("scored-there");
        cluster.done(List.of("predict", model, parts, "--on", "cores", "--out", here.toString()));
        cluster.done(List.of("predict", model, parts, "--on", master, "--out", there.toString()));
        for (String name : List.of("part-0.csv", "part-1.csv", "part-2.csv")) {
            assertThat(Files.readString(there.resolve(name))).isEqualTo(Files.readString(here.resolve(name))).contains("predict");
        }
        assertThat(cluster.done(List.of("evaluate", model, parts, "--on", master)).out()).contains("RMSE")
                .isEqualTo(cluster.done(List.of("evaluate", model, parts, "--on", "cores")).out());
    }

    /** A path that means another folder to each process is none that workers know. */
    @Test
    void filesThatWorkersDoNotHaveAreNamed() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/cwd")));
        Path out = folder.resolve("no");
        Ended ended = cluster.ended(cluster.downhill(cluster.conf(), compare("/proc/self/cwd/parts/*.csv", master, out)));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err().lines()).as(ended.err()).hasSize(1).allMatch(line -> line.contains("A worker has no file")
                && line.contains("part-"));
        assertThat(out.resolve("summary.json")).doesNotExist();
    }
}
