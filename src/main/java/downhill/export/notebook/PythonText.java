package downhill.export.notebook;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Values as Python writes them. */
final class PythonText {
    private PythonText() {
    }

    /** A text on one line, whatever is in it. */
    static String quoted(String text) {
        return '"' + escaped(text).replace("\n", "\\n") + '"';
    }

    /** A text of several lines. */
    static String lines(String text) {
        return "\"\"\"" + escaped(text) + "\"\"\"";
    }

    private static String escaped(String text) {
        return text.codePoints().mapToObj(PythonText::escaped).collect(Collectors.joining());
    }

    private static String escaped(int point) {
        if (point == '\\' || point == '"') {
            return "\\" + (char) point;
        }
        boolean steers = Character.isISOControl(point) && point != '\n' || Character.getType(point) == Character.FORMAT
                || Character.getType(point) == Character.SURROGATE;
        return steers ? String.format(Locale.ROOT, "\\U%08X", point) : Character.toString(point);
    }

    static String list(List<String> texts) {
        return texts.stream().map(PythonText::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    static String list(int... numbers) {
        return IntStream.of(numbers).mapToObj(String::valueOf).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Numbers in double to the last bit, short: a call that reads Base64. */
    static String numbers(double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return "numbers(\"" + Base64.getEncoder().encodeToString(bytes.array()) + "\")";
    }

    /** A number that may be infinite, or none. */
    static String number(double value) {
        return Double.isFinite(value) ? Double.toString(value) : "float(\"" + Double.toString(value).replace("Infinity", "inf") + "\")";
    }
}
