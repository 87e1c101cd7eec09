package downhill.study.sample;

import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/**
 * The covariance matrix adaptation evolution strategy (Hansen 2016, "The CMA evolution strategy: a tutorial", with positive weights alone),
 * asked for points and told which were better: (μ/μ_w, λ) with cumulative step-size adaptation, rank-one and rank-μ updates. Nothing in it
 * knows what is minimised.
 */
final class Evolution {
    private final int n;
    private final int lambda;
    private final double[] weights;
    private final double effective;
    private final double cSigma;
    private final double dSigma;
    private final double cc;
    private final double c1;
    private final double cMu;
    private final double chi;
    private final double[] mean;
    private final double[] pathSigma;
    private final double[] pathC;
    private final double[][] covariance;
    private double[][] axes;
    private double[] lengths;
    private double sigma;
    private int told;

    /**
     * @param start where it begins [n]
     * @param sigma standard deviation at the start, above 0
     */
    Evolution(double[] start, double sigma) {
        n = start.length;
        this.sigma = sigma;
        mean = start.clone();
        lambda = lambda(n);
        weights = weights(lambda);
        double squares = 0;
        for (double weight : weights) {
            squares += weight * weight;
        }
        effective = 1 / squares;
        cSigma = (effective + 2) / (n + effective + 5);
        dSigma = 1 + 2 * Math.max(0, Math.sqrt((effective - 1) / (n + 1)) - 1) + cSigma;
        cc = (4 + effective / n) / (n + 4 + 2 * effective / n);
        c1 = 2 / ((n + 1.3) * (n + 1.3) + effective);
        cMu = Math.min(1 - c1, 2 * (effective - 2 + 1 / effective) / ((n + 2.0) * (n + 2) + effective));
        chi = Math.sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
        pathSigma = new double[n];
        pathC = new double[n];
        covariance = new double[n][n];
        axes = new double[n][n];
        lengths = new double[n];
        for (int i = 0; i < n; i++) {
            covariance[i][i] = 1;
            axes[i][i] = 1;
            lengths[i] = 1;
        }
    }

    /** Points of a generation in so many dimensions. */
    static int lambda(int dimensions) {
        return 4 + (int) (3 * Math.log(dimensions));
    }

    private static double[] weights(int lambda) {
        double[] weights = new double[lambda / 2];
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            weights[i] = Math.log((lambda + 1) / 2.0) - Math.log(i + 1);
            sum += weights[i];
        }
        for (int i = 0; i < weights.length; i++) {
            weights[i] /= sum;
        }
        return weights;
    }

    int lambda() {
        return lambda;
    }

    double[] mean() {
        return mean.clone();
    }

    double sigma() {
        return sigma;
    }

    /** A point [n] to be tried. */
    double[] ask(SplittableRandom random) {
        double[] z = new double[n];
        for (int i = 0; i < n; i++) {
            z[i] = lengths[i] * Draws.gaussian(random);
        }
        double[] point = mean.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                point[i] += sigma * axes[i][k] * z[k];
            }
        }
        return point;
    }

    /** A generation of points, the best first. */
    void tell(List<double[]> ranked) {
        double[][] steps = new double[weights.length][n];
        double[] move = new double[n];
        for (int j = 0; j < weights.length; j++) {
            for (int i = 0; i < n; i++) {
                steps[j][i] = (ranked.get(j)[i] - mean[i]) / sigma;
                move[i] += weights[j] * steps[j][i];
            }
        }
        told++;
        boolean short1 = follow(move);
        adapt(steps, short1);
        for (int i = 0; i < n; i++) {
            mean[i] += sigma * move[i];
        }
        sigma *= Math.exp(cSigma / dSigma * (norm(pathSigma) / chi - 1));
        decompose();
    }

    /** Leads both paths on; gives whether that of the covariance was, which it is not while the step size jumps. */
    private boolean follow(double[] move) {
        double[] white = whitened(move);
        double keep = Math.sqrt(cSigma * (2 - cSigma) * effective);
        for (int i = 0; i < n; i++) {
            pathSigma[i] = (1 - cSigma) * pathSigma[i] + keep * white[i];
        }
        double grown = norm(pathSigma) / Math.sqrt(1 - Math.pow(1 - cSigma, 2.0 * told));
        boolean steady = grown < (1.4 + 2.0 / (n + 1)) * chi;
        double along = steady ? Math.sqrt(cc * (2 - cc) * effective) : 0;
        for (int i = 0; i < n; i++) {
            pathC[i] = (1 - cc) * pathC[i] + along * move[i];
        }
        return steady;
    }

    /** C^(−1/2) times a vector. */
    private double[] whitened(double[] vector) {
        double[] white = new double[n];
        for (int k = 0; k < n; k++) {
            double along = 0;
            for (int i = 0; i < n; i++) {
                along += axes[i][k] * vector[i];
            }
            for (int i = 0; i < n; i++) {
                white[i] += axes[i][k] * along / lengths[k];
            }
        }
        return white;
    }

    private void adapt(double[][] steps, boolean steady) {
        double lost = steady ? 0 : cc * (2 - cc);
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                double rankMu = 0;
                for (int j = 0; j < weights.length; j++) {
                    rankMu += weights[j] * steps[j][i] * steps[j][k];
                }
                covariance[i][k] = (1 - c1 - cMu + c1 * lost) * covariance[i][k] + c1 * pathC[i] * pathC[k] + cMu * rankMu;
            }
        }
    }

    private void decompose() {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                covariance[i][k] = covariance[k][i];
            }
        }
        EigenDecomposition eigen = new EigenDecomposition(new Array2DRowRealMatrix(covariance, true));
        axes = eigen.getV().getData();
        lengths = eigen.getRealEigenvalues();
        for (int i = 0; i < n; i++) {
            lengths[i] = Math.sqrt(Math.max(lengths[i], 1e-20));
        }
    }

    private static double norm(double[] vector) {
        double sum = 0;
        for (double each : vector) {
            sum += each * each;
        }
        return Math.sqrt(sum);
    }
}
