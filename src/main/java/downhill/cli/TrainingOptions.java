package downhill.cli;

import downhill.data.DataSpec;
import downhill.data.prepare.Prepared;
import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.race.document.TrainingSpec;
import downhill.race.document.TrainingSpec.AugmentationSpec;
import downhill.race.document.TrainingSpec.EarlyStopping;
import picocli.CommandLine.Option;

/** What all contenders share: budget, batches, penalties, clipping, early stopping, augmentation. */
final class TrainingOptions {
    static final int MOST_SEEDS = 1000;

    @Option(names = "--steps", defaultValue = "1000", paramLabel = "N", description = "Updates of each (default: ${DEFAULT-VALUE}).")
    long steps;

    @Option(names = "--batch", defaultValue = "32", paramLabel = "N", description = "Rows in a step, 0 for all (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(names = "--seed", defaultValue = "42", paramLabel = "S", description = "Of initial values, split and batches (default: ${DEFAULT-VALUE}).")
    long seed;

    @Option(names = "--seeds", defaultValue = "1", paramLabel = "K", description = "Each optimizer is run with so many seeds, from --seed on; "
            + "summary.json and seeds.csv hold each of them (default: ${DEFAULT-VALUE}).")
    int seeds;

    @Option(names = "--l1", defaultValue = "0", paramLabel = "A", description = "Penalty A·Σ|w| on weights.")
    private double l1;

    @Option(names = "--l2", defaultValue = "0", paramLabel = "A", description = "Penalty A/2·Σw² on weights.")
    private double l2;

    @Option(names = "--clip-norm", paramLabel = "C", description = "Gradients are scaled down to this norm.")
    private Double clipNorm;

    @Option(names = "--patience", paramLabel = "N", description = "Stop where the validation loss has not fallen "
            + "for N checks. Whether so or after the last step, models, metrics and summary.json are of the parameters of the lowest validation loss.")
    private Integer patience;

    @Option(names = "--jitter", defaultValue = "0", paramLabel = "D", description = "Gaussian noise of this deviation on each scaled value of a training row.")
    private double jitter;

    @Option(names = "--shift", defaultValue = "0", paramLabel = "N", description = "Images: shifted by up to so many pixels.")
    private int shift;

    @Option(names = "--flip", description = "Images: mirrored left to right half of the time.")
    private boolean flip;

    @Option(names = "--noise", defaultValue = "0", paramLabel = "D", description = "Images: Gaussian noise of this deviation on each scaled pixel.")
    private double noise;

    void check() {
        require(steps >= 1 && steps <= 1_000_000_000L, "--steps must be from 1 to 1000000000");
        require(batch >= 0, "--batch must be 0 (all rows) or more");
        require(seeds >= 1 && seeds <= MOST_SEEDS, "--seeds must be from 1 to " + MOST_SEEDS);
        require(finite(l1) && finite(l2), "--l1 and --l2 must be 0 or more");
        require(clipNorm == null || clipNorm > 0, "--clip-norm must be above 0");
        require(patience == null || patience >= 1, "--patience must be at least 1");
        require(finite(jitter) && finite(noise) && shift >= 0, "--jitter, --shift and --noise must be 0 or more");
    }

    /** Of the weights of every contender that says no other. */
    Penalty penalty() {
        return new Penalty(l1, l2);
    }

    private static boolean finite(double value) {
        return value >= 0 && value < Double.POSITIVE_INFINITY;
    }

    /** What only images or only data with validation rows can have is refused where it would do nothing. */
    TrainingSpec spec(DataSpec data, Prepared prepared) {
        require(data.image() != null || shift == 0 && !flip && noise == 0,
                "--shift, --flip and --noise are for images; say their shape with --image, such as --image 1x8x8");
        require(patience == null || prepared.validation().count() > 0, "--patience needs validation rows; give --validation a share above 0");
        AugmentationSpec augmentation = new AugmentationSpec(jitter, shift, flip, noise);
        return new TrainingSpec(steps, batch, penalty(), clipNorm == null ? new Clipping.None() : new Clipping.ByNorm(clipNorm),
                patience == null ? null : new EarlyStopping(patience, 0, true), augmentation.isNone() ? null : augmentation);
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new InputException(sentence + ".");
        }
    }
}
