package downhill.ui.session;

import downhill.race.Racing;
import downhill.race.Racing.Quantity;
import downhill.race.history.Curve;
import java.util.HashMap;
import java.util.Map;

/** Curves for the screens: each is read from the race at most once a frame, however many views show it. FX thread. */
public final class CurveFeed {
    /** Enough for a large chart: two points for each of its columns. */
    private static final int POINTS = 2400;

    private record Key(String contender, Quantity quantity) {
    }

    private final Session session;
    private final Map<Key, Curve> read = new HashMap<>();

    /** The curves of {@code session}'s race. */
    public CurveFeed(Session session) {
        this.session = session;
        session.snapshotProperty().addListener((source, old, now) -> read.clear());
    }

    /** A curve against the step; empty until there is one. */
    public Curve of(String contender, Quantity quantity) {
        return read.computeIfAbsent(new Key(contender, quantity), this::fetch);
    }

    /** The values of a parameter against the step. */
    public Curve parameter(String contender, int index) {
        Racing race = session.race().racing();
        return race == null ? Curve.EMPTY : race.parameter(contender, index, POINTS);
    }

    private Curve fetch(Key key) {
        Racing race = session.race().racing();
        return race == null ? Curve.EMPTY : race.curve(key.contender(), key.quantity(), POINTS);
    }
}
