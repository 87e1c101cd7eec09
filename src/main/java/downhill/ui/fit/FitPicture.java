package downhill.ui.fit;

import downhill.ui.chart.PlotKey;
import java.util.List;

/**
 * Panels and what they have in common.
 *
 * @param panels in order
 * @param keys   common key below them; may be empty
 */
public record FitPicture(List<Panel> panels, List<PlotKey> keys) {
    /** Nothing. */
    public static final FitPicture NONE = new FitPicture(List.of(), List.of());

    public FitPicture {
        panels = List.copyOf(panels);
        keys = List.copyOf(keys);
    }

    /** The answer to a question; on the engine's thread. */
    public static FitPicture of(FitQuestion question, ModelEngine engine) {
        return switch (question.view()) {
            case CURVE -> new CurvePicture(question, engine).picture();
            case PLANE -> new PlanePicture(question, engine).picture();
            case PREDICTED, RESIDUALS -> new ErrorPicture(question, engine).picture();
            case FORECAST -> new ForecastPicture(question, engine).picture();
            case CONFUSION, ROC, PRECISION_RECALL -> ClassPictures.of(question, engine);
            case MAPS, KERNELS, ATTENTION -> new InsidePicture(question, engine).picture();
        };
    }
}
