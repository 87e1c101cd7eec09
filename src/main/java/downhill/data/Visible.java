package downhill.data;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Text from somebody else, such as a name in a document or in a file, in a form that does nothing to what shows it: characters that steer
 * a terminal, reverse the order of letters, are not seen or cannot be in XML are shown by their code point, such as {@code [U+202E]}.
 * Whoever shows such text calls this; what is saved, matched and computed with stays as it is.
 */
public final class Visible {
    private static final int LINE_FEED = '\n';
    private static final int TAB = '\t';
    private static final int RETURN = '\r';

    private Visible() {
    }

    /** Text of one line: line ends and tabs are shown by their code point, too. Null stays null. */
    public static String line(String text) {
        return shown(text, Visible::steers);
    }

    /** Text that may have several lines and tabs. Null stays null. */
    public static String text(String text) {
        return shown(text, point -> steers(point) && point != LINE_FEED && point != TAB);
    }

    private static String shown(String text, IntPredicate hidden) {
        if (text == null || text.codePoints().noneMatch(hidden)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < text.length(); at += Character.charCount(text.codePointAt(at))) {
            int point = text.codePointAt(at);
            boolean lineEnd = point == RETURN && !hidden.test(LINE_FEED) && text.startsWith("\n", at + 1);
            if (hidden.test(point) && !lineEnd) {
                shown.append(String.format(Locale.ROOT, "[U+%04X]", point));
            } else {
                shown.appendCodePoint(point);
            }
        }
        return shown.toString();
    }

    /** Whether a code point does something to what shows it, or cannot be in XML; line ends and tabs do. */
    public static boolean steers(int point) {
        return Character.isISOControl(point) || isCutPair(point) || isNoCharacter(point) || isSeparator(point) || isUnseen(point);
    }

    /** Whether a text has half of a character: a surrogate without the other, which no file and no font can hold. */
    public static boolean hasHalf(String text) {
        return text.codePoints().anyMatch(Visible::isCutPair);
    }

    /** Half of a pair without its other half. */
    static boolean isCutPair(int point) {
        return point >= 0xD800 && point <= 0xDFFF;
    }

    /** Unicode says that these are never characters; XML has no U+FFFE and U+FFFF. */
    private static boolean isNoCharacter(int point) {
        return (point & 0xFFFE) == 0xFFFE || point >= 0xFDD0 && point <= 0xFDEF;
    }

    private static boolean isSeparator(int point) {
        return point == 0x2028 || point == 0x2029;
    }

    /** Marks, embeddings, overrides and isolates of direction; what has no width. The joiners U+200C and U+200D are needed to spell. */
    private static boolean isUnseen(int point) {
        boolean direction = point == 0x061C || point == 0x200E || point == 0x200F || point >= 0x202A && point <= 0x202E;
        boolean noWidth = point == 0x00AD || point == 0x200B || point == 0xFEFF || point >= 0x2060 && point <= 0x206F || point >= 0xFFF9
                && point <= 0xFFFB;
        return direction || noWidth || point >= 0xE0000 && point <= 0xE007F;
    }
}
