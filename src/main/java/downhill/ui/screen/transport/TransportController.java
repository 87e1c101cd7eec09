package downhill.ui.screen.transport;

import downhill.race.ContenderSpec;
import downhill.race.RaceSnapshot;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import downhill.ui.session.Session;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.scene.layout.HBox;

/** Run, pause, step, reset, seek, speed. */
public final class TransportController {
    private static final long FEWEST_NANOS = 50_000_000L;

    private final TransportModel model;
    private final TransportView view;
    private final Subscriptions attached = new Subscriptions();
    private long furthest;
    private long refreshed;

    /** The transport of {@code session}. */
    public TransportController(Session session) {
        model = new TransportModel(session);
        view = new TransportView(model);
        view.timeLine.setOnSeek(step -> session.race().seek(step));
        attached.listen(session.snapshotProperty(), this::changed);
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

    /** Detaches everything. */
    public void dispose() {
        attached.dispose();
        view.dispose();
    }

    private void changed(RaceSnapshot now) {
        furthest = now.step() == 0 ? 0 : Math.max(furthest, now.step());
        if (!model.running() || System.nanoTime() - refreshed > FEWEST_NANOS) {
            refresh();
        }
    }

    private void refresh() {
        refreshed = System.nanoTime();
        if (model.session().experiment() != null) {
            view.show(model);
            view.timeLine.show(model.session().snapshotProperty().get().step(), furthest, model.session().experiment().training().steps(), marks());
        }
    }

    private List<TimeLine.Mark> marks() {
        List<TimeLine.Mark> marks = new ArrayList<>();
        for (ContenderSpec one : model.session().experiment().contenders()) {
            one.changes().forEach(change -> marks.add(new TimeLine.Mark(change.step(), Messages.text("transport.change", one.name(),
                    symbol(one, change.key()), Numbers.plain(change.value()), Numbers.count(change.step())))));
        }
        marks.sort(java.util.Comparator.comparingLong(TimeLine.Mark::step));
        return marks;
    }

    private String symbol(ContenderSpec one, String key) {
        return model.session().rules().byId(one.ruleId()).flatMap(rule -> rule.hyperparameter(key)).map(h -> h.symbol()).orElse(key);
    }
}
