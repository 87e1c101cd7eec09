package downhill.ui.screen.glass;

import downhill.analysis.step.GlassBox;
import downhill.analysis.step.GlassBox.Finding;
import downhill.optim.Rule;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;

/**
 * What happened in a step, in one sentence: how far the parameter moved, how that compares with plain gradient descent at the
 * same learning rate, and why, where the rule's memory tells.
 */
final class Sentence {
    /** Within this part of each other two lengths are “about the same”. */
    private static final double ABOUT = 0.15;
    /** From this share of their size on, the mean of gradients is “steady”; below the other they “nearly cancel”. */
    private static final double STEADY = 0.6;
    private static final double CANCEL = 0.25;

    private final Told told;
    private final GlassBox box;

    private Sentence(Told told) {
        this.told = told;
        this.box = told.box();
    }

    static String of(Told told) {
        Sentence sentence = new Sentence(told);
        String clipped = told.box().findings().contains(Finding.CLIPPED)
                ? " " + Messages.text("glass.says.clipped", Numbers.percent(told.box().clipping())) : "";
        String asked = told.answer().equals(Rule.PARAMETERS) ? "" : " " + Messages.text("glass.says.answer", told.answer());
        return sentence.whole() + clipped + sentence.paced() + asked;
    }

    private String paced() {
        if (told.pace() == 1) {
            return "";
        }
        return " " + (told.pace() == 0 ? Messages.text("glass.says.frozen")
                : Messages.text("glass.says.pace", Numbers.plain(told.pace())));
    }

    private String whole() {
        if (box.findings().contains(Finding.NOT_FINITE)) {
            return Messages.text("glass.says.notFinite", told.contender(), kind());
        }
        String compare = compare();
        if (compare.isEmpty()) {
            return Messages.text("glass.says.one", moves());
        }
        String reason = reason();
        return reason.isEmpty() ? Messages.text("glass.says.two", moves(), compare)
                : Messages.text("glass.says.three", moves(), compare, reason);
    }

    private String moves() {
        if (box.change() == 0) {
            return Messages.text("glass.says.still", told.contender(), kind());
        }
        return Messages.text(box.change() > 0 ? "glass.says.up" : "glass.says.down", told.contender(), kind(),
                Numbers.significant(Math.abs(box.change()), 2));
    }

    private String kind() {
        String place = told.name().replaceAll("\\[.*", "");
        if (place.endsWith("weight")) {
            return Messages.text("glass.kind.weight");
        }
        return Messages.text(place.endsWith("bias") ? "glass.kind.bias" : "glass.kind.parameter");
    }

    private double ratio() {
        return Math.abs(box.change() / box.descent());
    }

    private String compare() {
        if (box.findings().contains(Finding.NO_GRADIENT)) {
            return Messages.text(box.change() == 0 ? "glass.says.noGradient" : "glass.says.memory");
        } else if (box.findings().contains(Finding.AGAINST_THE_GRADIENT)) {
            return Messages.text("glass.says.against");
        } else if (!Double.isFinite(box.descent()) || box.descent() == 0 || box.change() == 0) {
            return "";
        } else if (box.findings().contains(Finding.AS_DESCENT)) {
            return Messages.text("glass.says.same");
        } else if (Math.abs(ratio() - 1) < ABOUT) {
            return Messages.text("glass.says.about");
        }
        return ratio() > 1 ? Messages.text("glass.says.times", Numbers.significant(ratio(), 2)) : Messages.text("glass.says.part", share());
    }

    /** Tiny shares in full digits: 0.0 % would not be honest. */
    private String share() {
        return Numbers.percent(Numbers.significant(100 * ratio(), 2));
    }

    /** Only what the numbers show; empty where they show nothing. */
    private String reason() {
        boolean with = !box.findings().contains(Finding.AGAINST_THE_GRADIENT) && !box.findings().contains(Finding.NO_GRADIENT);
        if (!with || box.findings().contains(Finding.AS_DESCENT) || Math.abs(ratio() - 1) < ABOUT) {
            return "";
        }
        boolean farther = ratio() > 1;
        if (!Double.isNaN(told.habits().size())) {
            return bySize(farther);
        } else if (told.habits().sign()) {
            return Messages.text("glass.why.sign");
        }
        return byVelocity(farther);
    }

    private String bySize(boolean farther) {
        Habits habits = told.habits();
        if (farther && habits.size() < 1) {
            return Messages.text(habits.steadiness() >= STEADY ? "glass.why.smallSteady" : "glass.why.small");
        } else if (!farther && habits.steadiness() < CANCEL) {
            return Messages.text("glass.why.cancel");
        } else if (!farther && habits.sum()) {
            return Messages.text("glass.why.sum");
        }
        return !farther && Math.abs(box.gradient()) < habits.size() ? Messages.text("glass.why.larger") : "";
    }

    private String byVelocity(boolean farther) {
        double carried = told.habits().carried();
        if (Double.isNaN(carried) || carried == 0) {
            return "";
        }
        boolean along = carried * box.gradient() > 0;
        if (along != farther) {
            return "";
        }
        return Messages.text(along ? "glass.why.along" : "glass.why.opposed");
    }
}
