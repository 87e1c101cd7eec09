package downhill.model;

/**
 * What a named array is for, as far as its first values depend on it.
 *
 * @param name   of the slot in the layout
 * @param fanIn  numbers that one output of the array sums over
 * @param fanOut outputs that one input reaches
 * @param bound  half-width of PyTorch's uniform default
 */
record ParameterRole(String name, Kind kind, int fanIn, int fanOut, double bound) {
    /** What the name of an array of steps ends in; see {@link Quantisation}. */
    static final String STEPS = ".step";

    enum Kind { WEIGHT, BIAS, GAIN, POSITION }

    /** Of the steps of a quantised array. */
    ParameterRole ofSteps() {
        return new ParameterRole(name + STEPS, Kind.GAIN, fanIn, fanOut, 0);
    }
}
