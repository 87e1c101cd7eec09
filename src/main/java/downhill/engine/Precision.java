package downhill.engine;

/** Number format of everything a plan computes; never mixed within one run. */
public enum Precision {
    /** IEEE 754 binary32: fast, the default for training. */
    FLOAT,
    /** IEEE 754 binary64: for conformance, gradient checks and runs that must repeat elsewhere. */
    DOUBLE
}
