package downhill.ui.screen.state;

import downhill.analysis.step.MatrixStep;
import downhill.analysis.step.StepRecord;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.LiveScreen;
import downhill.ui.session.Pace;
import downhill.ui.session.Session;
import downhill.ui.session.Snapshots;
import downhill.ui.session.StepFeed;
import java.util.List;
import javafx.scene.Node;

/** The optimizer's state: norms of recent steps, a number for each parameter, and each array's spread. */
public final class StateController extends LiveScreen {
    private static final int COLUMNS = 96;
    private static final double SPREADS_PER_SECOND = 0.5;

    private final StateModel model;
    private final StateView view;
    private final Pace pace = new Pace(SPREADS_PER_SECOND);

    /** The screen of {@code session}, fed by {@code feed}. */
    public StateController(Session session, StepFeed feed) {
        model = new StateModel(session, feed);
        view = new StateView(this::choose, this::chooseArray, session.selection().hoverStepProperty());
        attached.listen(feed.recordProperty(), now -> taken());
        attached.listen(feed.problemProperty(), now -> refresh());
        attached.listen(Messages.languageProperty(), now -> refresh());
    }

    /** How many steps the charts of norms show. */
    public int measured() {
        return model.measured();
    }

    /** Number of updates before the step shown; −1 where none is. */
    public long step() {
        return model.record() == null ? -1 : model.record().step();
    }

    @Override
    public String titleKey() {
        return "tab.state";
    }

    @Override
    public Node content() {
        return view.content();
    }

    @Override
    public Node options() {
        return view.options();
    }

    @Override
    public void setActive(boolean on) {
        model.feed().watch(this, on);
        super.setActive(on);
        taken();
    }

    @Override
    public void dispose() {
        setActive(false);
        super.dispose();
        view.dispose();
    }

    /** Whether histograms over the run are on show. */
    public boolean showsSpread() {
        return model.quantity().equals(Quantity.SPREAD) && model.spread() != null;
    }

    /** Shows another number of each parameter, or the histograms over the run. */
    void choose(Quantity quantity) {
        model.choose(quantity);
        look();
        count(model.record() != null);
        refresh();
    }

    /** Singular values of all matrices: only where they are looked at. */
    private void look() {
        if (isActive() && model.record() != null && model.quantity().equals(Quantity.MATRICES)) {
            model.feed().<List<MatrixStep>>derive("matrices", model.record(), MatrixStep::all, found -> {
                model.takeMatrices(found);
                refresh();
            });
        }
    }

    private void chooseArray(String name) {
        model.chooseArray(name);
        refresh();
    }

    /** Histograms over the run cost a gradient for each of their steps: only where they are looked at, and not too often. */
    private void count(boolean due) {
        if (due && model.quantity().equals(Quantity.SPREAD)) {
            model.feed().history(COLUMNS, spread -> {
                model.take(spread);
                refresh();
            });
        }
    }

    /** Where the race rests, every recent step is measured; while it runs those must do that were looked at. */
    private void taken() {
        if (!isActive()) {
            return;
        }
        model.take();
        look();
        refresh();
        StepRecord record = model.record();
        boolean rests = !Snapshots.isRunning(model.session().snapshotProperty().get());
        count(record != null && (rests || pace.isTime()));
        if (record != null && rests) {
            model.feed().recent(StateModel.RECENT, steps -> {
                model.take(steps);
                refresh();
            });
        }
    }

    @Override
    protected void refresh() {
        if (isActive()) {
            view.show(model);
        }
    }
}
