package downhill.ui.landscape;

import downhill.ui.session.Pace;
import java.util.List;
import java.util.function.LongSupplier;
import javafx.beans.property.ObjectProperty;

/** Has the losses along the paths measured while nothing else is, and puts them into the tracks. FX thread. */
final class GapFeed {
    /** Times a second: going through all points takes a good part of a frame. */
    private static final double GAPS = 5;

    private final ObjectProperty<List<Track>> tracks;
    private final LongSupplier clock;
    private final Pace pace = new Pace(GAPS);
    private Gaps gaps = new Gaps(0);
    private List<Track> complete = List.of();

    GapFeed(ObjectProperty<List<Track>> tracks, LongSupplier clock) {
        this.tracks = tracks;
        this.clock = clock;
    }

    /** Another terrain, of which {@code most} losses are measured at once. */
    void begin(int most) {
        gaps = new Gaps(most);
    }

    void clear() {
        complete = List.of();
    }

    /** Whether nothing is left to measure. */
    boolean isComplete() {
        return complete == tracks.get();
    }

    /** A track with what is known of it. */
    Track told(Ground on, Track track) {
        return gaps.told(on.plane(), track);
    }

    /** While heights are waited for, losses along the paths wait. */
    void measure(Heights heights, Measuring measuring, boolean running) {
        Ground now = heights.ground();
        if (now == null || isComplete() || measuring.busy() || running && !pace.isTime()) {
            return;
        }
        List<Track> of = tracks.get();
        List<Gaps.Wanted> wanted = now.exact() ? List.of() : gaps.next(now.plane(), of, clock.getAsLong());
        if (wanted.isEmpty()) {
            complete = gaps.isComplete(of) || now.exact() ? of : complete;
            return;
        }
        measuring.losses(now.plane(), wanted, found -> {
            gaps.found(now.plane(), wanted, found);
            if (heights.ground() == now) {
                tracks.set(tracks.get().stream().map(track -> told(now, track)).toList());
            }
        });
    }
}
