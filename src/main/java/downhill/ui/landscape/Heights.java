package downhill.ui.landscape;

import downhill.analysis.landscape.Region;
import downhill.ui.chart.shape.Landscape;
import downhill.ui.chart.shape.Range;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The ground looked at and the heights over it, whole and near. Another ground waits for its heights, so that paths are never
 * seen above the heights of another plane. FX thread.
 */
final class Heights {
    private static final String WHOLE = "whole";
    private static final String NEAR = "near";

    private final ReadOnlyObjectWrapper<Ground> ground = new ReadOnlyObjectWrapper<>(this, "ground");
    private final ReadOnlyObjectWrapper<Landscape> whole = new ReadOnlyObjectWrapper<>(this, "whole");
    private final ReadOnlyObjectWrapper<Landscape> near = new ReadOnlyObjectWrapper<>(this, "near");
    private Region nearRegion;
    private Ground coming;
    private Landscape comingHeights;

    ReadOnlyObjectProperty<Ground> groundProperty() {
        return ground.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Landscape> wholeProperty() {
        return whole.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Landscape> nearProperty() {
        return near.getReadOnlyProperty();
    }

    /** What is looked at; null where nobody has been anywhere yet. */
    Ground ground() {
        return ground.get();
    }

    /** The ground that waits for its heights; null for none. */
    Ground coming() {
        return coming;
    }

    /** Whether the coming ground has its heights and waits only for the paths on it. */
    boolean isReady() {
        return comingHeights != null;
    }

    /** Whether only a part is looked at. */
    boolean isNear() {
        return nearRegion != null;
    }

    /** Measures a part of the ground more finely; null for the whole again. {@code measuring} may be null. */
    void look(Region part, Measuring measuring) {
        nearRegion = part;
        near.set(part == null ? null : near.get());
        if (measuring != null && part == null) {
            measuring.forget(NEAR);
        } else if (measuring != null && ground.get() != null) {
            measuring.measure(NEAR, ground.get().plane(), part);
        }
    }

    /** Takes the heights that have arrived. */
    void fetch(Measuring measuring) {
        downhill.analysis.landscape.LossHeights fresh = measuring.fetch(WHOLE);
        if (fresh != null && coming != null && fresh.plane() == coming.plane()) {
            comingHeights = picture(fresh);
        } else if (fresh != null && ground.get() != null && fresh.plane() == ground.get().plane()) {
            whole.set(picture(fresh));
        }
        downhill.analysis.landscape.LossHeights closer = measuring.fetch(NEAR);
        if (closer != null && nearRegion != null && ground.get() != null && closer.plane() == ground.get().plane()) {
            near.set(picture(closer));
        }
    }

    private static Landscape picture(downhill.analysis.landscape.LossHeights measured) {
        Region region = measured.region();
        return new Landscape(new Range(region.aLow(), region.aHigh()), new Range(region.bLow(), region.bHigh()), measured.z(),
                Landscape.Spacing.AUTO);
    }

    /** Whether this is neither looked at nor waited for. */
    boolean isNew(Ground other) {
        return other != null && other != ground.get() && other != coming;
    }

    /** Has another ground measured, to be looked at later. */
    void prepare(Ground next, Measuring measuring) {
        comingHeights = null;
        coming = next;
        measuring.measure(WHOLE, next.plane(), next.region());
    }

    /** Looks at {@code next} where it is the one waited for and has its heights; the first ground needs none. */
    void changeTo(Ground next, Measuring measuring) {
        if (next != null && next == coming && (ground.get() == null || comingHeights != null)) {
            Landscape heights = comingHeights;
            coming = null;
            comingHeights = null;
            look(null, measuring);
            whole.set(heights);
            ground.set(next);
        }
    }

    void clear() {
        nearRegion = null;
        coming = null;
        comingHeights = null;
        near.set(null);
        whole.set(null);
        ground.set(null);
    }
}
