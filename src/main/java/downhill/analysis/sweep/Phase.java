package downhill.analysis.sweep;

/** What a rule does on a quadratic ½λx² from x = 1. */
public enum Phase {
    /** It comes nearer without crossing the minimum more than twice. */
    CONVERGES,
    /** It crosses the minimum again and again, and stays within its start. */
    OSCILLATES,
    /** At the end it is farther away than at the start. */
    DIVERGES,
    /** It has come less than half the way. */
    SLOW
}
