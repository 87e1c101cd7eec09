package downhill.study.space;

import downhill.setting.NumberText;

/** Values as they are typed: a number where it is one, else a text. */
public final class ValueText {
    private ValueText() {
    }

    /** {@link Long}, {@link Double} or {@link String}. */
    public static Object read(String text) {
        String plain = text.strip();
        if (!plain.matches("[-+.]?[0-9].*")) {
            return plain;
        }
        try {
            return whole(plain);
        } catch (NumberFormatException notWhole) {
            return real(plain);
        }
    }

    private static Object whole(String text) {
        return Long.valueOf(text);
    }

    private static Object real(String text) {
        try {
            double value = Double.parseDouble(text);
            return Double.isFinite(value) ? (Object) value : text;
        } catch (NumberFormatException notNumber) {
            return text;
        }
    }

    /** As {@link downhill.setting.Kind#read} takes it. */
    public static String of(Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        }
        return value instanceof Double number ? NumberText.plain(number) : String.valueOf(value);
    }
}
