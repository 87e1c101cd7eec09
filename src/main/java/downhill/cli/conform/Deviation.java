package downhill.cli.conform;

/** The worst relative deviation |got − expected| / (1 + |expected|) over many numbers; NaN as soon as one is NaN alone. */
final class Deviation {
    private double worst;
    private boolean any;

    void add(double got, double expected) {
        any = true;
        boolean same = Double.compare(got, expected) == 0;
        worst = Math.max(worst, same ? 0 : Math.abs(got - expected) / (1 + Math.abs(expected)));
    }

    void add(double[] got, double[] expected) {
        for (int i = 0; i < expected.length; i++) {
            add(i < got.length ? got[i] : Double.NaN, expected[i]);
        }
    }

    /** NaN where nothing was compared. */
    double worst() {
        return any ? worst : Double.NaN;
    }
}
