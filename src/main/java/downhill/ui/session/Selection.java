package downhill.ui.session;

import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;

/** What is chosen on screen; no part of the document. */
public final class Selection {
    /** No row is chosen. */
    public static final int NO_ROW = -1;

    private final StringProperty contender = new SimpleStringProperty(this, "contender");
    private final IntegerProperty row = new SimpleIntegerProperty(this, "row", NO_ROW);
    private final ObservableSet<String> solo = FXCollections.observableSet();
    private final DoubleProperty hoverStep = new SimpleDoubleProperty(this, "hoverStep", Double.NaN);
    private final LongProperty revision = new SimpleLongProperty(this, "revision");

    /** Id of the contender chosen; null where there is none. */
    public StringProperty contenderProperty() {
        return contender;
    }

    /** The row of the table, from 0, that a person has chosen, the same in every workspace; {@link #NO_ROW} for none. */
    public IntegerProperty rowProperty() {
        return row;
    }

    /** The step that a person points at in any chart, highlighted in all of them; NaN for none. */
    public DoubleProperty hoverStepProperty() {
        return hoverStep;
    }

    /** Ids of those shown alone; empty for all. */
    public ObservableSet<String> solo() {
        return solo;
    }

    /** Grows with every change of who is shown. */
    public LongProperty revisionProperty() {
        return revision;
    }

    /** Shows a contender alone, or no longer. */
    public void setSolo(String id, boolean alone) {
        if (alone ? solo.add(id) : solo.remove(id)) {
            revision.set(revision.get() + 1);
        }
    }

    /** Whether a contender's curves are drawn in full. */
    public boolean isShown(ContenderSpec one) {
        return solo.isEmpty() ? !one.muted() : solo.contains(one.id());
    }

    void reset(Experiment document) {
        solo.clear();
        row.set(NO_ROW);
        contender.set(document.contenders().isEmpty() ? null : document.contenders().get(document.contenders().size() - 1).id());
    }

    void keepWithin(Experiment document) {
        solo.removeIf(id -> document.contenders().stream().noneMatch(one -> one.id().equals(id)));
        boolean known = document.contenders().stream().anyMatch(one -> one.id().equals(contender.get()));
        if (!known) {
            contender.set(document.contenders().isEmpty() ? null : document.contenders().get(0).id());
        }
    }
}
