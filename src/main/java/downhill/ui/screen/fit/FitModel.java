package downhill.ui.screen.fit;

import downhill.analysis.fit.FeatureAxis;
import downhill.analysis.fit.Telling;
import downhill.ui.fit.Absent;
import downhill.ui.fit.FitFocus;
import downhill.ui.fit.FitLayers;
import downhill.ui.fit.FitQuestion;
import downhill.ui.fit.FitRows;
import downhill.ui.fit.FitSite;
import downhill.ui.fit.FitView;
import downhill.ui.fit.Standpoint;
import downhill.ui.session.Session;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;

/** What is looked at, and what there is to choose from. */
final class FitModel {
    /** Examples offered; more would make the list unusable. */
    private static final int EXAMPLES = 100;

    private final Session session;
    private final ObjectProperty<FitView> view = new SimpleObjectProperty<>(this, "view");
    private final IntegerProperty across = new SimpleIntegerProperty(this, "across");
    private final IntegerProperty up = new SimpleIntegerProperty(this, "up");
    private final IntegerProperty layer = new SimpleIntegerProperty(this, "layer");
    private final IntegerProperty example = new SimpleIntegerProperty(this, "example");
    private final IntegerProperty index = new SimpleIntegerProperty(this, "index");
    private final IntegerProperty held = new SimpleIntegerProperty(this, "held", -1);
    private FitSite site;
    private List<FitView> views = List.of();
    private List<FeatureAxis> axes = List.of();

    FitModel(Session session) {
        this.session = session;
    }

    ObjectProperty<FitView> viewProperty() {
        return view;
    }

    IntegerProperty acrossProperty() {
        return across;
    }

    IntegerProperty upProperty() {
        return up;
    }

    IntegerProperty layerProperty() {
        return layer;
    }

    IntegerProperty exampleProperty() {
        return example;
    }

    IntegerProperty indexProperty() {
        return index;
    }

    /** Row, from 0, that the features not varied are held at; −1 for their means. */
    IntegerProperty heldProperty() {
        return held;
    }

    /** Whether the view shown varies some features and holds others. */
    boolean holdsOthers() {
        int varied = switch (view.get()) {
            case CURVE -> 1;
            case PLANE -> 2;
            default -> Integer.MAX_VALUE;
        };
        return site != null && site.prepared().training().inputSize() > varied;
    }

    /** Views that make sense for the model and its data; the first is shown unless another is chosen. */
    List<FitView> views() {
        return views;
    }

    /** Tells one set of rows from another. */
    int subject() {
        return System.identityHashCode(site);
    }

    List<String> features() {
        return axes.stream().map(FeatureAxis::column).toList();
    }

    List<String> classes() {
        return site == null ? List.of() : site.prepared().classNames();
    }

    /** Examples by their rows; as many as a list can hold. */
    List<String> examples() {
        return rows().subList(0, Math.min(EXAMPLES, FitRows.of(site.prepared(), true).examples().count()));
    }

    /** All rows that features can be held at. */
    List<String> rows() {
        FitRows rows = FitRows.of(site.prepared(), true);
        return IntStream.range(0, rows.examples().count()).mapToObj(i -> FitLayers.example(site, rows, i)).toList();
    }

    /** Looks at another model or other data: at what tells most about them. */
    void goTo(FitSite next) {
        if (next == site) {
            return;
        }
        site = next;
        views = next == null ? List.of() : FitView.of(next);
        axes = next == null ? List.of() : FeatureAxis.of(next.prepared());
        List<Integer> telling = next == null ? List.of() : Telling.order(next.prepared(), axes);
        across.set(telling.isEmpty() ? 0 : telling.get(0));
        up.set(telling.size() < 2 ? 0 : telling.get(1));
        layer.set(0);
        example.set(0);
        held.set(-1);
        index.set(classes().isEmpty() ? 0 : classes().size() - 1);
        if (view.get() == null || !views.contains(view.get())) {
            view.set(views.isEmpty() ? null : views.get(0));
        }
    }

    /** Another view; its layers are its own. */
    void choose(FitView next) {
        layer.set(0);
        view.set(next);
    }

    /** What was chosen, for others to follow. */
    FitFocus focus() {
        return new FitFocus(site, across.get(), up.get(), index.get(), held.get());
    }

    /** What is to be drawn from where everybody stands. */
    FitQuestion question(Standpoint from) {
        return new FitQuestion(from, Absent.shown(session), Absent.words(session), view.get(), across.get(), up.get(), layer.get(),
                example.get(),
                index.get(), held.get(), true, session.selection().rowProperty().get());
    }
}
