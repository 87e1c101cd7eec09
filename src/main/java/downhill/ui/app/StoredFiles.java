package downhill.ui.app;

import downhill.lesson.LessonWork;
import downhill.race.Checkpoint;
import downhill.store.ExperimentStore;
import downhill.store.LessonShelf;
import downhill.store.OpenedExperiment;
import downhill.store.OpenedSession;
import downhill.store.PrivateText;
import downhill.store.SessionPlace;
import downhill.store.StoreException;
import downhill.ui.session.ExperimentFiles;
import downhill.ui.session.Saving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/** Experiments as documents of the store; the files opened of late in a list of lines. */
public final class StoredFiles implements ExperimentFiles {
    private static final int MOST = 10;

    private final Path list;
    private final Agreed agreed;
    private final LabFile lab;
    private final List<Path> recent = new ArrayList<>();

    /** Keeps the list of recent files in {@code list}, which need not exist. */
    public StoredFiles(Path list) {
        this.list = list;
        this.agreed = new Agreed(list.resolveSibling("agreed.txt"));
        this.lab = new LabFile(list.toAbsolutePath().getParent());
        try {
            if (Files.isRegularFile(list)) {
                Files.readAllLines(list).stream().filter(line -> !line.isBlank()).limit(MOST).map(Path::of).forEach(recent::add);
            }
        } catch (IOException | java.nio.file.InvalidPathException e) {
            LoggerFactory.getLogger(StoredFiles.class).warn("The list of recent files cannot be read: {}", e.getMessage());
        }
    }

    @Override
    public List<Path> farData(Path file) {
        return ExperimentStore.farData(file).stream().filter(far -> !agreed.has(far)).toList();
    }

    @Override
    public void agree(List<Path> files) {
        agreed.add(files);
    }

    @Override
    public OpenedExperiment read(Path file) {
        return ExperimentStore.read(file);
    }

    @Override
    public void write(Saving saving, Path file) {
        ExperimentStore.write(file, saving.document(), saving.folder(), saving.dataHash());
        agree(saving);
    }

    @Override
    public void writeSession(Saving saving, Path file) {
        ExperimentFiles.super.writeSession(saving, file);
        agree(saving);
    }

    /** What is saved was read here, so that opening it again asks nothing. */
    private void agree(Saving saving) {
        agree(new OpenedExperiment(saving.document(), saving.folder(), List.of()).dataFile().stream().toList());
    }

    @Override
    public Optional<OpenedSession> lab() {
        return lab.read();
    }

    @Override
    public void keepLab(Checkpoint left, Path folder, SessionPlace place) {
        lab.write(left, folder, place);
    }

    @Override
    public synchronized List<LessonWork> lessons() {
        return LessonShelf.read(shelf());
    }

    @Override
    public synchronized void keepLessons(List<LessonWork> done) {
        LessonShelf.write(shelf(), done);
    }

    private Path shelf() {
        return list.resolveSibling("lessons.json");
    }

    @Override
    public synchronized List<Path> recent() {
        return List.copyOf(recent); // none is touched: one on a share that does not answer would hold the menu up
    }

    @Override
    public synchronized void remember(Path file) {
        Path whole = file.toAbsolutePath().normalize();
        recent.remove(whole);
        recent.add(0, whole);
        while (recent.size() > MOST) {
            recent.remove(MOST);
        }
        try {
            PrivateText.write(list, String.join("\n", recent.stream().map(Path::toString).toList()) + "\n");
        } catch (IOException | StoreException e) {
            LoggerFactory.getLogger(StoredFiles.class).warn("The list of recent files cannot be written: {}", e.getMessage());
        }
    }
}
