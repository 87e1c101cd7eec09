package downhill.study;

import downhill.study.trial.Trial;
import downhill.study.trial.TrialState;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the choice among many trials has added: those that were best when they ended, with what they came to by the rows that chose them
 * (inner) and by rows that chose nothing (outer). After Schneider, Bischl and Feurer 2025, Overtuning in hyperparameter optimization.
 *
 * @param incumbents trials that were the best of those before them, in their order, each with an outer score; at least one
 * @param guess      what guessing comes to on the outer rows; its value is NaN where that is not known
 * @param verdict    what that shows
 */
public record Overtuning(List<Trial> incumbents, Guess guess, Verdict verdict) {
    /** What is shown. */
    public enum Verdict {
        /** On the outer rows the best is no better than guessing, as far as they tell. */
        CHANCE,
        /** An earlier incumbent was better on the outer rows, by more than they scatter. */
        OVERTUNED,
        /** The best is worse on the outer rows than on the inner ones, by more than they scatter. */
        TOO_GOOD,
        /** The best is as good on the outer rows as it seemed. */
        HOLDS
    }

    /** By so much n rows may differ from others: 1/√n of what guessing comes to, but at least this part of it. */
    private static final double LEAST = 0.05;

    public Overtuning {
        incumbents = List.copyOf(incumbents);
    }

    /** Of trials as they stand; empty before one with an outer score is complete. */
    public static Optional<Overtuning> of(List<Trial> trials, Guess guess) {
        List<Trial> incumbents = new ArrayList<>();
        for (Trial trial : trials) {
            boolean whole = trial.state() == TrialState.COMPLETE && Double.isFinite(trial.scores().outer());
            if (whole && (incumbents.isEmpty() || trial.loss() < last(incumbents).loss())) {
                incumbents.add(trial);
            }
        }
        return incumbents.isEmpty() ? Optional.empty() : Optional.of(new Overtuning(incumbents, guess, verdict(incumbents, guess)));
    }

    private static Trial last(List<Trial> trials) {
        return trials.get(trials.size() - 1);
    }

    private static Verdict verdict(List<Trial> incumbents, Guess guess) {
        double inner = last(incumbents).loss();
        double outer = last(incumbents).scores().outer();
        double part = Math.max(LEAST, 1 / Math.sqrt(guess.rows()));
        double scatter = part * Math.abs(Double.isNaN(guess.value()) ? outer : guess.value());
        if (outer > guess.value() - scatter) {
            return Verdict.CHANCE;
        }
        if (outer - leastOuter(incumbents) > scatter) {
            return Verdict.OVERTUNED;
        }
        return outer - inner > scatter ? Verdict.TOO_GOOD : Verdict.HOLDS;
    }

    private static double leastOuter(List<Trial> incumbents) {
        return incumbents.stream().mapToDouble(trial -> trial.scores().outer()).min().orElseThrow();
    }

    /** The best by the inner rows. */
    public Trial best() {
        return last(incumbents);
    }

    /** What it came to by the rows that chose it. */
    public double inner() {
        return best().loss();
    }

    /** What it came to by rows that chose nothing. */
    public double outer() {
        return best().scores().outer();
    }

    /**
     * How much of what the search gained on the outer rows was lost again by going on: 0 for nothing, 1 for all, above 1 where the first
     * trial is better than the last. NaN where no incumbent was better on them than the first, or there is but one.
     */
    public double relative() {
        double least = leastOuter(incumbents);
        double gained = incumbents.get(0).scores().outer() - least;
        return gained > 0 ? (outer() - least) / gained : Double.NaN;
    }

    /** The verdict in words. */
    public Said sentence() {
        String measured = text(outer());
        return switch (verdict) {
            case CHANCE -> Said.of("tuned.chance", best().number(), text(inner()), measured, guess.rows(), text(guess.value()));
            case OVERTUNED -> Said.of("tuned.over", best().number(), measured, guess.rows(), earlier().number(),
                    text(earlier().scores().outer()));
            case TOO_GOOD -> Said.of("tuned.good", best().number(), text(inner()), measured, guess.rows());
            case HOLDS -> Said.of("tuned.holds", best().number(), text(inner()), measured, guess.rows());
        };
    }

    private Trial earlier() {
        return incumbents.stream().min(Comparator.comparingDouble(trial -> trial.scores().outer())).orElseThrow();
    }

    private static String text(double value) {
        return String.format(Locale.ROOT, "%.4g", value);
    }
}
