package downhill.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.cluster.spark.PackagedCluster.Ended;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A search by a master and two workers as processes of their own, some of which are killed, and what cannot be. */
class SparkClusterTest {
    private static final int TRIALS = 200;
    private static final int SOME = 40;
    /** One row for each trial: its number, how it ended, its values and all that it reported. */
    private static final String QUERY = """
            select t.number, t.state, (select value from trial_values v where v.trial_id = t.trial_id),
            (select group_concat(param_name || '=' || param_value) from
            (select * from trial_params p where p.trial_id = t.trial_id order by param_name)),
            (select group_concat(step || ':' || intermediate_value) from
            (select * from trial_intermediate_values i where i.trial_id = t.trial_id order by step))
            from trials t order by t.number, t.trial_id""";

    @TempDir
    private static Path folder;
    private static PackagedCluster cluster;
    private static String master;
    private static List<String> alone;

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.exists(PackagedCluster.APP.resolve("bin/cluster.sh")), "nothing is packaged with Spark");
        cluster = new PackagedCluster(folder, "c");
        master = cluster.start(2);
        Path store = folder.resolve("alone.db");
        cluster.done(tune(store, null));
        alone = trials(store);
        assertThat(alone).hasSize(TRIALS);
    }

    @AfterAll
    static void stop() throws Exception {
        if (cluster != null) {
            cluster.stop();
        }
    }

    private static List<String> tune(Path store, String on) {
        List<String> call = new ArrayList<>(List.of("tune", "iris", "--vary", "learningRate=1e-4..1:log", "--vary", "l2=1e-6..0.1:log",
                "--sampler", "random", "--pruner", "none", "--steps", "2000", "--trials", String.valueOf(TRIALS)));
        call.addAll(List.of("--store", store.toString()));
        if (on != null) {
            call.addAll(List.of("--on", on));
        }
        return call;
    }

    private static List<String> trials(Path store) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(QUERY)) {
            while (rows.next()) {
                lines.add(String.join(" ", rows.getString(1), rows.getString(2), String.valueOf(rows.getDouble(3)), rows.getString(4),
                        rows.getString(5)));
            }
        }
        return lines;
    }

    private static long complete(List<String> trials) {
        return trials.stream().filter(line -> line.contains(" COMPLETE ")).count();
    }

    /** Waits until some trials are at their end and others are not; false where the program was faster. */
    private static boolean inTheMiddle(Process process, Path store) throws Exception {
        while (process.isAlive()) {
            if (Files.exists(store)) {
                try {
                    long complete = complete(trials(store));
                    if (complete >= SOME) {
                        return complete < TRIALS;
                    }
                } catch (SQLException notYet) {
                    assertThat(notYet.getMessage()).containsPattern("no such table|locked|busy");
                }
            }
            Thread.sleep(20);
        }
        return false;
    }

    @Test
    void whenAWorkerIsKilledAllTrialsAreThereOnceAndTheSame() throws Exception {
        Path store = folder.resolve("worker.db");
        Process process = cluster.downhill(cluster.conf(), tune(store, master));
        boolean middle = inTheMiddle(process, store);
        List<ProcessHandle> executors = cluster.killWorker();
        Ended ended = cluster.ended(process);
        master = cluster.start(2);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(middle).as("it was killed while others went on").isTrue();
        assertThat(executors).as("it had an executor").isNotEmpty();
        assertThat(trials(store)).isEqualTo(alone);
    }

    @Test
    void whenTheProgramIsKilledTheSameCallGoesOn() throws Exception {
        Path store = folder.resolve("program.db");
        Process process = cluster.downhill(cluster.conf(), tune(store, master));
        assertThat(inTheMiddle(process, store)).isTrue();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        assertThat(complete(trials(store))).isBetween((long) SOME, TRIALS - 1L);
        cluster.done(tune(store, master));
        assertThat(trials(store)).isEqualTo(alone);
    }

    @Test
    void whatCannotBeIsOneSentence() throws Exception {
        refused(cluster.conf(), "spark://127.0.0.1:9", "No master of Spark answers at spark://127.0.0.1:9");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("spark-defaults.conf"), "spark.authenticate true\nspark.authenticate.secret none of theirs\n");
        refused(other, master, "does not take this program's secret");
        refused(null, master, "does not take this program's secret");
        refused(null, "spark", "neither says one");
    }

    /** Of a release that is not there, workers cannot start what they are asked for. */
    @Test
    void workersThatCannotBeginAreToldOf() throws Exception {
        PackagedCluster broken = new PackagedCluster(folder, "d");
        String address = broken.start(1);
        try (Stream<Path> jars = Files.list(broken.jars())) {
            for (Path core : jars.filter(jar -> jar.getFileName().toString().startsWith("spark-core")).toList()) {
                Files.delete(core);
            }
            refused(broken.conf(), address, "could not begin");
        } finally {
            broken.stop();
        }
    }

    private static void refused(Path conf, String on, String sentence) throws Exception {
        List<String> call = List.of("tune", "iris", "--vary", "learningRate=1e-4..1:log", "--trials", "4", "--on", on);
        Ended ended = cluster.ended(cluster.downhill(conf, call));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines().filter(line -> !line.startsWith("1 row "))).as("%s", on).hasSize(1)
                .allMatch(line -> line.contains(sentence));
    }

    /** In one program, where Spark's threads are the workers. */
    @Test
    void localWorkersGiveTheSameTrials() throws Exception {
        Path store = folder.resolve("local.db");
        cluster.done(tune(store, "local[2]"));
        assertThat(trials(store)).isEqualTo(alone);
    }
}
