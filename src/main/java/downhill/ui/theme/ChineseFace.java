package downhill.ui.theme;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The typeface for Chinese, in charts and where the program itself finds typefaces for its controls. A Java program that asks for
 * "sans serif" may be given the Japanese or Korean forms of the same characters, or another typeface in each picture; so one is chosen
 * by name among those that systems bring.
 */
public final class ChineseFace {
    /** Simplified Chinese sans serifs, those of Windows and macOS first, then what Linux distributions offer. */
    private static final List<String> KNOWN = List.of("Microsoft YaHei UI", "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC",
            "Noto Sans SC", "Source Han Sans SC", "Source Han Sans CN", "Hiragino Sans GB", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
            "SimHei", "Heiti SC", "Droid Sans Fallback");

    private ChineseFace() {
    }

    /** Holds the choice; the families are listed on first use, which takes long on some systems. */
    private static final class Chosen {
        static final String FAMILY = among(Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()))
                .orElse(Font.SANS_SERIF);
    }

    /** The family for {@code text}, which Inter cannot show whole. */
    static String family(String text) {
        boolean chinese = text.codePoints().anyMatch(point -> Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
        return chinese ? Chosen.FAMILY : Font.SANS_SERIF;
    }

    /** The one to take of those that are there; empty where none is known for Simplified Chinese. */
    public static Optional<String> among(Set<String> families) {
        return KNOWN.stream().filter(families::contains).findFirst();
    }
}
