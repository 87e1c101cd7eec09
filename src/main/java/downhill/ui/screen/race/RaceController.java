package downhill.ui.screen.race;

import downhill.ui.command.Command;
import downhill.ui.command.Shortcuts;
import downhill.ui.control.Sheets;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.LiveScreen;
import downhill.ui.session.CurveFeed;
import downhill.ui.session.Obstacles;
import downhill.ui.session.Session;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;

/** The race: training and validation loss of every contender in one chart. */
public final class RaceController extends LiveScreen {
    private final RaceModel model;
    private final Command log;
    private final Command validation;
    private final Command keep;
    private final Command earlier;
    private final RaceView view;

    /** The screen of {@code session}; what it asks opens in {@code sheets}. */
    public RaceController(Session session, CurveFeed curves, Sheets sheets) {
        model = new RaceModel(session, curves);
        log = Command.flip("view.log", "menu.view.log", model.logProperty()).on(Shortcuts.key(KeyCode.L));
        validation = Command.flip("view.validation", "menu.view.validation", model.validationProperty()).on(Shortcuts.key(KeyCode.V));
        keep = Command.of("race.keep", "menu.race.keep", session.earlier()::keep).on(Shortcuts.key(KeyCode.K))
                .unless(session.earlier()::refusal);
        earlier = Command.of("race.earlier", "menu.race.earlier", () -> EarlierSheet.open(session, sheets))
                .unless(() -> Obstacles.noExperiment(session));
        view = new RaceView(model, log, validation);
        attached.listen(session.earlier().allProperty(), now -> refresh());
        attached.listen(session.snapshotProperty(), now -> refresh());
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(session.selection().revisionProperty(), now -> refresh());
        attached.listen(view.chart().hoverXProperty(), x -> session.selection().hoverStepProperty().set(model.step(x.doubleValue())));
        attached.listen(session.selection().hoverStepProperty(), step -> view.chart().hoverXProperty().set(model.x(step.doubleValue())));
        attached.listen(model.logProperty(), now -> refresh());
        attached.listen(model.validationProperty(), now -> refresh());
        attached.listen(model.smoothingProperty(), now -> refresh());
        attached.listen(model.axisProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
    }

    /** Whether the loss has a scale of equal ratios. */
    public BooleanProperty logProperty() {
        return model.logProperty();
    }

    /** Whether the validation loss is drawn. */
    public BooleanProperty validationProperty() {
        return model.validationProperty();
    }

    /** The switches of the chart. */
    public List<Command> commands() {
        return List.of(log, validation, keep, earlier);
    }

    /** How many drawings of the chart have been shown so far. */
    public long drawings() {
        return view.chart().drawingsProperty().get();
    }

    /** Shows everything again. */
    public void resetView() {
        view.chart().resetView();
    }

    @Override
    public String titleKey() {
        return "tab.race";
    }

    @Override
    public Node content() {
        return view.chart();
    }

    @Override
    public Node options() {
        return view.options();
    }

    @Override
    public boolean overMultiples() {
        return true;
    }

    @Override
    public void dispose() {
        super.dispose();
        view.dispose();
    }

    @Override
    protected void refresh() {
        if (isActive() && model.session().experiment() != null) {
            view.chart().show(model.options(),
                    model.series());
        }
    }
}
