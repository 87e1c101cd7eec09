package downhill.ui.app;

import downhill.race.document.Experiment;
import downhill.study.StudySettings;
import downhill.study.StudySettings.PrunerName;
import downhill.study.space.VaryText;
import downhill.ui.fx.FxTest;
import downhill.ui.fx.FrameStats;
import downhill.ui.fx.FxToolkit;
import downhill.ui.session.Demo;
import downhill.ui.screen.Screen;
import downhill.ui.tune.TuneModel;
import downhill.ui.tune.TunePlan;
import downhill.ui.tune.TuneState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.control.ButtonBase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What frames cost while a search of 400 trials of 1,000 steps runs with its pictures in view, for the first time since the start and once
 * the compiler of the virtual machine rests: {@code mvn test -Dtest=TuneFrames} prints it. Not part of the tests that always run.
 */
class TuneFrames extends FxTest {
    private static final List<String> KNOBS = List.of("optimizer=adam,sgd,momentum,rmsprop", "learningRate=1e-4..1:log", "batch=8..64:log",
            "l2=1e-6..0.1:log", "schedule=constant,cosine");
    private static final Duration LENGTH = Duration.ofSeconds(60);
    /** For each of three pictures. */
    private static final int TRIALS = 130;

    @Test
    void framesWhileASearchRuns(@TempDir Path settings) {
        try (AppWindow app = AppWindow.show(1440, 900, new StoredFiles(settings.resolve("recent.txt")))) {
            Experiment demo = Demo.experiment("Iris");
            FxToolkit.run(() -> app.session().open(demo.withTraining(demo.training().withSteps(1000)), null, null));
            await("the data are there", () -> app.session().dataProperty().get() != null);
            FxToolkit.run(() -> ((ButtonBase) app.window().scene().lookup("#rail-tune")).fire());
            search(app, KNOBS.subList(0, 4), "first time");
            Compiler.awaitRest();
            search(app, KNOBS, "again");
        }
    }

    private static void search(AppWindow app, List<String> knobs, String time) {
        TuneModel model = app.window().parts().tune().model();
        FxToolkit.run(() -> {
            TunePlan plan = TunePlan.start();
            model.planProperty().set(plan.withKnobs(knobs.stream().map(VaryText::read).toList()).withChosen(plan.chosen()
                    .with(StudySettings.PRUNER, PrunerName.NONE).with(StudySettings.TRIALS, 400L)
                    .with(StudySettings.MINUTES, 60.0).with(StudySettings.SAMPLER, StudySettings.SamplerName.RANDOM)));
            model.start();
        });
        for (Screen screen : app.window().parts().tune().large().subList(0, 3)) {
            FxToolkit.run(() -> app.window().shownProperty().set(screen));
            long from = model.standProperty().get().ended();
            FxToolkit.run(app.window().pump()::resetStats);
            long end = System.nanoTime() + LENGTH.toNanos();
            while (model.standProperty().get().ended() < from + TRIALS && System.nanoTime() < end) {
                WindowBench.sleep(Duration.ofMillis(20));
            }
            FrameStats seen = FxToolkit.call(app.window().pump()::stats);
            System.out.printf("%s, %s, %d trials ended, %s: %.1f frames/s, FX work p50 %.1f p95 %.1f p99 %.1f longest %.1f ms, "
                    + "longest stall %.0f ms%n",
                    time, screen.titleKey(), model.standProperty().get().ended(), model.standProperty().get().state(),
                    seen.framesPerSecond(), seen.workMillis(0.5), seen.workMillisP95(), seen.workMillis(0.99), seen.longestWorkMillis(),
                    seen.longestStallMillis());
        }
        FxToolkit.run(model::stop);
        await("it has ended", () -> model.standProperty().get().state() != TuneState.RUNNING);
    }
}
