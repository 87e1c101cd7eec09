package downhill.ui.theme;

import java.util.Locale;
import javafx.scene.paint.Color;

/**
 * An opaque sRGB colour that both JavaFX and Java2D can take.
 *
 * @param rgb 0xRRGGBB
 */
public record Colour(int rgb) {
    private static final double STEP = 0.005;

    /** From {@code #RRGGBB}. */
    public static Colour of(String hex) {
        return new Colour(Integer.parseInt(hex.substring(1), 16));
    }

    /** For JavaFX. */
    public Color fx() {
        return Color.rgb(red(), green(), blue());
    }

    /** For Java2D. */
    public java.awt.Color awt() {
        return new java.awt.Color(rgb);
    }

    /** For Java2D, seen through: {@code alpha} from 0 to 1. */
    public java.awt.Color awt(double alpha) {
        return new java.awt.Color(red(), green(), blue(), (int) Math.round(alpha * 255));
    }

    /** {@code #rrggbb}, as style sheets want it. */
    public String css() {
        return String.format(Locale.ROOT, "#%06x", rgb);
    }

    /** The colour at {@code share} (0 to 1) of the way to {@code other}. */
    public Colour mix(Colour other, double share) {
        return of(blend(red(), other.red(), share), blend(green(), other.green(), share), blend(blue(), other.blue(), share));
    }

    /** Contrast with {@code other} from 1 to 21 (WCAG 2.1, "contrast ratio"). */
    public double contrast(Colour other) {
        double a = luminance() + 0.05;
        double b = other.luminance() + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    /** The nearest colour of this hue that reaches {@code ratio} on {@code ground}: lighter on a dark one, darker on a light one. */
    public Colour legibleOn(Colour ground, double ratio) {
        double direction = ground.luminance() < 0.18 ? STEP : -STEP;
        Colour tried = this;
        double lightness = hsl()[2];
        while (tried.contrast(ground) < ratio && lightness > 0 && lightness < 1) {
            lightness = Math.max(0, Math.min(1, lightness + direction));
            tried = withLightness(lightness);
        }
        return tried;
    }

    /** Relative luminance from 0 to 1 (WCAG 2.1). */
    public double luminance() {
        return 0.2126 * linear(red()) + 0.7152 * linear(green()) + 0.0722 * linear(blue());
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }

    private Colour withLightness(double lightness) {
        double[] hsl = hsl();
        double chroma = (1 - Math.abs(2 * lightness - 1)) * hsl[1];
        return of(channel(hsl[0], 0, lightness, chroma), channel(hsl[0], 8, lightness, chroma), channel(hsl[0], 4, lightness, chroma));
    }

    /** One channel of an HSL colour; {@code offset} is 0, 8, 4 for red, green, blue. */
    private static int channel(double hue, int offset, double lightness, double chroma) {
        double k = (offset + hue / 30) % 12;
        double value = lightness - chroma / 2 * Math.max(-1, Math.min(Math.min(k - 3, 9 - k), 1));
        return (int) Math.round(255 * value);
    }

    /** Hue in degrees, saturation and lightness from 0 to 1. */
    private double[] hsl() {
        double max = Math.max(red(), Math.max(green(), blue())) / 255.0;
        double min = Math.min(red(), Math.min(green(), blue())) / 255.0;
        double lightness = (max + min) / 2;
        double spread = 1 - Math.abs(2 * lightness - 1);
        return new double[] {fx().getHue(), spread == 0 ? 0 : (max - min) / spread, lightness};
    }

    private static Colour of(int red, int green, int blue) {
        return new Colour(red << 16 | green << 8 | blue);
    }

    private static int blend(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private int red() {
        return rgb >> 16 & 255;
    }

    private int green() {
        return rgb >> 8 & 255;
    }

    private int blue() {
        return rgb & 255;
    }
}
