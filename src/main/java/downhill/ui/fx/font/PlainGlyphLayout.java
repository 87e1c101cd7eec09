package downhill.ui.fx.font;

import com.sun.javafx.font.FontResource;
import com.sun.javafx.font.FontStrike;
import com.sun.javafx.font.PGFont;
import com.sun.javafx.text.GlyphLayout;
import com.sun.javafx.text.TextRun;

/**
 * One glyph a character, side by side: right for Latin, Greek and Chinese. Scripts whose letters join or reorder are
 * readable letter by letter only.
 */
final class PlainGlyphLayout extends GlyphLayout {
    @Override
    public void layout(TextRun run, PGFont font, FontStrike strike, char[] text) {
        FontResource resource = strike.getFontResource();
        int[] glyphs = new int[run.getLength()];
        resource.getGlyphMapper().charsToGlyphs(run.getStart(), run.getLength(), text, glyphs);
        run.shape(run.getLength(), glyphs, positions(glyphs, resource, font.getSize()), firstCharacters(glyphs.length));
    }

    /** {@code x0, y0, x1, y1 …} of each glyph, and of the end of the last. */
    private static float[] positions(int[] glyphs, FontResource resource, float size) {
        float[] positions = new float[2 * (glyphs.length + 1)];
        for (int at = 0; at < glyphs.length; at++) {
            positions[2 * at + 2] = positions[2 * at] + resource.getAdvance(glyphs[at], size);
        }
        return positions;
    }

    private static int[] firstCharacters(int count) {
        int[] first = new int[count];
        for (int at = 0; at < count; at++) {
            first[at] = at;
        }
        return first;
    }
}
