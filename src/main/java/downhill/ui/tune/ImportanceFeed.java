package downhill.ui.tune;

import downhill.study.importance.Importance;
import downhill.study.space.SearchSpace;
import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import downhill.ui.session.Feed;
import downhill.ui.session.Line;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** How much each knob matters, worked out beside the window while somebody looks. FX thread. */
public final class ImportanceFeed {
    /**
     * What came of it.
     *
     * @param shares   by knob; none where nothing can be said
     * @param complete of how many complete trials
     */
    public record Shares(Importance shares, int complete) {
        /** Nothing yet. */
        public static final Shares NONE = new Shares(new Importance(Map.of(), true), 0);
    }

    private static final long PACE = 500_000_000L;
    /** Times as long as it took: beside a search that uses all processors it would slow what it tells of. */
    private static final double REST = 8;

    private final TuneModel model;
    private final Feed feed;
    private final Line line;
    private final ReadOnlyObjectWrapper<Shares> shares = new ReadOnlyObjectWrapper<>(this, "shares", Shares.NONE);

    /** Asked along {@code feed}, which ends with this. */
    public ImportanceFeed(TuneModel model, Feed feed) {
        this.model = model;
        this.feed = feed;
        line = feed.line("importance").resting(REST);
    }

    /** What is known, some times behind the trials. */
    public ReadOnlyObjectProperty<Shares> sharesProperty() {
        return shares.getReadOnlyProperty();
    }

    /** Somebody looks, or no longer. */
    public void setActive(Object viewer, boolean on) {
        feed.watch(viewer, on);
    }

    /** Once a frame. */
    public void frame() {
        feed.frame();
        TuneStand now = model.standProperty().get();
        SearchSpace space = now.space();
        if (space == null) {
            shares.set(Shares.NONE);
            return;
        }
        int complete = (int) now.count(TrialState.COMPLETE);
        List<Object> key = List.of(complete, space, now.trials().isEmpty() ? 0 : System.identityHashCode(model.recipe()));
        if (line.wants(key, PACE)) {
            List<Trial> trials = now.trials();
            line.ask(key, task -> new Shares(Importance.of(space, trials), complete), shares::set);
        }
    }

    /** Ends it. */
    public void close() {
        feed.close();
    }
}
