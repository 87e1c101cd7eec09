package downhill.ui.chart.shape;

/**
 * From where a landscape is seen.
 *
 * @param azimuth   turned about the upright axis, in degrees, any number
 * @param elevation above the horizon, in degrees, 5 (from the side) to 90 (from above)
 * @param scale     size, 1 to fit
 */
public record Rotation(double azimuth, double elevation, double scale) {
    /** From the front left, a little above. */
    public static final Rotation START = new Rotation(35, 35, 1);

    private static final double LEAST_SCALE = 0.4;
    private static final double MOST_SCALE = 6;

    /** Keeps elevation and scale within their limits. */
    public Rotation {
        azimuth = ((azimuth % 360) + 360) % 360;
        elevation = Math.max(5, Math.min(90, elevation));
        scale = Math.max(LEAST_SCALE, Math.min(MOST_SCALE, scale));
    }

    /** Turned further by degrees. */
    public Rotation turned(double about, double up) {
        return new Rotation(azimuth + about, elevation + up, scale);
    }

    /** Nearer by a factor. */
    public Rotation scaled(double factor) {
        return new Rotation(azimuth, elevation, scale * factor);
    }
}
