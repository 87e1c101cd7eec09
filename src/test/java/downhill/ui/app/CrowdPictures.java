package downhill.ui.app;

import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.Screen;
import downhill.ui.theme.Theme;
import downhill.ui.window.Crowd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Writes the pictures of {@code docs/screens} with 3, 8 and 24 contenders of long names: {@code mvn test -Dtest=CrowdPictures}. Each
 * size, theme and language is of another view. Not part of the tests that always run.
 */
class CrowdPictures extends FxTest {
    private static final int[][] SIZES = {{1440, 900}, {1100, 700}};
    private static final int STEPS = 412;

    @Test
    void everyCrowd(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            for (int count : new int[] {3, 8, 24}) {
                ScreenPictures.open(app, Crowd.longNamed(count), STEPS);
                for (Language language : Language.values()) {
                    FxToolkit.run(() -> Messages.languageProperty().set(language));
                    views(app, count, language);
                }
                FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
            }
        }
    }

    private static void views(AppWindow app, int count, Language language) throws IOException {
        Screen[][] views = FxToolkit.call(() -> new Screen[][] {{app.window().parts().race(), app.window().parts().compare()},
                {app.window().parts().landscape(), app.window().parts().metrics()}});
        for (int size = 0; size < SIZES.length; size++) {
            for (Theme theme : Theme.values()) {
                ScreenPictures.show(app, views[size][(theme.ordinal() + language.ordinal()) % 2]);
                String name = "crowd-%d-%s-%s-%dx%d".formatted(count, theme.name().toLowerCase(Locale.ROOT), language == Language.CHINESE
                        ? "zh" : "en",
                        SIZES[size][0], SIZES[size][1]);
                ScreenPictures.settle();
                ScreenPictures.write(app, name, theme, SIZES[size][0], SIZES[size][1]);
            }
        }
    }
}
