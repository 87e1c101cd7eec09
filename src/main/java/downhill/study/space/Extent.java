package downhill.study.space;

import java.io.Serializable;
import java.util.OptionalInt;

/** The values that a knob may have, laid out along the unit interval: samplers know numbers from 0 to 1 and nothing else. */
public sealed interface Extent extends Serializable permits NumberRange, Choices {
    /** The value at {@code unit}, 0 to 1; every value has its part of the interval. */
    Object at(double unit);

    /** A number from 0 to 1 that {@link #at} gives {@code value} for: the middle of its part. */
    double unit(Object value);

    /** Whether it is a value of this range. */
    boolean holds(Object value);

    /** How many values there are; empty where they are all numbers between two. */
    OptionalInt count();
}
