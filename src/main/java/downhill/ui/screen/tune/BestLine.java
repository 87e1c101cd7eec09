package downhill.ui.screen.tune;

import downhill.study.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A place among the best trials. It stays while others come there, so that the table need not build its lines anew. */
final class BestLine {
    private final ReadOnlyObjectWrapper<Trial> trial;

    BestLine(Trial trial) {
        this.trial = new ReadOnlyObjectWrapper<>(this, "trial", trial);
    }

    /** Who is there now. */
    ReadOnlyObjectProperty<Trial> trialProperty() {
        return trial.getReadOnlyProperty();
    }

    Trial trial() {
        return trial.get();
    }

    /** Makes {@code lines} show these trials; no more than {@code most} lines are added, for each costs time. */
    static void show(List<BestLine> lines, List<Trial> now, int most) {
        if (lines.size() > now.size()) {
            lines.subList(now.size(), lines.size()).clear();
        }
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).trial.set(now.get(i));
        }
        List<BestLine> more = new ArrayList<>();
        for (int i = lines.size(); i < now.size() && more.size() < most; i++) {
            more.add(new BestLine(now.get(i)));
        }
        if (!more.isEmpty()) {
            lines.addAll(more);
        }
    }
}
