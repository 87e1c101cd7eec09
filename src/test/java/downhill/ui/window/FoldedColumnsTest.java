package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.race.RaceState;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.session.Demo;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With either column folded or opened by hand in a small window, every view over a real race is whole. */
class FoldedColumnsTest extends CrowdLook {
    private static final int STEPS = 40;

    @AfterEach
    void speakEnglish() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyViewIsWhole(Language language) {
        List<String> lost = new ArrayList<>();
        try (OpenWindow open = OpenWindow.live(1440, 900)) {
            runFx(() -> Messages.languageProperty().set(language));
            open.open(Demo.experiment("Iris"));
            await("the race is ready", () -> open.session.race().isOpen()
                    && open.session.snapshotProperty().get().state() == RaceState.PAUSED);
            runFx(() -> open.session.race().step(STEPS));
            await("it has stepped", () -> open.session.snapshotProperty().get().step() == STEPS);
            for (Screen screen : onFx(() -> open.window.screens())) {
                show(open, screen);
                resize(open, SMALL);
                for (boolean left : new boolean[] {true, false}) {
                    for (boolean right : new boolean[] {true, false}) {
                        lost.addAll(look(open, screen, left, right));
                    }
                }
            }
        }
        assertThat(lost).isEmpty();
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
