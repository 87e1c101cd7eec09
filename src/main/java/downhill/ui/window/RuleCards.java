package downhill.ui.window;

import downhill.ui.ask.Scoring;
import downhill.ui.control.Buttons;
import downhill.ui.control.Rows;
import downhill.ui.control.Segments;
import downhill.ui.fx.Subscriptions;
import downhill.ui.i18n.Messages;
import downhill.ui.screen.formula.FormulaCard;
import downhill.ui.screen.glass.GlassCard;
import java.util.List;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/**
 * The right column's card: the rule of the chosen contender, as a formula with its numbers to change or one step of it through the glass
 * box; or what the models say of a row, for which it takes the whole column.
 */
final class RuleCards {
    /** What is shown. */
    enum View { GLASS, FORMULA, ASK }

    private final GlassCard glass;
    private final FormulaCard formula;
    private final VBox box = new VBox();
    private final Segments<View> segments = new Segments<>(List.of(View.values()),
            view -> Messages.binding(titleKey(view)));
    private final Subscriptions attached = new Subscriptions();
    private final Button latex = Buttons.link("formula.latex", this::copy);
    private final BooleanBinding asking = segments.valueProperty().isEqualTo(View.ASK);
    private final BooleanProperty asked = new SimpleBooleanProperty(this, "asked");
    private Scoring scoring;
    private View rule = View.GLASS;
    private boolean open = true;
    private boolean active = true;

    RuleCards(FormulaCard formula, GlassCard glass) {
        this.glass = glass;
        this.formula = formula;
        segments.boxed();
        box.getStyleClass().add("downhill-card");
        HBox head = new HBox(segments, Rows.space(), latex);
        head.getStyleClass().add("card-header");
        head.setStyle("-fx-min-height: -1"); // as high as the segments, however low the column is
        segments.setMinHeight(HBox.USE_PREF_SIZE);
        formula.embed();
        glass.embed();
        latex.visibleProperty().bind(asking.not());
        segments.offer(View.ASK, false);
        attached.follow(segments.valueProperty(), now -> {
            box.getChildren().setAll(head, content(now));
            VBox.setVgrow(box, now == View.ASK ? Priority.ALWAYS : null);
            rule = now == View.ASK ? rule : now;
            asked.set(now == View.ASK);
            activate();
        });
    }

    private static String titleKey(View view) {
        return switch (view) {
            case GLASS -> "glass.title";
            case FORMULA -> "formula.title";
            case ASK -> "scoring.tab";
        };
    }

    private Node content(View view) {
        return switch (view) {
            case GLASS -> glass.node();
            case FORMULA -> formula.node();
            case ASK -> scoring.node();
        };
    }

    /** With {@code panel} as the third, where there is anybody to ask. */
    void asks(Scoring panel) {
        scoring = panel;
        attached.follow(panel.offeredProperty(), now -> {
            segments.offer(View.ASK, now);
            if (!now && asking.get()) {
                leave();
            }
            showAsked(asked.get());
        });
        attached.listen(asked, this::showAsked);
    }

    private void showAsked(boolean wanted) {
        if (wanted && scoring.offeredProperty().get()) {
            segments.valueProperty().set(View.ASK);
        } else if (!wanted && asking.get()) {
            leave();
        }
    }

    /** The rule again, as it was shown before. */
    void leave() {
        segments.valueProperty().set(rule);
    }

    /** Whether the models are asked. */
    BooleanBinding askingProperty() {
        return asking;
    }

    /** The same, to be changed: where nobody can be asked yet, as soon as somebody can. */
    BooleanProperty askedProperty() {
        return asked;
    }

    /** In another workspace it has no use for numbers. */
    void setActive(boolean on) {
        active = on;
        activate();
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
        glass.setActive(open && active && segments.valueProperty().get() == View.GLASS);
        if (scoring != null) {
            scoring.setActive(open && active && asking.get());
        }
    }
}
