package downhill.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import downhill.race.Checkpoint;
import downhill.race.Race;
import downhill.race.RaceState;
import downhill.race.document.Experiment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stands inside a report: it is opened as if it were a file of its own, and nothing in it ends the block it stands in. */
class ReportFileTest {
    @TempDir
    private Path folder;

    private Path page(String name, ReportFile.Inside inside) throws IOException {
        return Files.writeString(folder.resolve(name), "<!DOCTYPE html>\n<head>" + ReportFile.MARK + inside.mark() + "</head>\n<p>"
                + inside.markup() + "<script>not this</script>");
    }

    @Test
    void aSessionInsideGoesOnWhereItWas() throws IOException {
        Checkpoint left;
        try (Race race = SavedRaces.open(SavedRaces.iris(60))) {
            SavedRaces.runTo(race, 25);
            left = race.checkpoint().join();
        }
        Path page = page("r.html", ReportFile.inside(left, folder, folder));
        assertThat(SessionStore.isSession(page)).isTrue();
        OpenedSession opened = SessionStore.read(page);
        assertThat(opened.checkpoint().clock()).isEqualTo(25);
        assertThat(opened.experiment()).isEqualTo(left.experiment());
        assertThat(ExperimentStore.read(page).experiment()).isEqualTo(left.experiment());
        assertThat(SessionStore.info(page).title()).isEqualTo("Iris");
        try (Race again = SavedRaces.open(opened.checkpoint()); Race straight = SavedRaces.open(left)) {
            for (Race race : List.of(again, straight)) {
                race.step(5);
                SavedRaces.await(race, now -> now.step() == 30 && now.state() == RaceState.PAUSED);
            }
            assertThat(again.stateNow("a").join().parameters()).isEqualTo(straight.stateNow("a").join().parameters());
        }
    }

    @Test
    void namesCannotEndTheBlockThatTheyStandIn() throws IOException {
        Experiment evil = SavedRaces.iris(10).withTitle("</script><script id=\"downhill-document\">{}</script><!--");
        Path page = page("evil.html", ReportFile.inside(evil, folder, folder));
        assertThat(Files.readString(page).split("</script").length - 1).isEqualTo(2);
        assertThat(ExperimentStore.read(page).experiment()).isEqualTo(evil);
    }

    @Test
    void aPageIsAReportByItsNameAndItsHead() throws IOException {
        ReportFile.Inside inside = ReportFile.inside(SavedRaces.iris(10), folder, folder);
        assertThat(ReportFile.isReport(page("r.HTML", inside))).isTrue();
        assertThat(ReportFile.isReport(page("r.txt", inside))).isFalse();
        assertThat(ReportFile.isReport(Files.writeString(folder.resolve("late.html"), " ".repeat(5000) + ReportFile.MARK))).isFalse();
        assertThat(ReportFile.isReport(folder.resolve("none.html"))).isFalse();
        Path model = page("model.html", ReportFile.Inside.NOTHING);
        assertThatThrownBy(() -> ExperimentStore.read(model)).isInstanceOf(StoreException.class)
                .hasMessageContaining("a report without an experiment inside");
    }

    @Test
    void aDamagedBlockIsOneSentence() throws IOException {
        ReportFile.Inside inside = ReportFile.inside(SavedRaces.iris(10), folder, folder);
        Path cut = page("cut.html", new ReportFile.Inside(inside.mark(), inside.markup().substring(0, inside.markup().length() / 2)));
        Path wrong = page("wrong.html", new ReportFile.Inside(inside.mark(), inside.markup().replace("\"cross-entropy\"", "\"lossless\"")
                .replace("cross_entropy", "lossless")));
        for (Path each : new Path[] {cut, wrong}) {
            assertThatThrownBy(() -> ExperimentStore.read(each)).isInstanceOf(StoreException.class)
                    .hasMessageContaining(each.getFileName().toString());
        }
    }
}
