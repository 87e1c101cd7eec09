package downhill.data;

import downhill.words.Said;

/** How a value is told relative to a level, and back. */
public enum Relation {
    /** value / level − 1, for series that are positive throughout: their swings tend to grow with their level. */
    RATIO,
    /** value − level, for all others. */
    DIFFERENCE;

    public double relate(double value, double level) {
        return this == RATIO ? value / level - 1 : value - level;
    }

    public double restore(double relative, double level) {
        return this == RATIO ? (relative + 1) * level : relative + level;
    }

    /** A ratio to a mean that is not positive says nothing. */
    public boolean suits(double level) {
        return this == DIFFERENCE || level > 0;
    }

    public Said describe() {
        return Said.of(this == RATIO ? "done.ratio" : "done.difference");
    }
}
