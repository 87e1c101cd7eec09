package downhill.ui.screen.evaluate;

import downhill.analysis.verdict.Pair;
import downhill.analysis.verdict.Verdict;
import downhill.ui.i18n.Messages;
import downhill.ui.i18n.Numbers;
import java.util.List;

/** All that is known of two contenders on the same folds, in numbers. */
final class PairWords {
    private static final int DIGITS = 2;

    private PairWords() {
    }

    /** A line for each pair, in the order of the pairs. */
    static List<String> all(Verdict verdict) {
        return verdict.pairs().stream().map(pair -> line(verdict, pair)).toList();
    }

    private static String line(Verdict verdict, Pair pair) {
        String a = verdict.standings().get(pair.a()).name();
        String b = verdict.standings().get(pair.b()).name();
        if (Double.isNaN(pair.better()) && Double.isFinite(pair.test().mean())) {
            return Messages.text("evaluate.pair.one", a, b, number(pair.test().mean()));
        }
        if (Double.isNaN(pair.better())) {
            return Messages.text("evaluate.pair.unknown", a, b, share(pair.improvement()));
        }
        return Messages.text("evaluate.pair", a, b, number(pair.test().mean()), number(pair.test().low()), number(pair.test().high()),
                number(pair.test().p()), share(pair.better()), share(pair.equivalent()), share(pair.worse()), share(pair.improvement()));
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : Numbers.significant(value, DIGITS);
    }

    private static String share(double value) {
        return Double.isNaN(value) ? "–" : Numbers.percent(value);
    }
}
