package downhill.ui.screen.glass;

import downhill.analysis.step.StepRecord;
import downhill.race.ContenderSpec;
import downhill.ui.session.Racing;
import downhill.ui.session.Session;
import downhill.ui.session.StepFeed;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Which parameter is looked at, and what there is to tell about its step. */
final class GlassModel {
    private final Session session;
    private final StepFeed feed;
    private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(this, "told");
    private List<String> names = List.of();
    private int parameter = -1;

    GlassModel(Session session, StepFeed feed) {
        this.session = session;
        this.feed = feed;
    }

    /** What is told now; null while there is nothing. */
    ReadOnlyObjectProperty<Told> toldProperty() {
        return told.getReadOnlyProperty();
    }

    Session session() {
        return session;
    }

    StepFeed feed() {
        return feed;
    }

    /** Names of all parameters; empty until there is something to tell. */
    List<String> names() {
        return names;
    }

    /** Index of the parameter looked at. */
    int parameter() {
        return parameter;
    }

    void choose(int index) {
        parameter = index;
        refresh();
    }

    /** Tells the newest step. The first time, and for another model, about the parameter that it changes most. */
    void refresh() {
        StepRecord record = feed.recordProperty().get();
        ContenderSpec contender = feed.contender();
        Racing race = session.race().racing();
        if (record == null || contender == null || race == null || race.parameterNames().size() != record.before().length) {
            told.set(null);
            return;
        }
        if (!race.parameterNames().equals(names)) {
            names = race.parameterNames();
            parameter = Told.mostChanged(record);
        }
        told.set(Told.of(record, parameter, names.get(parameter), contender.name(), contender.style()));
    }
}
