package downhill.ui.fit;

import downhill.analysis.fit.InnerView;
import downhill.analysis.fit.Kernels;
import downhill.data.prepare.Prepared;
import downhill.model.Inside;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;

/** Names of layers and of examples to choose from. */
public final class FitLayers {
    private FitLayers() {
    }

    /** Layers that a view can show. */
    public static List<String> of(Standpoint from, FitView view) {
        if (view == FitView.KERNELS) {
            return Kernels.names(from.layout());
        }
        FitSite site = from.site();
        Inside inside = view == FitView.MAPS ? Inside.FEATURE_MAPS : Inside.ATTENTION;
        return InnerView.names(site.model(), site.shape(), site.outputs()).stream().filter(inside::shows).toList();
    }

    /** An example by its row and class. */
    public static String example(FitSite site, FitRows rows, int example) {
        Prepared prepared = site.prepared();
        String row = Numbers.count(rows.examples().sourceRows()[example] + 1L);
        return prepared.task().isClassification()
                ? Messages.text("fit.example.class", row, prepared.classNames().get((int) rows.examples().targets()[example]))
                : Messages.text("fit.example", row);
    }
}
