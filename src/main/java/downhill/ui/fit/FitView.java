package downhill.ui.fit;

import downhill.analysis.fit.FeatureAxis;
import downhill.model.Architecture;
import java.util.ArrayList;
import java.util.List;

/** What can be seen of a model and its data. */
public enum FitView {
    /** Prediction along one feature. */
    CURVE,
    /** Decision regions or a surface over two features. */
    PLANE,
    /** Predicted against actual numbers. */
    PREDICTED,
    /** Actual minus predicted. */
    RESIDUALS,
    /** Forecast beside the series. */
    FORECAST,
    /** Feature maps of one image. */
    MAPS,
    /** Kernels of the convolutions. */
    KERNELS,
    /** Attention weights of one window. */
    ATTENTION,
    /** Predicted against actual classes. */
    CONFUSION,
    /** True against false positives, each class against the rest. */
    ROC,
    /** Precision against recall, each class against the rest. */
    PRECISION_RECALL;

    /** Those that make sense, the most telling first; empty where none does. */
    public static List<FitView> of(FitSite site) {
        List<FitView> views = new ArrayList<>();
        List<FeatureAxis> axes = FeatureAxis.of(site.prepared());
        boolean regression = !site.prepared().task().isClassification();
        if (site.model().architecture() instanceof Architecture.Cnn) {
            views.addAll(List.of(MAPS, KERNELS));
        }
        if (axes.size() >= 2) {
            views.add(PLANE);
        }
        if (!axes.isEmpty()) {
            views.add(axes.size() == 1 ? 0 : views.size(), CURVE);
        }
        if (regression) {
            if (site.isSeries()) {
                views.add(FORECAST);
            }
            views.addAll(axes.size() >= 2 ? 0 : views.size(), List.of(PREDICTED, RESIDUALS));
        }
        if (site.model().architecture() instanceof Architecture.Transformer) {
            views.add(ATTENTION);
        }
        return List.copyOf(views);
    }

    /** Those that draw a panel for each contender, how good its predictions are included. */
    public static List<FitView> each(FitSite site) {
        List<FitView> views = new ArrayList<>(of(site));
        if (site.prepared().task().isClassification()) {
            views.addAll(List.of(CONFUSION, ROC, PRECISION_RECALL));
        }
        return List.copyOf(views);
    }

    /** Whether one example is looked at. */
    public boolean ofOneExample() {
        return this == MAPS || this == ATTENTION;
    }

    /** Whether it shows layers one at a time. */
    public boolean ofOneLayer() {
        return this == MAPS || this == KERNELS || this == ATTENTION;
    }
}
