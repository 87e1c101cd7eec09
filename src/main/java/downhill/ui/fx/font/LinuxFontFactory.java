package downhill.ui.fx.font;

import com.sun.javafx.font.FontFallbackInfo;
import com.sun.javafx.font.FontResource;
import com.sun.javafx.font.PrismFontFactory;
import com.sun.javafx.font.PrismFontFile;
import com.sun.javafx.font.freetype.FTFactory;
import com.sun.javafx.text.GlyphLayout;
import downhill.ui.theme.ChineseFace;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** JavaFX's FreeType fonts, with a typeface for Chinese among those that help out, laid out by Pango or by {@link PlainGlyphLayout}. */
final class LinuxFontFactory extends PrismFontFactory {
    private static final Class<?>[] OPENED_BY = {String.class, String.class, int.class, boolean.class, boolean.class, boolean.class,
            boolean.class};

    private final PrismFontFactory freeType = FTFactory.getFactory();
    private final Method createFontFile = freeTypes("createFontFile", OPENED_BY);
    private final Method registerEmbeddedFont = freeTypes("registerEmbeddedFont", String.class);
    private final boolean pango;

    /** {@code pango}: whether it can be loaded and shall be used. */
    LinuxFontFactory(boolean pango) {
        this.pango = pango;
    }

    private static Method freeTypes(String name, Class<?>... parameters) {
        try {
            Method method = FTFactory.class.getDeclaredMethod(name, parameters);
            method.setAccessible(true);
            return method;
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("This JavaFX opens font files otherwise than version 21 does", e);
        }
    }

    @Override
    protected PrismFontFile createFontFile(String name, String file, int index, boolean register, boolean embedded, boolean copy,
            boolean tracked) throws Exception {
        try {
            return (PrismFontFile) createFontFile.invoke(freeType, name, file, index, register, embedded, copy, tracked);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause; // the caller treats it as a file that is no font
            }
            throw e;
        }
    }

    @Override
    public GlyphLayout createGlyphLayout() {
        return pango ? freeType.createGlyphLayout() : new PlainGlyphLayout();
    }

    @Override
    public FontFallbackInfo getFallbacks(FontResource primary) {
        FontFallbackInfo system = freeType.getFallbacks(primary);
        return chinese(primary != null && primary.isBold()).map(face -> second(face, system)).orElse(system);
    }

    /**
     * JavaFX takes TrueType outlines only where it looks for characters that the primary typeface lacks, and so passes over Noto Sans CJK
     * and Source Han Sans, which it draws well where they are asked for by name.
     */
    private Optional<FontResource> chinese(boolean bold) {
        return ChineseFace.among(Arrays.stream(getFontFamilyNames()).collect(Collectors.toSet()))
                .map(family -> getFontResource(family, bold, false, false));
    }

    /** After the system's own first choice, which has arrows and mathematics in forms that go with Latin. */
    private static FontFallbackInfo second(FontResource face, FontFallbackInfo system) {
        FontFallbackInfo both = new FontFallbackInfo();
        int count = system.getFontNames().length;
        for (int at = 0; at <= count; at++) {
            if (at == Math.min(1, count)) {
                both.add(face.getFullName(), face.getFileName(), face);
            }
            if (at < count) {
                both.add(system.getFontNames()[at], system.getFontFiles()[at], system.getFonts()[at]);
            }
        }
        return both;
    }

    @Override
    public boolean isLCDTextSupported() {
        return freeType.isLCDTextSupported();
    }

    /** Makes a font known to Pango; where there is none, nobody needs to know. */
    @Override
    protected boolean registerEmbeddedFont(String path) {
        try {
            return !pango || (boolean) registerEmbeddedFont.invoke(freeType, path);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The font " + path + " cannot be made known to Pango", e);
        }
    }
}
