package downhill.ui.screen.transport;

import downhill.race.RaceSnapshot;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.session.Session;
import java.util.OptionalLong;
import javafx.beans.property.IntegerProperty;
import javafx.scene.layout.HBox;

/** Run, pause, step, reset, seek, jump, speed. */
public final class TransportController {

    private final TransportModel model;
    private final TransportView view;
    private final Subscriptions attached = new Subscriptions();

    /** The transport of {@code session}; {@code fork} branches off at the step shown. */
    public TransportController(Session session, Runnable fork) {
        model = new TransportModel(session);
        view = new TransportView(model, fork);
        view.timeLine.setOnSeek(step -> session.race().seek(step));
        attached.listen(session.snapshotProperty(), model.jumps()::observe);
        attached.listen(session.readProperty(), now -> refresh());
        attached.bindBoth(view.timeLine.hoverStepProperty(), session.selection().hoverStepProperty());
        attached.listen(session.experimentProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
        attached.listen(view.speed.valueProperty(), index -> session.race().speedProperty().set(TransportModel.SPEEDS[(int) Math.round(index.doubleValue())]));
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

    /** Some steps back. */
    public void leapBack() {
        model.session().race().seek(Math.max(0, model.session().snapshotProperty().get().step() - model.strideProperty().get()));
    }

    /** One notch slower. */
    public void slower() {
        model.changeSpeed(-1);
    }

    /** One notch faster. */
    public void faster() {
        model.changeSpeed(1);
    }

    /** So slow that each step can be told, and back to the speed before. */
    public void slowMotion() {
        model.slowMotion();
    }

    /** Goes to just before the update that raised the chosen contender's loss most. False where its loss never rose. */
    public boolean toWorstJump() {
        return go(model.worstJump());
    }

    /** Goes to the last step before the chosen contender's divergence, else anybody's. False where nobody diverged. */
    public boolean toDivergence() {
        return go(model.jumps().divergence(model.session().selection().contenderProperty().get()));
    }

    private boolean go(OptionalLong step) {
        step.ifPresent(model.session().race()::seek);
        return step.isPresent();
    }

    /** Detaches everything. */
    public void dispose() {
        attached.dispose();
        view.dispose();
    }

    private void refresh() {
        if (model.session().experiment() != null) {
            view.show(model);
            view.timeLine.show(model.session().snapshotProperty().get().step(), model.recorded(), model.session().experiment().training().steps(),
                    Marks.of(model.session()));
        }
    }
}
