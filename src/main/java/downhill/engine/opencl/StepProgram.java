package downhill.engine.opencl;

import downhill.engine.Precision;

/**
 * A program with two kernels: {@link #START} gives states their first values, {@link #TRAIN} does steps.
 *
 * @param text      of OpenCL C; depends neither on the runs nor on how many steps a launch does
 * @param precision of its numbers
 * @param lanes     work-items of a group
 * @param kept      numbers of a run that are kept between launches
 * @param given     numbers of a run that do not change
 * @param constants numbers that all runs share
 * @param scratch   numbers of global memory that a group needs for itself
 * @param local     bytes of local memory that a group needs
 */
public record StepProgram(String text, Precision precision, int lanes, int kept, int given, double[] constants, int scratch, int local) {
    /** Name of the kernel of first values. */
    public static final String START = "start";
    /** Name of the kernel of steps. */
    public static final String TRAIN = "train";
}
