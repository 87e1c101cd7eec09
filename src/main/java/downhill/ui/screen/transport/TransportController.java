package downhill.ui.screen.transport;

import downhill.ui.command.Section;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Session;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.scene.layout.HBox;

/** Run, pause, step, reset, seek, jump, speed. */
public final class TransportController {

    private final TransportModel model;
    private final TransportCommands commands;
    private final TransportView view;
    private final Subscriptions attached = new Subscriptions();

    /** The transport of {@code session}; {@code fork} branches off at the step shown. */
    public TransportController(Session session, Runnable fork) {
        model = new TransportModel(session);
        commands = new TransportCommands(model, fork);
        view = new TransportView(model, commands);
        view.timeLine.setOnSeek(step -> session.race().seek(step));
        attached.listen(session.snapshotProperty(), model.jumps()::observe);
        attached.listen(session.readProperty(), now -> refresh());
        attached.bindBoth(view.timeLine.hoverStepProperty(), session.selection().hoverStepProperty());
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
        attached.listen(view.speed.valueProperty(), index -> session.race().speedProperty()
                .set(TransportModel.SPEEDS[(int) Math.round(index.doubleValue())]));
        attached.follow(session.race().speedProperty(), speed -> {
            view.speed.setValue(TransportModel.speedIndex(speed.doubleValue()));
            refresh();
        });
    }

    /** The bar. */
    public HBox node() {
        return view.node();
    }

    /** How many steps the long step makes. */
    public IntegerProperty strideProperty() {
        return model.strideProperty();
    }

    /** What can be done with the race, in the order of a menu. */
    public List<Section> commands() {
        return commands.sections();
    }

    /** Detaches everything. */
    public void dispose() {
        attached.dispose();
        view.dispose();
    }

    private void refresh() {
        if (model.session().experiment() != null) {
            view.show(model);
            view.timeLine.show(model.session().snapshotProperty().get().step(), model.recorded(),
                    model.session().experiment().training().steps(),
                    HandMarks.of(model.session()));
        }
    }
}
