package downhill.study.stop;

import downhill.study.trial.Trial;
import java.util.Comparator;

/** Who is before whom at a rung. */
final class Ladder {
    private Ladder() {
    }

    /** The least report first, what is no number last; the earlier trial where two are equal. */
    static Comparator<Trial> at(long step) {
        return Comparator.<Trial>comparingDouble(trial -> trial.reports().get(step)).thenComparingInt(Trial::number);
    }
}
