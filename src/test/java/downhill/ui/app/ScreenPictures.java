package downhill.ui.app;

import downhill.data.TaskKind;
import downhill.data.source.SampleData;
import downhill.model.Architecture;
import downhill.model.Loss;
import downhill.model.ModelSpec;
import downhill.race.RaceState;
import downhill.race.document.Experiment;
import downhill.race.document.Problem;
import downhill.ui.fit.FitView;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FxToolkit;
import downhill.ui.fx.Images;
import downhill.ui.i18n.Language;
import downhill.ui.i18n.Messages;
import downhill.ui.panel.PanelForm;
import downhill.ui.screen.Screen;
import downhill.ui.session.Demo;
import downhill.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.animation.AnimationTimer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes the pictures of {@code docs/screens}: {@code mvn test -Dtest=ScreenPictures}. Not part of the tests that always run. */
class ScreenPictures extends FxTest {
    private static final Path FOLDER = Path.of("docs/screens");
    private static final Duration PATIENCE = Duration.ofSeconds(300);
    private static final Set<String> ALSO_DARK = Set.of("race", "landscape", "fit");
    private static final int FRAMES = 60;

    @Test
    void everyScreen(@TempDir Path settings) throws IOException {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            start(app);
            open(app, Demo.experiment("Iris: which optimizer gets there first?"), 240);
            FxToolkit.run(() -> app.session().changeHyperparameter("c1", "learningRate", 0.2));
            step(app, 172, 412);
            tabs(app);
            spread(app);
            solid(app);
            panels(app);
            sheets(app);
            lecture(app);
            chinese(app);
            diverged(app);
            series(app);
            images(app);
            lab(app);
        }
    }

    /** What there is to begin with, before anything is open. */
    private static void start(AppWindow app) throws IOException {
        FxToolkit.run(app.window()::showStart);
        settle();
        write(app, "start-light", Theme.LIGHT, 1440, 900);
        write(app, "start-dark-1100x700", Theme.DARK, 1100, 700);
    }

    static void open(AppWindow app, Experiment document, int steps) {
        FxToolkit.run(() -> app.session().open(document, null, null));
        step(app, steps, steps);
    }

    private static void step(AppWindow app, int by, long until) {
        FxToolkit.run(() -> app.session().race().step(by));
        app.await(now -> now.state() == RaceState.PAUSED && now.step() == until, PATIENCE);
    }

    private static void tabs(AppWindow app) throws IOException {
        for (Screen screen : FxToolkit.call(() -> app.window().screens())) {
            show(app, screen);
            String name = screen.titleKey().substring(screen.titleKey().indexOf('.') + 1);
            write(app, name + "-light", Theme.LIGHT, 1440, 900);
            settle();
            write(app, name + "-light-1100x700", Theme.LIGHT, 1100, 700);
            if (ALSO_DARK.contains(name)) {
                write(app, name + "-dark", Theme.DARK, 1440, 900);
            }
        }
    }

    /** How weights and gradients were spread at every step. */
    private static void spread(AppWindow app) throws IOException {
        show(app, FxToolkit.call(() -> app.window().screens().get(5)));
        FxToolkit.run(() -> ((ComboBox<?>) app.window().scene().lookup("#state-quantity")).getSelectionModel().select(4));
        settle();
        write(app, "state-over-the-run-light", Theme.LIGHT, 1440, 900);
        show(app, app.window().parts().race());
    }

    /** The landscape as a relief. */
    private static void solid(AppWindow app) throws IOException {
        show(app, app.window().parts().landscape());
        press(app, "landscape.solid");
        settle();
        write(app, "landscape-solid-dark", Theme.DARK, 1440, 900);
        press(app, "landscape.flat");
        show(app, app.window().parts().race());
    }

    /** Presses the button of the landscape that says so. */
    private static void press(AppWindow app, String key) {
        FxToolkit.run(() -> app.window().parts().landscape().content().lookupAll(".toggle-button").stream().map(ToggleButton.class::cast)
                .filter(button -> Messages.text(key).equals(button.getText())).findFirst().orElseThrow().fire());
    }

    /** Regions and confusion in the small panels; the panels alone in the window, a step pointed at. */
    private static void panels(AppWindow app) throws IOException {
        FxToolkit.run(() -> app.window().parts().multiples().formProperty().set(new PanelForm(PanelForm.Kind.FIT, null, FitView.PLANE)));
        settle();
        FxToolkit.run(() -> app.window().model().bigProperty().set(true));
        settle();
        write(app, "big-screen-regions-light", Theme.LIGHT, 1440, 900);
        FxToolkit.run(() -> {
            app.window().parts().multiples().formProperty().set(PanelForm.LANDSCAPE);
            app.window().parts().compare().formProperty().set(PanelForm.LANDSCAPE);
            app.session().selection().hoverStepProperty().set(120);
            app.window().model().bigProperty().set(true);
        });
        settle();
        write(app, "big-screen-dark", Theme.DARK, 1440, 900);
        FxToolkit.run(() -> {
            app.window().model().bigProperty().set(false);
            app.session().selection().hoverStepProperty().set(Double.NaN);
        });
    }

    private static void sheets(AppWindow app) throws IOException {
        sheet(app, "add-contender", () -> app.window().parts().contenders().add());
        sheet(app, "edit-contender", () -> app.window().parts().contenders().edit());
        sheet(app, "edit-model", app.window().parts()::editModel);
        sheet(app, "edit-training", app.window().parts()::editTraining);
        sheet(app, "gallery", app.window()::showGallery);
        sheet(app, "workshop", () -> menu(app, "menu.experiment.workshop"));
        sheet(app, "fork", () -> menu(app, "menu.experiment.fork"));
        sheet(app, "export", () -> menu(app, "menu.file.export"));
        sheet(app, "palette", () -> menu(app, "menu.help.palette"));
        sheet(app, "keys", () -> menu(app, "menu.help.keys"));
    }

    /** Chooses from the menus, as a person does. */
    private static void menu(AppWindow app, String key) {
        MenuBar bar = (MenuBar) app.window().scene().lookup(".menu-bar");
        bar.getMenus().stream().flatMap(menu -> menu.getItems().stream()).filter(item -> Messages.text(key).equals(item.getText()))
                .findFirst().orElseThrow()
                .fire();
    }

    private static void sheet(AppWindow app, String name, Runnable open) throws IOException {
        FxToolkit.run(open);
        settle();
        write(app, name, Theme.LIGHT, 1440, 900);
        FxToolkit.run(() -> app.window().sheets().close());
    }

    private static void lecture(AppWindow app) throws IOException {
        FxToolkit.run(() -> app.window().lecture().onProperty().set(true));
        step(app, 1, 413);
        settle();
        write(app, "lecture-light", Theme.LIGHT, 1440, 900);
        FxToolkit.run(() -> app.window().lecture().onProperty().set(false));
    }

    private static void chinese(AppWindow app) throws IOException {
        FxToolkit.run(() -> Messages.languageProperty().set(Language.CHINESE));
        show(app, app.window().parts().landscape());
        write(app, "chinese-dark", Theme.DARK, 1440, 900);
        for (Screen screen : List.of(app.window().parts().race(), app.window().parts().metrics(), app.window().parts().data())) {
            show(app, screen);
            write(app, "chinese-" + screen.titleKey().substring(screen.titleKey().indexOf('.') + 1) + "-light-1100x700", Theme.LIGHT,
                    1100, 700);
        }
        FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
        show(app, app.window().parts().race());
    }

    /** One contender diverges, the others go on. */
    private static void diverged(AppWindow app) throws IOException {
        FxToolkit.run(() -> app.session().changeHyperparameter("c3", "learningRate", 3e38));
        step(app, 300, 713);
        settle();
        write(app, "race-diverged-light", Theme.LIGHT, 1440, 900);
    }

    private static void series(AppWindow app) throws IOException {
        open(app, learning("Air passengers: a year ahead?", "air-passengers", new Architecture.Transformer(8, 2, 16),
                TaskKind.REGRESSION), 200);
        show(app, app.window().parts().fit());
        write(app, "forecast-light", Theme.LIGHT, 1440, 900);
    }

    private static void images(AppWindow app) throws IOException {
        open(app, learning("Digits: what a small network sees", "digits", Architecture.Cnn.digits(), TaskKind.MULTICLASS), 60);
        show(app, app.window().parts().fit());
        write(app, "feature-maps-light", Theme.LIGHT, 1440, 900);
        show(app, app.window().parts().metrics());
        write(app, "confusion-light", Theme.LIGHT, 1440, 900);
        FxToolkit.run(() -> {
            ComboBox<?> look = (ComboBox<?>) app.window().parts().metrics().options().lookup(".combo-box");
            look.getSelectionModel().select(look.getItems().indexOf(FitView.PRECISION_RECALL));
        });
        settle();
        write(app, "precision-recall-light", Theme.LIGHT, 1440, 900);
    }

    /** A surface chosen as a person does, where everybody stands after some steps. */
    private static void lab(AppWindow app) throws IOException {
        FxToolkit.run(app.window()::chooseSurface);
        settle();
        write(app, "surfaces", Theme.LIGHT, 1440, 900);
        FxToolkit.run(() -> ((Button) app.window().scene().lookup("#lab-himmelblau")).fire());
        settle();
        FxToolkit.run(() -> ((Button) app.window().scene().lookup("#run")).fire());
        settle();
        FxToolkit.run(() -> {
            ((Button) app.window().scene().lookup("#run")).fire();
            ((CheckBox) app.window().shownProperty().get().content().lookup(".check-box")).setSelected(true);
        });
        settle();
        write(app, "lab-light", Theme.LIGHT, 1440, 900);
        write(app, "lab-dark-1100x700", Theme.DARK, 1100, 700);
    }

    static Experiment learning(String title, String data, Architecture architecture, TaskKind task) {
        return Demo.experiment(title)
                .withProblem(new Problem.Learning(SampleData.of(data).spec(), new ModelSpec(architecture, Loss.defaultFor(task))));
    }

    static void show(AppWindow app, Screen screen) {
        FxToolkit.run(() -> app.window().shownProperty().set(screen));
        settle();
    }

    /** Views that compute in the background are given a second's frames. */
    static void settle() {
        CountDownLatch passed = new CountDownLatch(FRAMES);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                passed.countDown();
            }
        };
        FxToolkit.run(timer::start);
        try {
            passed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        FxToolkit.run(timer::stop);
    }

    /** In both themes and both sizes, in each of these languages; English is spoken again after it. */
    static void both(AppWindow app, String name, Language... languages) throws IOException {
        for (Language language : languages) {
            FxToolkit.run(() -> Messages.languageProperty().set(language));
            settle();
            for (Theme theme : new Theme[] {Theme.LIGHT, Theme.DARK}) {
                String to = name + "-" + theme + (language == Language.ENGLISH ? "-en" : "-zh");
                write(app, to + "-1440x900", theme, 1440, 900);
                write(app, to + "-1100x700", theme, 1100, 700);
            }
        }
        FxToolkit.run(() -> Messages.languageProperty().set(Language.ENGLISH));
    }

    static void write(AppWindow app, String name, Theme theme, int width, int height) throws IOException {
        write(app.picture(theme, width, height), name);
    }

    static void write(BufferedImage picture, String name) throws IOException {
        // a sixth smaller as a file
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        opaque.createGraphics().drawImage(picture, 0, 0, null);
        Images.writePng(opaque, FOLDER.resolve(name.toLowerCase(Locale.ROOT) + ".png"));
    }
}
