package downhill.engine.plan;

/** What lies in memory times a number of each run: {@code factor · number · value}; {@code number} has the shape []. */
public record ScaledView(double factor, ArrayView number, ArrayView value) {
}
