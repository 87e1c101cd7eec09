package downhill.ui.theme;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Set;

/**
 * The typeface for Chinese in charts. A Java program that asks for "sans serif" may be given the Japanese or Korean forms of the same
 * characters, or another typeface in each picture; so one is chosen by name among those that systems bring.
 */
final class ChineseFace {
    /** Simplified Chinese sans serifs, those of Windows and macOS first, then what Linux distributions offer. */
    private static final List<String> KNOWN = List.of("Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC",
            "Source Han Sans SC", "Source Han Sans CN", "Hiragino Sans GB", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei", "SimHei", "Heiti SC",
            "Droid Sans Fallback");

    private ChineseFace() {
    }

    /** Holds the choice; the families are listed on first use, which takes long on some systems. */
    private static final class Chosen {
        static final String FAMILY = among(Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
    }

    /** The family for {@code text}, which Inter cannot show whole. */
    static String family(String text) {
        boolean chinese = text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
        return chinese ? Chosen.FAMILY : Font.SANS_SERIF;
    }

    /** The first that is there; the system's sans serif where none is. */
    static String among(Set<String> families) {
        return KNOWN.stream().filter(families::contains).findFirst().orElse(Font.SANS_SERIF);
    }
}
