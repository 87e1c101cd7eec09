package downhill.ui.window;

import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All numbers of contenders, all sizes, all tabs, both languages, projected and not. Part of the long tests. */
@Tag("soak")
class CrowdSoakTest extends CrowdLook {
    @AfterEach
    void speakEnglish() {
        runFx(() -> Messages.languageProperty().set(Language.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource({"2, ENGLISH", "3, ENGLISH", "8, ENGLISH", "24, ENGLISH", "60, ENGLISH", "2, CHINESE", "3, CHINESE", "8, CHINESE",
            "24, CHINESE", "60, CHINESE"})
    void everybodyHasAPlace(int count, Language language) {
        try (OpenWindow open = new OpenWindow(1440, 900)) {
            runFx(() -> Messages.languageProperty().set(language));
            begin(open, count, 412);
            List.of(HUGE, LARGE, USUAL, BETWEEN, SMALL).forEach(size -> {
                look(open, count, size);
                lecture(open, size);
            });
        }
    }
}
