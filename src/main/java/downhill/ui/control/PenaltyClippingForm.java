package downhill.ui.control;

import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.ui.i18n.Messages;
import java.util.List;
import javafx.scene.layout.VBox;

/** Fields for a penalty on weights and for the clipping of gradients. */
public final class PenaltyClippingForm {
    /** Ways of clipping. */
    enum Kind { NONE, NORM, VALUE }

    private final SettingField<Double> l1;
    private final SettingField<Double> l2;
    private final Choice<Kind> kind;
    private final SettingField<Double> limit;
    private final VBox rows = new VBox(8);

    /** Starts with these two; null for none. */
    public PenaltyClippingForm(Penalty penalty, Clipping clipping) {
        l1 = new SettingField<>(Penalty.L1, penalty == null ? null : penalty.l1());
        l2 = new SettingField<>(Penalty.L2, penalty == null ? null : penalty.l2());
        kind = new Choice<>(Messages.binding("form.clipping"), List.of(Kind.values()),
                value -> Messages.text("form.clipping." + value.name().toLowerCase(java.util.Locale.ROOT)));
        kind.setValue(kind(clipping));
        limit = new SettingField<>(Clipping.NORM, limit(clipping));
        limit.control().disableProperty().bind(kind.valueProperty().isEqualTo(Kind.NONE));
        limit.control().accessibleTextProperty().unbind();
        limit.control().accessibleTextProperty().bind(Messages.binding("form.limit"));
        rows.getChildren().addAll(l1.row(), l2.row(), Rows.field(Messages.binding("form.clipping"), kind),
                Rows.field(Messages.binding("form.limit"), limit.control()));
    }

    private static Kind kind(Clipping clipping) {
        if (clipping instanceof Clipping.ByNorm) {
            return Kind.NORM;
        }
        return clipping instanceof Clipping.ByValue ? Kind.VALUE : Kind.NONE;
    }

    private static Double limit(Clipping clipping) {
        if (clipping instanceof Clipping.ByNorm norm) {
            return norm.limit();
        }
        return clipping instanceof Clipping.ByValue value ? value.limit() : null;
    }

    /** Calls {@code then} after each change. */
    public void onChange(Runnable then) {
        List.of(l1, l2, limit).forEach(field -> field.onChange(then));
        kind.valueProperty().addListener((source, old, now) -> then.run());
    }

    /** The rows of the form. */
    public VBox node() {
        return rows;
    }

    /** The penalty asked for. */
    public Penalty penalty() {
        return new Penalty(l1.value(), l2.value());
    }

    /** The clipping asked for. */
    public Clipping clipping() {
        double most = limit.value();
        return switch (kind.getValue()) {
            case NONE -> new Clipping.None();
            case NORM -> new Clipping.ByNorm(most);
            case VALUE -> new Clipping.ByValue(most);
        };
    }
}
