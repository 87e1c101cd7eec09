package downhill.model;

import downhill.model.Surface.Domain;
import downhill.model.Surface.Point;
import java.util.List;
import java.util.Optional;

/** The built-in surfaces: test functions of optimization, most from the collection of Jamil &amp; Yang (2013). */
public final class Surfaces {
    private static final Point ORIGIN = new Point(0, 0);

    private static final List<Surface> ALL = List.of(
            new Surface("quadratic", "x² + 10·y²", Domain.square(4), List.of(ORIGIN), new Point(-3, 2)),
            new Surface("rosenbrock", "(1 − x)² + 100·(y − x²)²", new Domain(-2, 2, -1, 3), List.of(new Point(1, 1)),
                    new Point(-1.5, 2)),
            new Surface("beale", "(1.5 − x + x·y)² + (2.25 − x + x·y²)² + (2.625 − x + x·y³)²", Domain.square(4.5),
                    List.of(new Point(3, 0.5)), new Point(1, 1.5)),
            new Surface("himmelblau", "(x² + y − 11)² + (x + y² − 7)²", Domain.square(5), List.of(new Point(3, 2),
                    new Point(-2.805118086952745, 3.131312518250573), new Point(-3.779310253377747, -3.283185991286169),
                    new Point(3.584428340330492, -1.848126526964404)), new Point(0, -4)),
            new Surface("booth", "(x + 2·y − 7)² + (2·x + y − 5)²", Domain.square(10), List.of(new Point(1, 3)),
                    new Point(-8, 6)),
            new Surface("three-hump-camel", "2·x² − 1.05·x⁴ + x⁶/6 + x·y + y²", Domain.square(2.5), List.of(ORIGIN),
                    new Point(-1.2, 2)),
            new Surface("saddle", "x² − y²", Domain.square(2), List.of(), new Point(-1.5, 0.01)),
            new Surface("rastrigin", "20 + x² − 10·cos(2·π·x) + y² − 10·cos(2·π·y)", Domain.square(5.12), List.of(ORIGIN),
                    new Point(-3.2, 3.3)),
            new Surface("ackley", "−20·exp(−0.2·√((x² + y²)/2)) − exp((cos(2·π·x) + cos(2·π·y))/2) + e + 20", Domain.square(5),
                    List.of(ORIGIN), new Point(-3.2, 2.7)));

    private Surfaces() {
    }

    /** All, the simplest first. */
    public static List<Surface> all() {
        return ALL;
    }

    /** The surface of a name, such as {@code rosenbrock}. */
    public static Optional<Surface> named(String name) {
        return ALL.stream().filter(surface -> surface.name().equals(name)).findFirst();
    }
}
