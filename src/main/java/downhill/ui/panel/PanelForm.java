package downhill.ui.panel;

import downhill.race.Racing.Quantity;
import downhill.ui.fit.FitSite;
import downhill.ui.fit.FitView;
import downhill.ui.i18n.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What every panel shows of its contender.
 *
 * @param kind     which sort of picture
 * @param quantity of a curve; else null
 * @param view     of the model's predictions; else null
 */
public record PanelForm(Kind kind, Quantity quantity, FitView view) {
    /** Sorts of pictures. */
    public enum Kind {
        /** The contender's path on the landscape that all share. */
        LANDSCAPE,
        /** A quantity against the step. */
        CURVE,
        /** What its model makes of the data. */
        FIT,
        /** Its step, term by term. */
        GLASS
    }

    /** The path on the landscape. */
    public static final PanelForm LANDSCAPE = new PanelForm(Kind.LANDSCAPE, null, null);
    /** The training loss with the validation loss behind it. */
    public static final PanelForm LOSS = curve(Quantity.TRAINING_LOSS);

    /** One step of a parameter that all panels share; there is room for it in large ones. */
    public static final PanelForm GLASS = new PanelForm(Kind.GLASS, null, null);

    private static PanelForm curve(Quantity quantity) {
        return new PanelForm(Kind.CURVE, quantity, null);
    }

    /** Those that make sense; {@code site} is null where there is no model of data. */
    public static List<PanelForm> of(FitSite site, boolean small) {
        List<PanelForm> forms = new ArrayList<>(List.of(LANDSCAPE));
        Stream.of(Quantity.TRAINING_LOSS, Quantity.VALIDATION_LOSS, Quantity.METRIC, Quantity.LEARNING_RATE).map(PanelForm::curve)
                .forEach(forms::add);
        if (site != null) {
            FitView.each(site).forEach(view -> forms.add(new PanelForm(Kind.FIT, null, view)));
        }
        if (!small) {
            forms.add(GLASS);
        }
        return List.copyOf(forms);
    }

    /** Its name. */
    public String words() {
        return switch (kind) {
            case LANDSCAPE -> Messages.text("tab.landscape");
            case CURVE -> Messages.text("compare.quantity." + quantity.name().toLowerCase(Locale.ROOT));
            case GLASS -> Messages.text("glass.title");
            case FIT -> Messages.text("fit.view." + view.name().toLowerCase(Locale.ROOT));
        };
    }

    /** Whether its axis of values has equal ratios where losses have. */
    boolean hasLog() {
        return kind == Kind.CURVE && quantity != Quantity.METRIC;
    }
}
