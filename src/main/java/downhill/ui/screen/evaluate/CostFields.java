package downhill.ui.screen.evaluate;

import downhill.setting.Interval;
import downhill.ui.control.Labels;
import downhill.ui.control.NumberField;
import downhill.ui.control.Tip;
import downhill.ui.i18n.Messages;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** What mistakes of both kinds cost, as a person types it. */
final class CostFields {
    private static final double WIDTH = 64;

    private final NumberField missed = field("missed");
    private final NumberField alarm = field("alarm");
    private final List<Node> nodes = List.of(label("missed"), missed, label("alarm"), alarm);

    /** Both kinds. */
    record Costs(double missed, double alarm) {
    }

    /** {@code then} is called at each change. */
    CostFields(Runnable then) {
        missed.valueProperty().addListener((source, old, now) -> then.run());
        alarm.valueProperty().addListener((source, old, now) -> then.run());
    }

    private static NumberField field(String kind) {
        NumberField field = new NumberField(Interval.NON_NEGATIVE, false, 1);
        field.setId("evaluate-cost-" + kind);
        field.setPrefWidth(WIDTH);
        field.accessibleTextProperty().bind(Messages.binding("evaluate.cost." + kind + ".how"));
        Tip.on(field, "evaluate.cost." + kind + ".how");
        return field;
    }

    private static Label label(String kind) {
        return Labels.secondary("evaluate.cost." + kind);
    }

    Node[] nodes() {
        return nodes.toArray(Node[]::new);
    }

    /** They stand where they are of use. */
    void offer(boolean on) {
        nodes.forEach(node -> {
            node.setVisible(on);
            node.setManaged(on);
        });
    }

    Costs costs() {
        return new Costs(missed.valueProperty().get(), alarm.valueProperty().get());
    }
}
