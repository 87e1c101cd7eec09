package downhill.analysis.verdict;

import downhill.setting.NumberText;
import downhill.words.Said;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The verdict in words: who leads, whom it beats, whom it cannot be told from, and what would tell. */
public final class VerdictSentence {
    private static final int DIGITS = 4;

    private final Verdict verdict;
    private final Said metric;
    private final int folds;
    private final boolean repeatable;
    private final int leader;

    /**
     * Of a verdict.
     *
     * @param metric     what it is called
     * @param folds      of one repeat
     * @param repeatable whether the rows could be divided anew
     */
    public VerdictSentence(Verdict verdict, Said metric, int folds, boolean repeatable) {
        this.verdict = verdict;
        this.metric = metric;
        this.folds = folds;
        this.repeatable = repeatable;
        this.leader = verdict.leader();
    }

    /** One to six sentences. */
    public Said said() {
        List<Said> said = new ArrayList<>();
        Standing first = verdict.standings().get(leader);
        if (Double.isInfinite(first.middle().value())) {
            said.add(Said.of("verdict.nobody", metric));
        } else {
            said.add(first(first));
            told(said);
        }
        verdict.standings().stream().filter(each -> each.diverged() > 0)
                .forEach(each -> said.add(Said.of("verdict.diverged", each.name(), Said.count(each.diverged()),
                        Said.count(each.scores().length))));
        return Said.sentences(said.toArray(Said[]::new));
    }

    /** Nobody leads whose score another has, too. */
    private Said first(Standing first) {
        InterquartileMean middle = first.middle();
        List<Said> level = verdict.standings().stream().filter(each -> each != first && each.middle().value() == middle.value())
                .map(each -> Said.plain(each.name())).toList();
        if (Double.isNaN(middle.low())) {
            return Said.of(key(level, "verdict.has.one", "verdict.level.one", "verdict.leads.one"), first.name(), metric,
                    text(middle.value()), Said.list(level));
        }
        int decimals = decimals(middle.high() - middle.low());
        return Said.of(key(level, "verdict.has", "verdict.level", "verdict.leads"), first.name(), metric, text(middle.value(), decimals),
                text(middle.low(), decimals), text(middle.high(), decimals), Said.list(level));
    }

    private String key(List<Said> level, String alone, String with, String before) {
        String beside = level.isEmpty() ? before : with;
        return verdict.standings().size() == 1 ? alone : beside;
    }

    private void told(List<Said> said) {
        List<Pair> others = others();
        add(said, "verdict.beats", others, pair -> pair.better() >= Verdict.SURE);
        add(said, "verdict.equals", others, pair -> pair.equivalent() >= Verdict.SURE);
        List<Pair> unsure = others.stream().filter(VerdictSentence::isUnsure).toList();
        add(said, "verdict.unsure", others, VerdictSentence::isUnsure);
        if (!unsure.isEmpty()) {
            int more = more(unsure); // more rows where no number of repeats would tell
            said.add(more == 0 ? Said.of("verdict.rows") : repeats(more));
        }
        add(said, "verdict.uncompared", others, pair -> Double.isNaN(pair.better()));
    }

    private static Said repeats(int more) {
        return Said.of(more == 1 ? "verdict.more.one" : "verdict.more", Said.count(more));
    }

    private static boolean isUnsure(Pair pair) {
        return pair.better() < Verdict.SURE && pair.equivalent() < Verdict.SURE;
    }

    /** Those of whom something holds, in one sentence; the first of them with its probability where it is the only one. */
    private void add(List<Said> said, String key, List<Pair> others, Predicate<Pair> holds) {
        List<Said> names = others.stream().filter(holds).map(pair -> of(pair, key)).toList();
        if (!names.isEmpty()) {
            boolean known = key.equals("verdict.beats") || key.equals("verdict.equals");
            said.add(known ? Said.of(key, Said.list(names), metric, text(verdict.margin())) : Said.of(key, Said.list(names)));
        }
    }

    private Said of(Pair pair, String key) {
        String name = verdict.standings().get(pair.b()).name();
        return switch (key) {
            case "verdict.beats" -> Said.of("verdict.name.sure", name, percent(pair.better()));
            case "verdict.equals" -> Said.of("verdict.name.sure", name, percent(pair.equivalent()));
            case "verdict.unsure" -> Said.of("verdict.name.unsure", name, percent(pair.better()));
            default -> Said.plain(name);
        };
    }

    /** How many more repeats would tell all that is unsure; 0 where none, nothing is unsure, or they could not be repeated. */
    public int moreRepeats() {
        return Double.isInfinite(verdict.standings().get(leader).middle().value()) ? 0 : more(others().stream()
                .filter(VerdictSentence::isUnsure).toList());
    }

    private int more(List<Pair> unsure) {
        int needed = unsure.stream().mapToInt(Pair::needed).max().orElse(0);
        boolean any = !unsure.isEmpty() && unsure.stream().allMatch(pair -> pair.needed() > pair.test().count());
        return repeatable && any ? (needed - unsure.get(0).test().count() + folds - 1) / folds : 0;
    }

    private List<Pair> others() {
        return IntStream.range(0, verdict.standings().size()).filter(i -> i != leader).mapToObj(i -> verdict.between(leader, i)).toList();
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f", Math.floor(100 * share));
    }

    /** Decimals that tell an interval of this width to two digits; its ends and its middle then line up. */
    private static int decimals(double width) {
        boolean known = width > 0 && Double.isFinite(width);
        return known ? Math.max(0, 1 - (int) Math.floor(Math.log10(width))) : DIGITS;
    }

    private static String text(double value, int decimals) {
        return Double.isFinite(value) ? NumberText.of(new BigDecimal(value).setScale(decimals, RoundingMode.HALF_EVEN)) : text(value);
    }

    private static String text(double value) {
        if (!Double.isFinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        return NumberText.of(new BigDecimal(value).round(new MathContext(DIGITS)).stripTrailingZeros());
    }
}
