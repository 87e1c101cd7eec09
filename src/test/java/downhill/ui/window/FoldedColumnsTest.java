package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.data.DataSource;
import downhill.data.DataSpec;
import downhill.data.source.SampleData;
import downhill.race.RaceState;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.session.Demo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With either column folded or opened by hand in a small window, every view over a real race is whole. */
class FoldedColumnsTest extends CrowdLook {
    private static final int STEPS = 40;

    @TempDir
    private Path folder;

    @AfterEach
    void speakEnglish() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
    }

    @Test
    void everyViewIsWhole() {
        List<String> lost = new ArrayList<>();
        try (OpenWindow open = OpenWindow.live(1440, 900)) {
            open.open(Demo.experiment("Iris"));
            await("the race is ready", () -> open.session.race().isOpen()
                    && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
            runFx(() -> open.session.race().step(STEPS));
            await("it has stepped", () -> open.session.snapshotProperty().get().step() == STEPS);
            resize(open, SMALL);
            for (Language language : Language.values()) {
                runFx(() -> Messages.languageProperty().set(language));
                for (Screen screen : onFx(() -> open.window.screens())) {
                    show(open, screen);
                    lost.addAll(look(open, screen, true, true));
                    lost.addAll(look(open, screen, true, false));
                    lost.addAll(look(open, screen, false, true));
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    /** With many columns, a series, dates and gaps, each with what was guessed and done told beside it. */
    @Test
    void everyTableLookedAtIsWhole() throws IOException {
        List<String> lost = new ArrayList<>();
        try (OpenWindow open = OpenWindow.live(1440, 900)) {
            open.open(Demo.experiment("Iris"));
            await("the race is ready", () -> open.session.race().isOpen());
            runFx(open.window::showData);
            resize(open, SMALL);
            for (DataSpec spec : List.of(SampleData.of("breast-cancer").spec(), SampleData.of("sunspots").spec(), gaps())) {
                runFx(() -> open.window.parts().data().preview(spec));
                await("it is there", () -> open.window.parts().data().shown() != null
                        && open.window.parts().data().shown().spec().source().equals(spec.source()));
                for (Language language : Language.values()) {
                    runFx(() -> Messages.languageProperty().set(language));
                    lost.addAll(look(open, open.window.parts().data(), true, true));
                    lost.addAll(look(open, open.window.parts().data(), true, false));
                }
            }
        }
        assertThat(lost).isEmpty();
    }

    private DataSpec gaps() throws IOException {
        StringBuilder text = new StringBuilder("day,place,wind,temp,ok\n");
        IntStream.range(0, 60).forEach(row -> text.append("2024-%02d-%02d,%s,%s,%s,%s\n".formatted(1 + row / 28, 1 + row % 28,
                row % 4 == 0 ? "" : "north", row % 7 == 0 ? "NA" : row, 20.5 + row, row % 2 == 0 ? "yes" : "no")));
        Path file = Files.writeString(folder.resolve("gaps.csv"), text + "x,y\n");
        return DataSpec.of(new DataSource.CsvFile(file.toString()));
    }

    private static List<String> look(OpenWindow open, Screen screen, boolean left, boolean right) {
        runFx(() -> {
            open.window.model().leftProperty().set(left);
            open.window.model().rightProperty().set(right);
        });
        nextFrame();
        nextFrame();
        nextFrame();
        String where = screen.titleKey() + (left ? " left" : "") + (right ? " right" : "") + " ";
        return onFx(() -> Seen.faults(open.window.scene())).stream().map(where::concat).toList();
    }
}
