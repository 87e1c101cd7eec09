package downhill.ui.fit;

import downhill.race.document.ContenderSpec;
import downhill.ui.chart.PlotKey;
import java.util.ArrayList;
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

    /** The same with a panel for each contender, also where all share one plot elsewhere; on the engine's thread. */
    public static FitPicture each(FitQuestion question, ModelEngine engine) {
        if (question.view() != FitView.CURVE && question.view() != FitView.FORECAST) {
            return of(question, engine);
        }
        List<Panel> panels = new ArrayList<>();
        List<PlotKey> keys = List.of();
        for (ContenderSpec one : question.contenders()) {
            if (question.parameters(one) == null) {
                panels.add(question.missing(one));
            } else {
                FitPicture alone = of(question.of(one), engine);
                Panel panel = alone.panels().get(0);
                panels.add(Panel.of(one.id(), one.name(), one.style(), panel.caption(), panel.plot()));
                keys = alone.keys();
            }
        }
        return new FitPicture(panels, keys);
    }

    /** The answer to a question, nothing where no view makes sense; on the engine's thread. */
    public static FitPicture of(FitQuestion question, ModelEngine engine) {
        if (question.view() == null) {
            return NONE;
        }
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
