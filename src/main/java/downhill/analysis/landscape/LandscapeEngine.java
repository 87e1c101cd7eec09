package downhill.analysis.landscape;

import downhill.data.Progress;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures landscapes of one terrain. Its threads and plans are kept, so that the next picture (another plane, a zoom) does
 * not wait for them to be made. Methods may be called from any thread; they wait for their answer, and for one another.
 *
 * <p>Everything may be given up at any moment by {@link Progress#cancelled()}, which other threads must be able to call; the
 * method then throws {@link java.util.concurrent.CancellationException} within the time of one plan, some milliseconds.
 */
public final class LandscapeEngine implements AutoCloseable {
    /** A first picture has at least this many points along each axis. */
    private static final int COARSEST = 11;

    private final Terrain terrain;
    private final LossWorkers workers;

    /** @param threads how many may compute at once, at least 1 */
    public LandscapeEngine(Terrain terrain, int threads) {
        this.terrain = terrain;
        this.workers = new LossWorkers(terrain, threads);
    }

    /**
     * Measures a region, coarse first, then at twice the resolution again and again; points already known are kept.
     *
     * @param resolution points along each axis, at least 2; with 41 there are pictures of 11, 21 and 41
     * @param each       receives every picture, the last included
     */
    public LossHeights compute(Plane plane, Region region, int resolution, Progress progress, Consumer<LossHeights> each) {
        PlaneSpan span = plane.span();
        double[][] z = new double[resolution][resolution];
        LossHeights picture = null;
        int known = 0;
        for (int stride = coarsest(resolution); stride >= 1; stride /= 2) {
            List<int[]> wanted = wanted(resolution, stride, picture == null);
            double[] losses = workers.losses(wanted.size(), (i, target) -> span.at(
                    region.a(wanted.get(i)[1], resolution), region.b(wanted.get(i)[0], resolution), target),
                    progress::cancelled);
            for (int i = 0; i < losses.length; i++) {
                z[wanted.get(i)[0]][wanted.get(i)[1]] = losses[i];
            }
            known += losses.length;
            picture = new LossHeights(plane, region, every(z, stride), terrain.scope(), stride == 1);
            each.accept(picture);
            progress.done((double) known / (resolution * resolution));
        }
        return picture;
    }

    private static int coarsest(int resolution) {
        if (resolution < 2) {
            throw new RefusedException(Said.of("landscape.least", resolution));
        }
        int stride = 1;
        while ((resolution - 1) % (2 * stride) == 0 && (resolution - 1) / (2 * stride) + 1 >= COARSEST) {
            stride *= 2;
        }
        return stride;
    }

    /** The points {row, column} of this stride that the coarser one did not have. */
    private static List<int[]> wanted(int resolution, int stride, boolean first) {
        List<int[]> points = new ArrayList<>();
        for (int row = 0; row < resolution; row += stride) {
            for (int column = 0; column < resolution; column += stride) {
                if (first || row % (2 * stride) != 0 || column % (2 * stride) != 0) {
                    points.add(new int[] {row, column});
                }
            }
        }
        return points;
    }

    private static double[][] every(double[][] z, int stride) {
        int count = (z.length - 1) / stride + 1;
        double[][] coarse = new double[count][count];
        for (int row = 0; row < count; row++) {
            for (int column = 0; column < count; column++) {
                coarse[row][column] = z[row * stride][column * stride];
            }
        }
        return coarse;
    }

    /** The loss at each of these points [P]. */
    public double[] losses(List<double[]> points, Progress progress) {
        return workers.losses(points.size(), (i, target) -> System.arraycopy(points.get(i), 0, target, 0, target.length),
                progress::cancelled);
    }

    /** A path on a plane, with its true loss and the plane's at each point. */
    public PathOnPlane trace(Plane plane, ContenderPath path, Progress progress) {
        int count = path.size();
        double[] a = new double[count];
        double[] b = new double[count];
        double[] distance = new double[count];
        for (int i = 0; i < count; i++) {
            double[] nearest = plane.project(path.parameters()[i]);
            a[i] = nearest[0];
            b[i] = nearest[1];
            distance[i] = plane.distance(path.parameters()[i]);
        }
        double[] trueLoss = losses(List.of(path.parameters()), progress);
        double[] planeLoss = workers.losses(count, (i, target) -> plane.span().at(a[i], b[i], target), progress::cancelled);
        return new PathOnPlane(path.id(), path.steps().clone(), a, b, distance, trueLoss, planeLoss);
    }

    /** Ends the threads and frees the memory. */
    @Override
    public void close() {
        workers.close();
    }
}
