package downhill.ui.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.engine.Precision;
import downhill.race.Checkpoint;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.race.document.TrainingSpec;
import downhill.store.ExperimentStore;
import downhill.store.SessionPlace;
import downhill.store.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabFileTest {
    private static final Experiment WALK = new Experiment("A walk", new Problem.Surface("booth", 1, 2), TrainingSpec.of(500, 0),
            List.of(ContenderSpec.of("c1", "Adam", "adam", Map.of(), 0)), 1, Precision.FLOAT);

    @TempDir
    private Path folder;

    @Test
    void nothingWasLeftInAnEmptyFolder() {
        assertThat(new LabFile(folder).read()).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadAndWhoWasChosenStays() {
        new LabFile(folder).write(new Checkpoint(WALK, 7, 16, List.of(), List.of(), List.of()), folder,
                new SessionPlace(null, null, false, "c1"));
        var left = new LabFile(folder).read().orElseThrow();
        assertThat(left.experiment()).isEqualTo(WALK);
        assertThat(left.checkpoint().clock()).isEqualTo(7);
        assertThat(left.place().contender()).isEqualTo("c1");
    }

    @Test
    void theDocumentOfEarlierVersionsIsReadAsLongAsThereIsNoSession() {
        ExperimentStore.write(folder.resolve("lab.json"), WALK, null);
        assertThat(new LabFile(folder).read().orElseThrow().experiment()).isEqualTo(WALK);
        new LabFile(folder).write(Checkpoint.notBegun(WALK.withTitle("Later")), folder, SessionPlace.NOWHERE);
        assertThat(new LabFile(folder).read().orElseThrow().experiment().title()).isEqualTo("Later");
    }

    @Test
    void whatCannotBeReadIsToldAndPutAside() throws IOException {
        Path file = folder.resolve("lab.downhill");
        Files.write(file, new byte[] {'P', 'K', 3, 4, 0, 0, 0});
        assertThatThrownBy(() -> new LabFile(folder).read()).isInstanceOf(StoreException.class).hasMessageContaining("damaged");
        assertThat(file).doesNotExist();
        assertThat(folder.resolve("lab.downhill.damaged")).exists();
        assertThat(new LabFile(folder).read()).isEmpty();
    }
}
