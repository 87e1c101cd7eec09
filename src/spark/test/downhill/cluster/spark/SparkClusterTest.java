package downhill.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.cluster.spark.PackagedCluster.Ended;
import downhill.words.RefusedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

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

    private static PackagedCluster cluster;

    @BeforeAll
    static void start() throws Exception {
        cluster = PackagedCluster.shared();
    }

    private static List<String> tune(Path store, String on) {
        List<String> call = new ArrayList<>(List.of("tune", "iris", "--vary", "learningRate=1e-4..1:log", "--vary", "l2=1e-6..0.1:log",
                "--sampler", "random", "--pruner", "none", "--steps", "1000", "--trials", String.valueOf(TRIALS)));
        call.addAll(List.of("--store", store.toString()));
        if (on != null) {
            call.addAll(List.of("--on", on));
        }
        return call;
    }

    private static List<String> trials(Path store) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (java.sql.Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
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

    /** Waits until that many trials are at their end and others are not; false where the program was faster. */
    private static boolean inTheMiddle(Process process, Path store, int ended) throws Exception {
        while (process.isAlive()) {
            if (Files.exists(store)) {
                try {
                    long complete = complete(trials(store));
                    if (complete >= ended) {
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

    /** What was done is kept, the same call goes on, and all trials are there once and are those of one machine. */
    @Test
    void theProgramIsKilledAndThenAWorkerAndNothingIsLost() throws Exception {
        cluster.whole();
        Path store = cluster.folder().resolve("killed.db");
        Process first = cluster.downhill(cluster.conf(), tune(store, cluster.master()));
        assertThat(inTheMiddle(first, store, SOME)).as("the program was killed while it searched").isTrue();
        PackagedCluster.kill(first);
        long kept = complete(trials(store));
        assertThat(kept).isBetween((long) SOME, TRIALS - 1L);
        Process again = cluster.downhill(cluster.conf(), tune(store, cluster.master()));
        boolean middle = inTheMiddle(again, store, (int) kept + SOME / 2);
        List<ProcessHandle> executors = cluster.killWorker();
        Ended ended = cluster.ended(again);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(middle).as("a worker was killed while others went on").isTrue();
        assertThat(executors).as("it had an executor").isNotEmpty();
        Path alone = cluster.folder().resolve("alone.db");
        PackagedCluster.here(tune(alone, null));
        assertThat(trials(alone)).hasSize(TRIALS);
        assertThat(trials(store)).isEqualTo(trials(alone));
    }

    @Test
    void whoDoesNotKnowTheSecretIsTold() throws Exception {
        refused(cluster.settings().set("spark.authenticate.secret", "none of theirs"), cluster.master(),
                "does not take this program's secret");
        refused(cluster.settings().set("spark.authenticate", "false"), cluster.master(), "does not take this program's secret");
    }

    /** Of a release that is not there, workers cannot start what they are asked for. */
    @Test
    void workersThatCannotBeginAreToldOf() throws Exception {
        PackagedCluster broken = new PackagedCluster(cluster.folder(), "d");
        broken.start(1);
        try (Stream<Path> jars = Files.list(broken.jars())) {
            for (Path core : jars.filter(jar -> jar.getFileName().toString().startsWith("spark-core")).toList()) {
                Files.delete(core);
            }
            refused(broken.settings(), broken.master(), "could not begin");
        } finally {
            broken.stop();
        }
    }

    private static void refused(SparkConf conf, String master, String sentence) {
        assertThatThrownBy(() -> Connection.open(Configuration.settled(conf, master), master, () -> true))
                .isInstanceOf(RefusedException.class).hasMessageContaining(sentence).hasMessageContaining(master);
    }
}
