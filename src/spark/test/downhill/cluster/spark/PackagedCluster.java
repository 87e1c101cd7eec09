package downhill.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import downhill.cli.Cli;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.SparkConf;

/**
 * The packaged program ({@code mvn package -DskipTests -Pspark}) and a cluster on this machine, as processes of their own. To start one
 * takes longer than most of what is asked of it, so test classes share one; whoever kills a part of it asks for {@link #whole} before, and
 * leaves it as it is.
 */
final class PackagedCluster {
    private static final Path APP = Path.of("target/app-spark").toAbsolutePath();
    /** Processes that live for seconds do better without the compiler for long work, which took half of their time. */
    private static final String BRIEF = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC";
    /** What the cluster's machine says of itself: its workers take those of the program that asks, whose last digits are others. */
    private static final String OTHER_KERNELS = "Nehalem";
    private static final Map<Long, File[]> OUTPUTS = new ConcurrentHashMap<>();
    private static PackagedCluster shared;

    private final Path folder;
    private final Path own;
    private String master;

    /** What a program said, and how it ended. */
    record Ended(int code, String out, String err) {
    }

    /**
     * A cluster that is not started yet.
     *
     * @param folder for outputs, where programs run
     * @param name   of the cluster's own folder in it
     */
    PackagedCluster(Path folder, String name) {
        this.folder = folder;
        this.own = folder.resolve(name);
    }

    /** One with two workers, which ends with this program; without a packaged program the test is skipped. */
    static synchronized PackagedCluster shared() throws Exception {
        assumeTrue(Files.exists(APP.resolve("bin/cluster.sh")), "nothing is packaged with Spark");
        if (shared == null) {
            PackagedCluster cluster = new PackagedCluster(Path.of("target/cluster-" + ProcessHandle.current().pid()).toAbsolutePath(), "c");
            Files.createDirectories(cluster.folder);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    List<ProcessHandle> all = cluster.processes();
                    cluster.stop();
                    all.forEach(each -> each.onExit().join());
                    new ProcessBuilder("rm", "-rf", cluster.folder.toString()).start().waitFor();
                } catch (Exception left) {
                    throw new IllegalStateException(left);
                }
            }));
            cluster.start(2);
            shared = cluster;
        }
        return shared;
    }

    /** For outputs; programs run there. */
    Path folder() {
        return folder;
    }

    /** Where the settings are that its master wants. */
    Path conf() {
        return own.resolve("conf");
    }

    /** The same within this program, however busy the machine. */
    SparkConf settings() throws IOException {
        SparkConf conf = new SparkConf(false);
        for (String line : Files.readAllLines(conf().resolve("spark-defaults.conf"))) {
            conf.set(line.substring(0, line.indexOf(' ')), line.substring(line.indexOf(' ') + 1));
        }
        return conf;
    }

    /** Where the jars are that its processes run from. */
    Path jars() {
        return own.resolve("home/jars");
    }

    /** Its master's address. */
    String master() {
        return master;
    }

    /** Starts a master and some workers of one core; ends those that there were. */
    void start(int workers) throws Exception {
        boolean first = !Files.exists(conf());
        master = script("start", own.toString(), String.valueOf(workers)).strip();
        if (first) {
            String more = Connection.PATIENCE + " 180s\nspark.executor.extraJavaOptions " + BRIEF + "\n";
            Files.writeString(conf().resolve("spark-defaults.conf"), more, StandardOpenOption.APPEND);
        }
    }

    /** Starts it anew where a worker is not alive. */
    void whole() throws Exception {
        if (worker(1).isEmpty() || worker(2).isEmpty()) {
            start(2);
        }
    }

    void stop() throws Exception {
        script("stop", own.toString());
    }

    private String script(String... arguments) throws Exception {
        List<String> call = new ArrayList<>(List.of("bash", APP.resolve("bin/cluster.sh").toString()));
        call.addAll(List.of(arguments));
        Ended ended = ended(process(call, null));
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended.out();
    }

    /** Kills the first worker, and the executors that it has, which are told. */
    List<ProcessHandle> killWorker() throws IOException {
        ProcessHandle worker = worker(1).orElseThrow();
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
        return executors;
    }

    /** Executors of all workers. */
    List<ProcessHandle> executors() throws IOException {
        List<ProcessHandle> all = new ArrayList<>();
        for (int number = 1; number <= 2; number++) {
            worker(number).ifPresent(worker -> worker.descendants().forEach(all::add));
        }
        return all;
    }

    private List<ProcessHandle> processes() throws IOException {
        List<ProcessHandle> all = executors();
        worker(1).ifPresent(all::add);
        worker(2).ifPresent(all::add);
        return all;
    }

    private Optional<ProcessHandle> worker(int number) throws IOException {
        long process = Long.parseLong(Files.readString(own.resolve("worker" + number + ".pid")).strip());
        return ProcessHandle.of(process).filter(ProcessHandle::isAlive);
    }

    /** Starts the program. */
    Process downhill(Path conf, List<String> arguments) throws IOException {
        List<String> call = new ArrayList<>(List.of(APP.resolve("bin/downhill").toString()));
        call.addAll(arguments);
        return process(call, conf);
    }

    /** Runs the program to its end, which must be well, with the settings of this cluster. */
    Ended done(List<String> arguments) throws Exception {
        Ended ended = ended(downhill(conf(), arguments));
        assertThat(ended.code()).as(ended.err()).isZero();
        return ended;
    }

    /** The same within this program, where no cluster is needed. */
    static Ended here(List<String> arguments) {
        Cli ended = Cli.run(arguments.toArray());
        assertThat(ended.code()).as(ended.err()).isZero();
        return new Ended(ended.code(), ended.out(), ended.err());
    }

    private Process process(List<String> call, Path conf) throws IOException {
        File out = Files.createTempFile(folder, "out", ".txt").toFile();
        File err = Files.createTempFile(folder, "err", ".txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(call).redirectOutput(out).redirectError(err).directory(folder.toFile());
        if (conf != null) {
            builder.environment().put("SPARK_CONF_DIR", conf.toString());
            builder.environment().put("DOWNHILL_JAVA_OPTIONS", BRIEF);
        } else {
            builder.environment().put("OPENBLAS_CORETYPE", OTHER_KERNELS);
        }
        Process process = builder.start();
        process.getOutputStream().close();
        OUTPUTS.put(process.pid(), new File[] {out, err});
        return process;
    }

    /** Kills the program (SIGKILL) in the middle of what it does. */
    static void kill(Process process) throws InterruptedException {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
    }

    /** Waits for its end. */
    Ended ended(Process process) throws Exception {
        int code = process.waitFor();
        File[] files = OUTPUTS.get(process.pid());
        return new Ended(code, Files.readString(files[0].toPath()), Files.readString(files[1].toPath()));
    }
}
