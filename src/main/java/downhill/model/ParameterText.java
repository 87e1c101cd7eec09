package downhill.model;

import downhill.engine.graph.ParameterLayout;
import downhill.engine.graph.ParameterSlot;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/**
 * A row of parameters as a text, so that a document can hold it: the named arrays one after another in the order of the layout, each
 * row-major, as little-endian IEEE 754 binary64 in Base64.
 */
public final class ParameterText {
    private ParameterText() {
    }

    /** @param row [P] */
    public static String of(ParameterLayout layout, double[] row) {
        return Base64.getEncoder().encodeToString(bytes(layout, row));
    }

    /** The row [P]; null where the text is not that of so many numbers. */
    public static double[] row(ParameterLayout layout, String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            return bytes.length == 8L * layout.count() ? row(layout, bytes) : null;
        } catch (IllegalArgumentException noBase64) {
            return null;
        }
    }

    private static byte[] bytes(ParameterLayout layout, double[] row) {
        ByteBuffer buffer = ByteBuffer.allocate(Math.multiplyExact(8, layout.count())).order(ByteOrder.LITTLE_ENDIAN);
        for (ParameterSlot slot : layout.slots()) {
            for (int i = 0; i < slot.size(); i++) {
                buffer.putDouble(row[slot.position(i)]);
            }
        }
        return buffer.array();
    }

    private static double[] row(ParameterLayout layout, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        double[] row = new double[layout.count()];
        for (ParameterSlot slot : layout.slots()) {
            for (int i = 0; i < slot.size(); i++) {
                row[slot.position(i)] = buffer.getDouble();
            }
        }
        return row;
    }
}
