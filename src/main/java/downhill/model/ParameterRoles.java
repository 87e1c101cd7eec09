package downhill.model;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import java.util.Optional;

/** What the arrays of a model are to one another. */
public final class ParameterRoles {
    private ParameterRoles() {
    }

    /** The steps of an array of whole numbers; empty for any other. */
    public static Optional<ParameterSlot> steps(ParameterLayout layout, ParameterSlot slot) {
        return layout.slot(slot.name() + ParameterRole.STEPS);
    }

    /** Along which axis of an array of weights its outputs lie: the first of a convolution [out][in][height][width], else the last. */
    public static int outputAxis(int... shape) {
        return shape.length > 2 ? 0 : shape.length - 1;
    }

    /** What the steps of an array are called. */
    public static String stepsOf(String name) {
        return name + ParameterRole.STEPS;
    }

    /** Whether an array holds the steps of another, by its name. */
    public static boolean areSteps(String name) {
        return name.endsWith(ParameterRole.STEPS);
    }
}
