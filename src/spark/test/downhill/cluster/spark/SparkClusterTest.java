package downhill.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program ({@code mvn package -DskipTests -Pspark}) with a master and two workers as processes of their own, some of which are killed. */
class SparkClusterTest {
    private static final Path APP = Path.of("target/app-spark").toAbsolutePath();
    private static final int TRIALS = 200;
    private static final int SOME = 40;
    private static final Map<Long, File[]> OUTPUTS = new ConcurrentHashMap<>();

    @TempDir
    private static Path folder;
    private static String master;
    private static List<String> alone;
    private static String parts;

    /** What a program said, and how it ended. */
    private record Ended(int code, String out, String err) {
    }

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(Files.exists(APP.resolve("bin/cluster.sh")), "nothing is packaged with Spark");
        master = cluster("start", "2").out().strip();
        parts = parts();
        Path store = folder.resolve("alone.db");
        Ended ended = ended(downhill(folder.resolve("c/conf"), tune(store, null)));
        assertThat(ended.code()).as(ended.err()).isZero();
        alone = trials(store);
        assertThat(alone).hasSize(TRIALS);
    }

    @AfterAll
    static void stop() throws Exception {
        if (master != null) {
            cluster("stop");
        }
    }

    /** Rows in three files; a category is in the first alone. */
    private static String parts() throws IOException {
        Path parts = Files.createDirectory(folder.resolve("parts"));
        for (int file = 0; file < 3; file++) {
            StringBuilder rows = new StringBuilder("x,kind,y\n");
            for (int i = 0; i < 200; i++) {
                rows.append(Math.sin(31 * file + i)).append(',').append(file == 0 && i % 9 == 0 ? "odd" : "usual").append(',')
                        .append(3 * Math.sin(31 * file + i) + i % 4).append('\n');
            }
            Files.writeString(parts.resolve("part-" + file + ".csv"), rows);
        }
        return parts + "/*.csv";
    }

    private static List<String> compare(String files, String on, Path out) {
        return List.of("compare", files, "--target", "y", "--model", "mlp", "--optimizers", "sgd,adam", "--steps", "600", "--batch", "0",
                "--precision", "double", "--on", on, "--out", out.toString());
    }

    private static Ended done(List<String> call) throws Exception {
        Ended ended = ended(downhill(folder.resolve("c/conf"), call));
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended;
    }

    private static Ended cluster(String what, String... more) throws Exception {
        List<String> call = new ArrayList<>(List.of("bash", APP.resolve("bin/cluster.sh").toString(), what, folder.resolve("c").toString()));
        call.addAll(List.of(more));
        Ended ended = ended(process(call, null));
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended;
    }

    private static List<String> tune(Path store, String on) {
        List<String> call = new ArrayList<>(List.of("tune", "iris", "--vary", "learningRate=1e-4..1:log", "--vary", "l2=1e-6..0.1:log",
                "--sampler", "random", "--pruner", "none", "--steps", "2000", "--trials", String.valueOf(TRIALS), "--store", store.toString()));
        if (on != null) {
            call.addAll(List.of("--on", on));
        }
        return call;
    }

    private static Process downhill(Path conf, List<String> arguments) throws IOException {
        List<String> call = new ArrayList<>(List.of(APP.resolve("bin/downhill").toString()));
        call.addAll(arguments);
        return process(call, conf);
    }

    /** The first worker, and the executors that it has. */
    private static List<ProcessHandle> killWorker() throws IOException {
        ProcessHandle worker = ProcessHandle.of(Long.parseLong(Files.readString(folder.resolve("c/worker1.pid")).strip())).orElseThrow();
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
        return executors;
    }

    private static Process process(List<String> call, Path conf) throws IOException {
        File out = Files.createTempFile(folder, "out", ".txt").toFile();
        File err = Files.createTempFile(folder, "err", ".txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(call).redirectOutput(out).redirectError(err).directory(folder.toFile());
        if (conf != null) {
            builder.environment().put("SPARK_CONF_DIR", conf.toString());
        }
        Process process = builder.start();
        process.getOutputStream().close();
        OUTPUTS.put(process.pid(), new File[] {out, err});
        return process;
    }

    private static Ended ended(Process process) throws Exception {
        int code = process.waitFor();
        File[] files = OUTPUTS.get(process.pid());
        return new Ended(code, Files.readString(files[0].toPath()), Files.readString(files[1].toPath()));
    }

    /** One line for each trial: its number, how it ended, its values and all that it reported. */
    private static List<String> trials(Path store) throws SQLException {
        List<String> lines = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store); Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select t.number, t.state, (select value from trial_values v where v.trial_id = t.trial_id), "
                        + "(select group_concat(param_name || '=' || param_value) from (select * from trial_params p where p.trial_id = t.trial_id "
                        + "order by param_name)), (select group_concat(step || ':' || intermediate_value) from (select * from "
                        + "trial_intermediate_values i where i.trial_id = t.trial_id order by step)) from trials t order by t.number, t.trial_id")) {
            while (rows.next()) {
                lines.add(rows.getInt(1) + " " + rows.getString(2) + " " + rows.getDouble(3) + " " + rows.getString(4) + " " + rows.getString(5));
            }
        }
        return lines;
    }

    /** Waits until some trials are at their end and others are not; false where the program was faster. */
    private static boolean inTheMiddle(Process process, Path store) throws Exception {
        while (process.isAlive()) {
            if (Files.exists(store)) {
                try {
                    long complete = trials(store).stream().filter(line -> line.contains(" COMPLETE ")).count();
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
        Process process = downhill(folder.resolve("c/conf"), tune(store, master));
        boolean middle = inTheMiddle(process, store);
        List<ProcessHandle> executors = killWorker();
        Ended ended = ended(process);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(middle).as("it was killed while others went on").isTrue();
        assertThat(executors).as("it had an executor").isNotEmpty();
        assertThat(trials(store)).isEqualTo(alone);
        master = cluster("start", "2").out().strip();
    }

    /** Rows in memory of the one that is lost are read again by the other, and the sums come in the same order. */
    @Test
    void whenAWorkerIsKilledThatHasRowsTheRaceGoesOnToTheSameBits() throws Exception {
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        done(compare(parts, "cores[2]", here));
        Process process = downhill(folder.resolve("c/conf"), compare(parts, master, there));
        boolean middle = grows(process, there);
        List<ProcessHandle> executors = killWorker();
        Ended ended = ended(process);
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(middle).as("it was killed while steps went on").isTrue();
        assertThat(executors).as("it had an executor").isNotEmpty();
        assertThat(Files.readString(there.resolve("history.csv"))).isEqualTo(Files.readString(here.resolve("history.csv")));
        master = cluster("start", "2").out().strip();
        scored(here.resolve("model-adam.downhill-model").toString());
    }

    /** Waits until some steps are written down; false where the program was faster. */
    private static boolean grows(Process process, Path out) throws Exception {
        while (process.isAlive()) {
            if (Files.isDirectory(out)) {
                try (Stream<Path> files = Files.list(out)) {
                    if (files.anyMatch(file -> file.toFile().length() > 10_000)) {
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
        done(List.of("predict", model, parts, "--on", "cores", "--out", here.toString()));
        done(List.of("predict", model, parts, "--on", master, "--out", there.toString()));
        for (String name : List.of("part-0.csv", "part-1.csv", "part-2.csv")) {
            assertThat(Files.readString(there.resolve(name))).isEqualTo(Files.readString(here.resolve(name))).contains("predict");
        }
        assertThat(done(List.of("evaluate", model, parts, "--on", master)).out())
                .isEqualTo(done(List.of("evaluate", model, parts, "--on", "cores")).out()).contains("RMSE");
    }

    @Test
    void whenTheProgramIsKilledTheSameCallGoesOn() throws Exception {
        Path store = folder.resolve("program.db");
        Process process = downhill(folder.resolve("c/conf"), tune(store, master));
        assertThat(inTheMiddle(process, store)).isTrue();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        assertThat(trials(store).stream().filter(line -> line.contains(" COMPLETE ")).count()).isBetween((long) SOME, TRIALS - 1L);
        Ended ended = ended(downhill(folder.resolve("c/conf"), tune(store, master)));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(trials(store)).isEqualTo(alone);
    }

    @Test
    void whatCannotBeIsOneSentence() throws Exception {
        refused(folder.resolve("c/conf"), "spark://127.0.0.1:9", "No master of Spark answers at spark://127.0.0.1:9");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("spark-defaults.conf"), "spark.authenticate true\nspark.authenticate.secret none of theirs\n");
        refused(other, master, "does not take this program's secret");
        refused(null, master, "does not take this program's secret");
        refused(null, "spark", "neither says one");
    }

    /** A path that means another folder to each process is none that workers know. */
    @Test
    void filesThatWorkersDoNotHaveAreNamed() throws Exception {
        assumeTrue(Files.exists(Path.of("/proc/self/cwd")));
        Ended ended = ended(downhill(folder.resolve("c/conf"), compare("/proc/self/cwd/parts/*.csv", master, folder.resolve("no"))));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.err().lines()).as(ended.err()).hasSize(1).allMatch(line -> line.contains("part-") && line.contains("worker"));
        assertThat(folder.resolve("no/summary.json")).doesNotExist();
    }

    /** Of a release that is not there, the workers cannot start what they are asked for. */
    @Test
    void workersThatCannotBeginAreToldOf() throws Exception {
        Path other = folder.resolve("d");
        String address = ended(process(List.of("bash", APP.resolve("bin/cluster.sh").toString(), "start", other.toString(), "1"), null)).out()
                .strip();
        try {
            try (Stream<Path> jars = Files.list(other.resolve("home/jars"))) {
                for (Path core : jars.filter(jar -> jar.getFileName().toString().startsWith("spark-core")).toList()) {
                    Files.delete(core);
                }
            }
            refused(other.resolve("conf"), address, "could not begin");
        } finally {
            ended(process(List.of("bash", APP.resolve("bin/cluster.sh").toString(), "stop", other.toString()), null));
        }
    }

    private static void refused(Path conf, String on, String sentence) throws Exception {
        Ended ended = ended(downhill(conf, List.of("tune", "iris", "--vary", "learningRate=1e-4..1:log", "--trials", "4", "--on", on)));
        assertThat(ended.code()).isEqualTo(2);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err().lines().filter(line -> !line.startsWith("1 row "))).as("%s", on).hasSize(1).allMatch(line -> line.contains(sentence));
    }

    /** In one program, where Spark's threads are the workers. */
    @Test
    void localWorkersGiveTheSameTrials() throws Exception {
        Path store = folder.resolve("local.db");
        Ended ended = ended(downhill(folder.resolve("c/conf"), tune(store, "local[2]")));
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(trials(store)).isEqualTo(alone);
    }
}
