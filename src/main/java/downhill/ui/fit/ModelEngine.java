package downhill.ui.fit;

import downhill.analysis.fit.FitViews;
import downhill.analysis.fit.InnerView;
import java.util.HashMap;
import java.util.Map;

/** The compiled model of one site. All calls from the one thread that made it. */
public final class ModelEngine implements AutoCloseable {
    private final FitSite site;
    private final FitViews fit;
    private final Map<String, InnerView> views = new HashMap<>();

    /** Compiles nothing before it is asked. */
    public ModelEngine(FitSite site) {
        this.site = site;
        this.fit = new FitViews(site.prepared(), site.model(), site.precision());
    }

    /** What it was made for. */
    public FitSite site() {
        return site;
    }

    /** Its predictions. */
    public FitViews fit() {
        return fit;
    }

    /** A value inside the model for one example. */
    public InnerView view(String name) {
        return views.computeIfAbsent(name, wanted -> new InnerView(site.model(), site.shape(), site.outputs(), site.precision(), wanted));
    }

    @Override
    public void close() {
        fit.close();
        views.values().forEach(InnerView::close);
    }
}
