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

    private static final double MOST = 1e6;

    private final NumberField l1;
    private final NumberField l2;
    private final Choice<Kind> kind;
    private final NumberField limit;
    private final VBox rows = new VBox(8);

    /** Starts with these two; null for none. */
    public PenaltyClippingForm(Penalty penalty, Clipping clipping) {
        l1 = Whole.real(Messages.binding("form.l1"), 0, MOST, penalty == null ? 0 : penalty.l1());
        l2 = Whole.real(Messages.binding("form.l2"), 0, MOST, penalty == null ? 0 : penalty.l2());
        kind = new Choice<>(Messages.binding("form.clipping"), List.of(Kind.values()), value -> Messages.text("form.clipping." + value.name().toLowerCase(java.util.Locale.ROOT)));
        kind.setValue(clipping instanceof Clipping.ByNorm ? Kind.NORM : clipping instanceof Clipping.ByValue ? Kind.VALUE : Kind.NONE);
        limit = Whole.real(Messages.binding("form.limit"), 1e-9, MOST, clipping instanceof Clipping.ByNorm norm ? norm.limit()
                : clipping instanceof Clipping.ByValue value ? value.limit() : 1);
        limit.disableProperty().bind(kind.valueProperty().isEqualTo(Kind.NONE));
        rows.getChildren().addAll(Rows.field(Messages.binding("form.l1"), l1), Rows.field(Messages.binding("form.l2"), l2),
                Rows.field(Messages.binding("form.clipping"), kind), Rows.field(Messages.binding("form.limit"), limit));
    }

    /** The rows of the form. */
    public VBox node() {
        return rows;
    }

    /** The penalty asked for. */
    public Penalty penalty() {
        return new Penalty(l1.valueProperty().get(), l2.valueProperty().get());
    }

    /** The clipping asked for. */
    public Clipping clipping() {
        double most = limit.valueProperty().get();
        return switch (kind.getValue()) {
            case NONE -> new Clipping.None();
            case NORM -> new Clipping.ByNorm(most);
            case VALUE -> new Clipping.ByValue(most);
        };
    }
}
