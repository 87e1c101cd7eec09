package downhill.ui.window;

import downhill.ui.control.Buttons;
import downhill.ui.control.Rows;
import downhill.ui.control.Segments;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.formula.FormulaCard;
import downhill.ui.screen.glass.GlassCard;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The rule of the chosen contender: as a formula with its numbers to change, or one step of it through the glass box. */
final class RuleCards {
    /** What is shown. */
    enum View { GLASS, FORMULA }

    private final GlassCard glass;
    private final FormulaCard formula;
    private final VBox box = new VBox();
    private final Segments<View> segments = new Segments<>(List.of(View.values()),
            view -> Messages.binding(view == View.FORMULA ? "formula.title" : "glass.title"));
    private final Subscriptions attached = new Subscriptions();
    private boolean open = true;

    RuleCards(FormulaCard formula, GlassCard glass) {
        this.glass = glass;
        this.formula = formula;
        segments.boxed();
        box.getStyleClass().add("downhill-card");
        HBox head = new HBox(segments, Rows.space(), Buttons.link("formula.latex", this::copy));
        head.getStyleClass().add("card-header");
        formula.embed();
        glass.embed();
        attached.follow(segments.valueProperty(), now -> {
            box.getChildren().setAll(head, now == View.FORMULA ? formula.node() : glass.node());
            activate();
        });
    }

    VBox node() {
        return box;
    }

    ObjectProperty<View> viewProperty() {
        return segments.valueProperty();
    }

    /** A folded zone has no use for numbers. */
    void follow(BooleanProperty zone) {
        attached.follow(zone, now -> {
            open = now;
            activate();
        });
    }

    void dispose() {
        attached.dispose();
    }

    private void copy() {
        if (segments.valueProperty().get() == View.FORMULA) {
            formula.copy();
        } else {
            glass.copy();
        }
    }

    private void activate() {
        glass.setActive(open && segments.valueProperty().get() == View.GLASS);
    }
}
