package downhill.ui.screen.glass;

import downhill.analysis.step.MatrixStep;
import downhill.analysis.step.StepRecord;
import downhill.race.Racing;
import downhill.race.document.ContenderSpec;
import downhill.ui.session.Session;
import downhill.ui.session.StepFeed;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;

/** Which parameter is looked at, and what there is to tell about its step. */
final class GlassModel {
    private final Session session;
    private final StepFeed feed;
    private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(this, "told");
    private final ReadOnlyObjectWrapper<MatrixStep> matrix = new ReadOnlyObjectWrapper<>(this, "matrix");
    private List<String> names = List.of();
    private final IntegerProperty parameter = new SimpleIntegerProperty(this, "parameter", -1);

    GlassModel(Session session, StepFeed feed) {
        this.session = session;
        this.feed = feed;
        parameter.addListener((source, old, now) -> refresh());
    }

    IntegerProperty parameterProperty() {
        return parameter;
    }

    /** What is told now; null while there is nothing. */
    ReadOnlyObjectProperty<Told> toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** What the step does to the matrix in which the parameter lies, where its rule sees matrices; else null. */
    ReadOnlyObjectProperty<MatrixStep> matrixProperty() {
        return matrix.getReadOnlyProperty();
    }

    private void matrix(StepRecord record) {
        if (!record.run().rule().seesMatrices()) {
            matrix.set(null);
            return;
        }
        int at = parameter.get();
        feed.<Optional<MatrixStep>>derive("matrix of the glass box", record, step -> MatrixStep.of(step, at),
                found -> matrix.set(found.orElse(null)));
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
        return parameter.get();
    }

    void choose(int index) {
        parameter.set(index);
    }

    /** Tells the newest step. The first time, and for another model, about the parameter that it changes most. */
    void refresh() {
        StepRecord record = feed.recordProperty().get();
        ContenderSpec contender = feed.contender();
        Racing race = session.race().racing();
        if (record == null || contender == null || race == null || race.parameterNames().size() != record.before().length) {
            told.set(null);
            matrix.set(null);
            return;
        }
        boolean other = !race.parameterNames().equals(names);
        names = race.parameterNames();
        if (other || parameter.get() < 0 || parameter.get() >= names.size()) {
            parameter.set(Told.mostChanged(record));
        }
        matrix(record);
        told.set(Told.of(record, parameter.get(), names.get(parameter.get()), contender.name(), contender.style()));
    }
}
