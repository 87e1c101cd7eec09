package downhill.ui.fx.font;

import com.sun.javafx.font.FontFallbackInfo;
import com.sun.javafx.font.FontResource;
import com.sun.javafx.font.PrismFontFactory;
import com.sun.javafx.font.PrismFontFile;
import com.sun.javafx.font.freetype.FTFactory;
import com.sun.javafx.text.GlyphLayout;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;

/** JavaFX's FreeType fonts, laid out by {@link PlainGlyphLayout} instead of Pango. */
final class PlainFontFactory extends PrismFontFactory {
    private final PrismFontFactory freeType = FTFactory.getFactory();
    private final Method createFontFile = creator();

    private static Method creator() {
        try {
            Method method = FTFactory.class.getDeclaredMethod("createFontFile", String.class, String.class, int.class, boolean.class,
                    boolean.class, boolean.class, boolean.class);
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
        return new PlainGlyphLayout();
    }

    @Override
    public FontFallbackInfo getFallbacks(FontResource primary) {
        return freeType.getFallbacks(primary);
    }

    /** Registering makes a font known to Pango; here nobody needs to know. */
    @Override
    protected boolean registerEmbeddedFont(String path) {
        return true;
    }
}
