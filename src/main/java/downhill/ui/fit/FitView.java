package downhill.ui.fit;

import downhill.analysis.fit.FeatureAxis;
import downhill.model.Inside;
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
        List<FitView> insides = site.model().architecture().family().insides().stream().map(FitView::of).toList();
        views.addAll(site.isOfImages() ? 0 : views.size(), insides);
        return List.copyOf(views);
    }

    private static FitView of(Inside inside) {
        return switch (inside) {
            case FEATURE_MAPS -> MAPS;
            case KERNELS -> KERNELS;
            case ATTENTION -> ATTENTION;
        };
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
