package downhill.engine.opencl;

import downhill.engine.Precision;
import downhill.engine.plan.ArrayView;
import downhill.engine.plan.Memory;
import java.util.Arrays;
import java.util.Locale;

/**
 * OpenCL C that is being written: a work-group of {@code LS} work-items computes one run, {@code lid} is the number of a work-item. Numbers
 * are of the type {@code real}; {@code T} is scratch, {@code SYNC} waits for the whole group.
 */
final class ClText {
    private final Precision precision;
    private final int lanes;
    private StringBuilder text = new StringBuilder();
    private int scratch;

    /** @param lanes work-items of a group, a power of 2 */
    ClText(Precision precision, int lanes) {
        this.precision = precision;
        this.lanes = lanes;
    }

    int lanes() {
        return lanes;
    }

    /** Adds a line as {@link String#format} has it. */
    void line(String format, Object... values) {
        text.append(values.length == 0 ? format : String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** Begins a loop over elements, shared out among the work-items. */
    void loop(String element, int count) {
        line("  for (int %1$s = lid; %1$s < %2$d; %1$s += LS) {", element, count);
    }

    void sync() {
        line("  SYNC");
    }

    /** All that was written since the last call. */
    String take() {
        String taken = text.toString();
        text = new StringBuilder();
        return taken;
    }

    /** Asks for scratch of so many numbers. */
    void needScratch(int numbers) {
        scratch = Math.max(scratch, numbers);
    }

    /** Numbers of scratch that the text needs in all. */
    int scratch() {
        return scratch;
    }

    String literal(double value) {
        if (Double.isNaN(value)) {
            return "((real)NAN)";
        }
        boolean wide = precision == Precision.DOUBLE;
        double rounded = wide ? value : (float) value;
        if (Double.isInfinite(rounded)) {
            return rounded > 0 ? "((real)INFINITY)" : "(-(real)INFINITY)";
        }
        return wide ? "(" + Double.toHexString(value) + ")" : "(" + Float.toHexString((float) value) + "f)";
    }

    static String name(Memory memory) {
        return ((NamedMemory) memory).name();
    }

    static String name(ArrayView view) {
        return name(view.memory());
    }

    static int product(int[] space) {
        return Arrays.stream(space).reduce(1, Math::multiplyExact);
    }

    /** Declares {@code prefix0}, {@code prefix1}, .. of an element's number in row-major order; axes of length 1 need none. */
    void indexes(String element, int[] space, String prefix) {
        StringBuilder out = new StringBuilder("   ");
        int below = 1;
        for (int axis = space.length - 1; axis >= 0; axis--) {
            String above = below == 1 ? element : element + " / " + below;
            if (space[axis] > 1) {
                out.append(" const int ").append(prefix).append(axis).append(" = ")
                        .append(axis == 0 ? above : "(" + above + ") % " + space[axis]).append(';');
            }
            below *= space[axis];
        }
        line("%s", out);
    }

    /** Where an element lies whose indexes were declared. */
    static String at(int offset, int[] strides, int[] space, String prefix) {
        StringBuilder out = new StringBuilder(Integer.toString(offset));
        for (int axis = 0; axis < strides.length; axis++) {
            if (strides[axis] != 0 && space[axis] > 1) {
                out.append(" + ").append(prefix).append(axis);
                if (strides[axis] != 1) {
                    out.append(" * ").append(strides[axis]);
                }
            }
        }
        return out.toString();
    }
}
