package downhill.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import downhill.optim.RuleLibrary;
import downhill.ui.fx.FxExecutor;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.Screenshots;
import downhill.ui.session.Demo;
import downhill.ui.session.Session;
import downhill.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.Locale;
import javafx.stage.Stage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pictures of the window with a made-up race, to be looked at. */
class WindowPictureTest extends FxTest {
    @ParameterizedTest
    @CsvSource({"LIGHT,1440,900", "DARK,1440,900", "LIGHT,1100,700", "DARK,1100,700"})
    void windowWithADemoRace(Theme theme, int width, int height) throws Exception {
        FxExecutor work = FxExecutor.threads(1, "test");
        MadeUpRace[] race = new MadeUpRace[1];
        Session session = onFx(() -> new Session((experiment, folder) -> race[0] = new MadeUpRace(experiment), work, RuleLibrary.builtIn()));
        MainWindow window = onFx(() -> new MainWindow(session, work, new NoFiles(), new NoPicker(), width, height));
        Stage stage = onFx(() -> {
            Stage shown = new Stage();
            shown.setScene(window.scene());
            shown.show();
            theme.apply(window.scene());
            window.start();
            session.open(Demo.experiment("Iris: which optimizer gets there first?"), null, null);
            return shown;
        });
        await("data are read", () -> session.dataProperty().get() != null);
        runFx(() -> session.race().step(412));
        await("the race has stepped", () -> session.snapshotProperty().get().step() == 412);
        BufferedImage image = onFx(() -> Screenshots.of(window.scene(), 1));
        nextFrame();
        onFx(() -> {
            Screenshots.write(window.scene(), Path.of("target/screenshots/window-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + ".png"), 1);
            return null;
        });
        runFx(() -> {
            window.dispose();
            stage.close();
            session.close();
        });
        assertThat(image.getWidth()).isEqualTo(width);
    }
}
