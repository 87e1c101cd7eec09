package downhill.cluster;

import downhill.data.DataSource;
import downhill.data.Progress;
import downhill.data.source.DataSources;
import downhill.data.source.LoadedRows;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.store.ExperimentStore;
import downhill.store.StoreException;
import downhill.words.Said;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * An experiment on data together with its file, byte for byte, so that whoever gets it reads the same rows in the same way.
 * It is unpacked once, for all threads.
 */
public final class PackedExperiment implements Serializable {
    private static final long serialVersionUID = 1L;

    private final String document;
    private final String name;
    private final byte[] file;
    private transient Experiment experiment;
    private transient LoadedRows rows;

    private PackedExperiment(String document, String name, byte[] file) {
        this.document = document;
        this.name = name;
        this.file = file;
    }

    /**
     * Packs one.
     *
     * @param folder where a relative path of its file starts
     * @throws StoreException of one sentence where the file cannot be read
     */
    public static PackedExperiment of(Experiment experiment, Path folder) {
        Problem.Learning learning = (Problem.Learning) experiment.problem();
        if (!(learning.data().source() instanceof DataSource.CsvFile csv)) {
            return new PackedExperiment(ExperimentStore.portable(experiment), null, null);
        }
        Path file = folder.resolve(csv.path());
        String name = file.getFileName().toString();
        DataSource.CsvFile beside = new DataSource.CsvFile(name, csv.options());
        Experiment packed = experiment.withProblem(new Problem.Learning(learning.data().withSource(beside), learning.model()));
        try {
            return new PackedExperiment(ExperimentStore.portable(packed), name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new StoreException(Said.of("data.unreadable", file, Said.message(e)), e);
        }
    }

    /** The experiment, as the document says it. */
    public synchronized Experiment experiment() {
        unpack();
        return experiment;
    }

    /** Its rows. */
    public synchronized LoadedRows rows() {
        unpack();
        return rows;
    }

    private void unpack() {
        if (rows != null) {
            return;
        }
        try {
            Path folder = Files.createTempDirectory("downhill-work");
            try {
                if (name != null) {
                    Files.write(folder.resolve(name), file);
                }
                experiment = ExperimentStore.read(document, "work", folder).experiment();
                rows = DataSources.rows(((Problem.Learning) experiment.problem()).data(), folder, Progress.NONE);
            } finally {
                if (name != null) {
                    Files.deleteIfExists(folder.resolve(name));
                }
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new StoreException(Said.of("cluster.unpack", Said.message(e)), e);
        }
    }
}
