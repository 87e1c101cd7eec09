package downhill.analysis.profile;

import downhill.analysis.verdict.Friedman;
import downhill.analysis.verdict.Standing;
import downhill.analysis.verdict.Verdict;
import downhill.words.Said;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The same contenders over several data sets.
 *
 * @param sets     names of the data sets
 * @param names    of the contenders
 * @param scores   [set][contender]: interquartile mean over the folds; infinitely bad where too many diverged
 * @param profile  of them
 * @param friedman of their ranks; its p and critical difference hold from {@value downhill.analysis.verdict.Friedman#FEWEST_SETS} sets on.
 *                 Null with one contender
 */
public record AcrossSets(List<String> sets, List<String> names, double[][] scores, PerformanceProfile profile, Friedman friedman) {
    private static final double SURE = 0.05;
    private static final int DIGITS = 4;
    /** Smaller numbers are written with their power of ten. */
    private static final double LEAST = 1e-4;

    /** Of verdicts of the same contenders by the same metric. */
    public static AcrossSets of(List<String> sets, List<Verdict> verdicts) {
        List<String> names = verdicts.get(0).standings().stream().map(Standing::name).toList();
        boolean higher = verdicts.get(0).higherIsBetter();
        double[][] scores = verdicts.stream().map(each -> each.standings().stream().mapToDouble(one -> one.middle().value()).toArray())
                .toArray(double[][]::new);
        double[][] finite = Arrays.stream(scores).map(set -> Arrays.stream(set).map(value -> Double.isFinite(value) ? value : Double.NaN)
                .toArray()).toArray(double[][]::new);
        return new AcrossSets(List.copyOf(sets), names, scores, PerformanceProfile.of(finite, higher),
                names.size() < 2 ? null : Friedman.of(scores, higher));
    }

    /** Whether ranks can be tested. */
    public boolean isTested() {
        return friedman != null && sets.size() >= Friedman.FEWEST_SETS;
    }

    /** Who has the best ranks, and whether that is more than chance. */
    public Said said() {
        if (friedman == null) {
            return Said.of("sets.one", names.get(0), sets.size());
        }
        int best = IntStream.range(0, names.size()).boxed().min((a, b) -> Double.compare(friedman.ranks()[a], friedman.ranks()[b]))
                .orElseThrow();
        Said leads = Said.of("sets.leads", names.get(best), sets.size(), round(friedman.ranks()[best]));
        if (!isTested()) {
            return Said.sentences(leads, Said.of("sets.few", Friedman.FEWEST_SETS));
        }
        if (!(friedman.pOfF() < SURE)) {
            return Said.sentences(leads, Said.of("sets.level", round(friedman.pOfF())));
        }
        List<Said> beaten = new ArrayList<>();
        IntStream.range(0, names.size()).filter(i -> friedman.ranks()[i] - friedman.ranks()[best] > friedman.difference())
                .forEach(i -> beaten.add(Said.plain(names.get(i))));
        return Said.sentences(leads, beaten.isEmpty() ? Said.of("sets.nobody", round(friedman.pOfF()), round(friedman.difference()))
                : Said.of("sets.beats", round(friedman.pOfF()), Said.list(beaten), round(friedman.difference())));
    }

    private static String round(double value) {
        return value >= LEAST || value == 0 ? new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros().toPlainString()
                : String.format(Locale.ROOT, "%.1e", value);
    }
}
