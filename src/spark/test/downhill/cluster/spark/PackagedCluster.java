package downhill.cluster.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The packaged program ({@code mvn package -DskipTests -Pspark}) and a cluster on this machine, as processes of their own. */
final class PackagedCluster {
    static final Path APP = Path.of("target/app-spark").toAbsolutePath();
    private static final Map<Long, File[]> OUTPUTS = new ConcurrentHashMap<>();

    private final Path folder;
    private final Path own;

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

    /** Where the settings are that its master wants. */
    Path conf() {
        return own.resolve("conf");
    }

    /** Where the jars are that its processes run from. */
    Path jars() {
        return own.resolve("home/jars");
    }

    /** Starts a master and some workers of one core; ends those that there were. The master's address. */
    String start(int workers) throws Exception {
        return script("start", own.toString(), String.valueOf(workers)).strip();
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
        long number = Long.parseLong(Files.readString(own.resolve("worker1.pid")).strip());
        ProcessHandle worker = ProcessHandle.of(number).orElseThrow();
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
        return executors;
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

    private Process process(List<String> call, Path conf) throws IOException {
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

    /** Waits for its end. */
    Ended ended(Process process) throws Exception {
        int code = process.waitFor();
        File[] files = OUTPUTS.get(process.pid());
        return new Ended(code, Files.readString(files[0].toPath()), Files.readString(files[1].toPath()));
    }
}
