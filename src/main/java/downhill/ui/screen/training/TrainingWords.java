package downhill.ui.screen.training;

import downhill.optim.Clipping;
import downhill.optim.Penalty;
import downhill.race.document.TrainingSpec.AugmentationSpec;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.ArrayList;
import java.util.List;

/** Training in words. */
final class TrainingWords {
    private TrainingWords() {
    }

    static String batch(int size) {
        return switch (size) {
            case 0 -> Messages.text("training.batch.full");
            case 1 -> Messages.text("training.batch.one");
            default -> Messages.text("training.batch.rows", Numbers.count(size));
        };
    }

    static String penalty(Penalty penalty) {
        if (penalty == null || penalty.isNone()) {
            return Messages.text("training.none");
        }
        String l1 = penalty.l1() == 0 ? "" : "L1 " + Numbers.plain(penalty.l1());
        String l2 = penalty.l2() == 0 ? "" : "L2 " + Numbers.plain(penalty.l2());
        return l1 + (l1.isEmpty() || l2.isEmpty() ? "" : " · ") + l2;
    }

    /** Such as {@code jitter 0.1 · shift 1 px · mirrored · noise 0.2}. */
    static String augmentation(AugmentationSpec spec) {
        List<String> words = new ArrayList<>();
        if (spec.jitter() > 0) {
            words.add(Messages.text("training.augmentation.jitter.of", Numbers.plain(spec.jitter())));
        }
        if (spec.shift() > 0) {
            words.add(Messages.text("training.augmentation.shift.of", Numbers.count(spec.shift())));
        }
        if (spec.flip()) {
            words.add(Messages.text("training.augmentation.flip.of"));
        }
        if (spec.noise() > 0) {
            words.add(Messages.text("training.augmentation.noise.of", Numbers.plain(spec.noise())));
        }
        if (spec.relabel() > 0) {
            words.add(Messages.text("training.augmentation.relabel.of", Numbers.count(spec.relabel())));
        }
        return words.isEmpty() ? Messages.text("training.none") : String.join(" · ", words);
    }

    static String clipping(Clipping clipping) {
        if (clipping instanceof Clipping.ByNorm norm) {
            return Messages.text("training.clipping.norm", Numbers.plain(norm.limit()));
        }
        return clipping instanceof Clipping.ByValue value ? Messages.text("training.clipping.value", Numbers.plain(value.limit()))
                : Messages.text("training.none");
    }
}
