package downhill.export.text;

import downhill.data.Visible;
import downhill.model.TrainedEnsemble;
import java.util.stream.Collectors;

/** What a model is, in a line of a comment. */
public final class About {
    private About() {
    }

    /** Without any sign that would end a comment or mean something in it. */
    public static String of(TrainedEnsemble model) {
        String families = model.members().stream().map(each -> each.model().model().architecture().family().id()).distinct()
                .collect(Collectors.joining(", "));
        String about = model.name() + ": " + families + ", predicts " + model.preprocessing().target().column();
        return Visible.text(about).replaceAll("[^\\p{L}\\p{N} ,.:=_-]", "_");
    }
}
