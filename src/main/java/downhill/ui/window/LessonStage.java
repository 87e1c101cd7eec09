package downhill.ui.window;

import downhill.ui.control.Sheets;
import downhill.ui.fit.ModelFeed;
import downhill.ui.landscape.LandscapeFeed;
import downhill.ui.screen.Screen;
import downhill.ui.screen.box.BoxScreen;
import downhill.ui.screen.contenders.ContendersCard;
import downhill.ui.screen.curvature.CurvatureController;
import downhill.ui.screen.data.DataCard;
import downhill.ui.screen.fit.FitController;
import downhill.ui.screen.landscape.LandscapeController;
import downhill.ui.screen.metrics.MetricsController;
import downhill.ui.screen.model.ModelCard;
import downhill.ui.screen.model.ModelEditor;
import downhill.ui.screen.parameters.ParametersController;
import downhill.ui.screen.race.RaceController;
import downhill.ui.screen.state.StateController;
import downhill.ui.screen.training.TrainingCard;
import downhill.ui.screen.training.TrainingEditor;
import downhill.ui.session.CurvatureFeed;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Session;
import downhill.ui.session.StepFeed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;

/** The views that a lesson may show and the cards that it may give into the learner's hands, by the names that lessons have for them. */
final class LessonStage {
    private final LandscapeFeed landscapes;
    private final LandscapeController landscape;
    private final ModelFeed models;
    private final StepFeed steps;
    private final CurvatureController curvature;
    private final BoxScreen box = new BoxScreen();
    private final Map<String, Screen> views = new LinkedHashMap<>();
    private final Tabs tabs;
    private final ContendersCard contenders;
    private final DataCard data;
    private final ModelCard model;
    private final TrainingCard training;

    LessonStage(Session session, Sheets sheets) {
        CurveFeed curves = new CurveFeed(session);
        landscapes = new LandscapeFeed(session);
        landscape = new LandscapeController(session, landscapes, sheets);
        models = ModelFeed.of(session);
        steps = new StepFeed(session);
        curvature = new CurvatureController(session, new CurvatureFeed(session));
        views.put("landscape", landscape);
        views.put("race", new RaceController(session, curves, sheets));
        views.put("fit", new FitController(session, models));
        views.put("metrics", new MetricsController(session, models));
        views.put("parameters", new ParametersController(session, curves));
        views.put("state", new StateController(session, steps));
        views.put("curvature", curvature);
        views.put("workers", box);
        tabs = new Tabs(List.copyOf(views.values()));
        tabs.offer(List.of(landscape));
        contenders = new ContendersCard(session, sheets).again();
        data = new DataCard(session, () -> { });
        model = new ModelCard(session, () -> new ModelEditor(session).open(sheets));
        training = new TrainingCard(session, () -> new TrainingEditor(session).open(sheets));
    }

    Tabs tabs() {
        return tabs;
    }

    LandscapeController landscape() {
        return landscape;
    }

    StepFeed steps() {
        return steps;
    }

    /** Only these can be seen, the first at once. */
    void offer(List<String> names) {
        tabs.offer(names.stream().map(views::get).toList());
    }

    /** What lessons call a view; the race where they have no name for it. */
    String nameOf(Screen view) {
        return views.entrySet().stream().filter(one -> one.getValue().titleKey().equals(view.titleKey())).map(Map.Entry::getKey).findFirst()
                .orElse("race");
    }

    /** What may be given into the learner's hands. */
    Map<String, Node> cards() {
        return Map.of("contenders", contenders.node(), "data", data.node(), "model", model.node(), "training", training.node());
    }

    /** Once a frame. */
    void frame() {
        landscape.frame();
        landscapes.frame();
        models.frame();
        steps.frame();
        curvature.frame();
        box.frame();
    }

    void dispose() {
        steps.close();
        tabs.dispose();
        landscapes.dispose();
        models.dispose();
        contenders.dispose();
        data.dispose();
        model.dispose();
        training.dispose();
    }
}
