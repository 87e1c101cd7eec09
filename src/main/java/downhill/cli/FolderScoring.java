package downhill.cli;

import downhill.cluster.Work;
import downhill.cluster.Workforce;
import downhill.data.ImportOptions;
import downhill.data.prepare.Preprocessing;
import downhill.engine.Threads;
import downhill.store.FileKind;
import downhill.store.Outputs;
import downhill.words.Said;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Model.CommandSpec;

/** Has the files of a folder scored by workers, each file by one of them as on one machine. */
final class FolderScoring {
    private final CommandSpec spec;
    private final WorkersOption on;
    private final boolean progress;

    FolderScoring(CommandSpec spec, WorkersOption on, boolean progress) {
        this.spec = spec;
        this.on = on;
        this.progress = progress;
    }

    /** Writes a file of the same name into {@code out} for each; exit code. */
    int predict(Path model, List<Path> files, Path out, ImportOptions options, boolean raw) throws IOException {
        Outputs outputs = new Outputs().reading(model);
        files.forEach(outputs::reading);
        files.forEach(file -> outputs.writing("--out", out.resolve(name(file)), FileKind.TABLE));
        outputs.check();
        Files.createDirectories(out);
        List<Work<FileScored>> works = new ArrayList<>();
        files.forEach(file -> works.add(new FilePrediction(path(model), path(file), path(out.resolve(name(file))), options, raw)));
        List<FileScored> all = all(works);
        for (int i = 0; i < files.size(); i++) {
            tell(files.get(i), all.get(i));
        }
        long scored = all.stream().mapToLong(FileScored::scored).sum();
        spec.commandLine().getOut().println(Said.of(scored == 1 ? "cli.scored.one" : "cli.scored", scored,
                all.stream().mapToLong(FileScored::unscored).sum(), out));
        return ExitCode.DONE;
    }

    /** A file of numbers written compressed is none. */
    private static String name(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    private static String path(Path file) {
        return file.toAbsolutePath().toString();
    }

    private void tell(Path file, FileScored scored) {
        PrintWriter err = spec.commandLine().getErr();
        scored.told().forEach(line -> err.println(Said.of("data.named", file, line)));
    }

    /** What all files come to, in their order. */
    FileScored measured(Path model, List<Path> files, ImportOptions options, Preprocessing steps, String weight) {
        List<Work<FileScored>> works = new ArrayList<>();
        files.forEach(file -> works.add(new FileMeasurement(path(model), path(file), options, steps, weight)));
        List<FileScored> all = all(works);
        MeasuredRows sum = all.get(0).measured();
        for (int i = 0; i < files.size(); i++) {
            tell(files.get(i), all.get(i));
            if (i > 0) {
                sum.add(all.get(i).measured());
            }
        }
        return new FileScored(all.stream().mapToLong(FileScored::scored).sum(), all.stream().mapToLong(FileScored::unscored).sum(),
                new ArrayList<>(), sum);
    }

    private List<FileScored> all(List<Work<FileScored>> works) {
        try (Workforce workers = on.open(); Job job = new Job(Said.of("cli.job.scoring"), spec, progress)) {
            ExecutorService threads = Executors.newFixedThreadPool(Math.min(works.size(), workers.slots()), Threads.daemons("scoring"));
            AtomicInteger done = new AtomicInteger();
            try {
                List<Future<FileScored>> asked = works.stream().map(work -> threads.submit(() -> {
                    FileScored one = workers.call(work, message -> message, () -> !job.cancelled()).result();
                    job.done((double) done.incrementAndGet() / works.size());
                    return one;
                })).toList();
                return answers(asked);
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private static List<FileScored> answers(List<Future<FileScored>> asked) {
        List<FileScored> all = new ArrayList<>();
        for (Future<FileScored> each : asked) {
            try {
                all.add(each.get());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("nobody waits for the scores");
            } catch (ExecutionException wrong) {
                throw wrong.getCause() instanceof RuntimeException known ? known : new IllegalStateException(wrong.getCause());
            }
        }
        return all;
    }
}
