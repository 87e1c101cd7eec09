package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.history.EarlierRace;
import downhill.store.SessionStore;
import downhill.ui.fx.FxTest;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Demo;
import downhill.ui.session.Edits;
import downhill.ui.session.Saving;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A race that is over is kept, laid behind the next one, and saved with the session. */
class EarlierRacesTest extends FxTest {
    private OpenWindow open;

    @BeforeEach
    void openWindow() {
        open = new OpenWindow(1440, 900);
        open.open(Demo.experiment("Iris"));
        raceIsThere();
    }

    @AfterEach
    void closeWindow() {
        open.close();
    }

    @Test
    void whatWasKeptStaysWhenTheRaceBeginsAnew() {
        assertThat(onFx(() -> open.window.table().get("race.keep").obstacle())).isEqualTo(Messages.text("why.start"));
        step(300);
        runFx(() -> open.window.table().get("race.keep").run());
        EarlierRace kept = onFx(() -> open.session.earlier().all().get(0));
        assertThat(kept.name()).isEqualTo("Race 1");
        assertThat(kept.curves()).extracting(EarlierRace.Line::name).containsExactly("SGD", "Momentum", "RMSprop", "Adam");
        assertThat(kept.end()).isEqualTo(300);
        assertThat(onFx(() -> open.session.dirtyProperty().get())).isTrue();
        runFx(() -> open.session.edit(document -> document.withTitle("Other")));
        runFx(() -> open.session.edit(document -> document.withTitle("Iris")));
        assertThat(onFx(() -> open.session.dirtyProperty().get())).as("the document is as it was, what was kept is not").isTrue();
        runFx(() -> open.session.edit(document -> document.withTraining(document.training().withBatchSize(8))));
        await("another race is there", () -> open.session.race().isOpen() && open.session.snapshotProperty().get().step() == 0);
        await("the chart shows the earlier one alone", () -> chartWords().contains("SGD · Race 1"));
        runFx(() -> open.session.earlier().change(0, one -> one.withShown(false)));
        await("it is hidden", () -> !chartWords().contains("Race 1"));
        assertThat(onFx(() -> open.session.earlier().isComparable(open.session.earlier().all().get(0)))).isTrue();
    }

    @Test
    void theSheetRenamesForgetsAndKeepsNoMoreThanThereIsRoomFor() {
        step(10);
        runFx(() -> open.window.table().get("race.earlier").run());
        nextFrame();
        for (int i = 0; i < EarlierRace.MOST; i++) {
            runFx(() -> button(Messages.text("earlier.keep")).fire());
        }
        assertThat(onFx(() -> open.session.earlier().all().size())).isEqualTo(EarlierRace.MOST);
        assertThat(onFx(() -> button(Messages.text("earlier.keep")).isDisabled())).isTrue();
        assertThat(onFx(() -> open.window.table().get("race.keep").obstacle())).startsWith("Already 6 races are kept");
        runFx(() -> ((TextField) open.window.sheets().lookup(".text-field")).setText("small batch"));
        assertThat(onFx(() -> open.session.earlier().all().get(0).name())).isEqualTo("small batch");
        runFx(() -> open.session.earlier().remove(0));
        assertThat(onFx(() -> open.session.earlier().all().get(0).name())).isEqualTo("Race 2");
    }

    @Test
    void aSessionSavedAndOpenedHasThemAgain(@TempDir Path folder) {
        step(40);
        runFx(() -> open.session.earlier().keep());
        runFx(() -> open.session.earlier().change(0, one -> one.withShown(false).withName("first")));
        Saving saving = onFx(() -> open.session.saving());
        Path file = folder.resolve("kept.downhill");
        SessionStore.write(file, saving.checkpoint().join(), saving.folder(), saving.place());
        List<EarlierRace> kept = onFx(() -> open.session.earlier().all());
        open.open(Edits.contender(Demo.experiment("Another"), "c1", one -> one));
        assertThat(onFx(() -> open.session.earlier().all())).isEmpty();
        runFx(() -> open.session.resume(SessionStore.read(file), file, false));
        assertThat(onFx(() -> open.session.earlier().all())).isEqualTo(kept);
        assertThat(onFx(() -> open.session.dirtyProperty().get())).isFalse();
    }

    private void raceIsThere() {
        await("the race is there", () -> open.session.dataProperty().get() != null && open.session.race().isOpen());
    }

    private void step(int by) {
        runFx(() -> open.session.race().step(by));
        await("it has stepped", () -> open.session.snapshotProperty().get().step() == by);
    }

    private String chartWords() {
        return String.valueOf(open.window.parts().race().content().queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    private Button button(String words) {
        return open.window.sheets().lookupAll(".button").stream().filter(Button.class::isInstance).map(Button.class::cast)
                .filter(one -> words.equals(one.getText())).findFirst().orElseThrow();
    }
}
