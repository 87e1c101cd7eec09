package downhill.study;

import downhill.data.split.FoldSpec;
import downhill.setting.Chosen;
import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.Setting;
import downhill.setting.Written;
import downhill.study.sample.CmaesSampler;
import downhill.study.sample.GridSampler;
import downhill.study.sample.RandomSampler;
import downhill.study.sample.Sampler;
import downhill.study.sample.SobolSampler;
import downhill.study.sample.TpeSampler;
import downhill.study.stop.HalvingPruner;
import downhill.study.stop.HyperbandPruner;
import downhill.study.stop.MedianPruner;
import downhill.study.stop.NoPruner;
import downhill.study.stop.Pruner;
import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** What can be set of a search. */
public final class StudySettings {
    private static final int MOST_TRIALS = 1_000_000;
    private static final int MOST_FOLDS = 1_000;
    private static final String ALL = "all";

    public static final Setting<SamplerName> SAMPLER = Setting.of("study.sampler", Kind.choice(SamplerName.class), SamplerName.TPE)
            .option("--sampler");
    public static final Setting<PrunerName> PRUNER = Setting.of("study.pruner", Kind.choice(PrunerName.class), PrunerName.MEDIAN)
            .option("--pruner");
    public static final Setting<Long> TRIALS = Setting.of("study.trials", Kind.whole(1, MOST_TRIALS), 100L).option("--trials");
    public static final Setting<Double> MINUTES = Setting.of("study.minutes", Kind.real(Interval.ABOVE_ZERO), 10.0).option("--minutes")
            .whenAsked();
    /** {@link FoldSpec#EACH} for each row by itself. */
    public static final Setting<Long> FOLDS = Setting.of("study.folds", new Written<>("K|all", false, StudySettings::folds,
            count -> count == FoldSpec.EACH ? ALL : count.toString(), Said.of("wanted.folds", MOST_FOLDS)), 5L).option("--folds")
            .whenAsked();
    public static final Setting<Long> REPEATS = Setting.of("study.repeats", Kind.whole(1, MOST_FOLDS), 1L).option("--repeats");
    public static final Setting<String> GROUPS = Setting.of("study.groups", new Written<>("COLUMN", false,
            text -> text.isBlank() ? Optional.<String>empty() : Optional.of(text), text -> text, Said.of("wanted.column")), (String) null)
            .option("--groups").whenAsked();
    public static final Setting<Boolean> ROLLING = Setting.of("study.rolling", Kind.yesNo(), false).option("--rolling");
    public static final Setting<Double> OUTER = Setting.of("study.outer", Kind.real(new Interval(0, true, 1, true)), 0.25).option("--outer")
            .whenAsked();

    /** Ways to choose trials. */
    public enum SamplerName {
        GRID, RANDOM, SOBOL, TPE, CMAES;

        /** The way of that name. */
        public Sampler sampler(long seed) {
            return switch (this) {
                case GRID -> new GridSampler(seed);
                case RANDOM -> new RandomSampler(seed);
                case SOBOL -> new SobolSampler(seed);
                case TPE -> new TpeSampler(seed);
                case CMAES -> new CmaesSampler(seed);
            };
        }
    }

    /** Ways to give trials up. */
    public enum PrunerName {
        NONE, MEDIAN, HALVING, HYPERBAND;

        /** The way of that name. */
        public Pruner pruner() {
            return switch (this) {
                case NONE -> new NoPruner();
                case MEDIAN -> new MedianPruner();
                case HALVING -> new HalvingPruner();
                case HYPERBAND -> new HyperbandPruner();
            };
        }
    }

    private StudySettings() {
    }

    private static Optional<Long> folds(String text) {
        return text.strip().equals(ALL) ? Optional.of((long) FoldSpec.EACH) : Kind.whole(2, MOST_FOLDS).read(text)
                .filter(count -> count >= 2 && count <= MOST_FOLDS);
    }

    /** What was chosen by texts, as {@link #texts} writes them: with a name that there is not, nothing is chosen. */
    public static Chosen chosen(Map<String, String> texts, UnaryOperator<String> places) {
        Chosen chosen = Chosen.NOTHING;
        for (Setting<?> setting : all()) {
            String text = texts.get(setting.word());
            chosen = text == null ? chosen : with(chosen, setting, places.apply(setting.word()), text);
        }
        return chosen;
    }

    private static <T> Chosen with(Chosen chosen, Setting<T> setting, String place, String text) {
        return chosen.with(setting, setting.read(place, text));
    }

    /** What was chosen, by the names of their options. */
    public static Map<String, String> texts(Chosen chosen) {
        Map<String, String> texts = new TreeMap<>();
        all().stream().filter(chosen::has).forEach(setting -> texts.put(setting.word(), text(chosen, setting)));
        return texts;
    }

    private static <T> String text(Chosen chosen, Setting<T> setting) {
        return setting.kind().text(chosen.get(setting));
    }

    /** All of them. */
    public static List<Setting<?>> all() {
        return List.of(SAMPLER, PRUNER, TRIALS, MINUTES, FOLDS, REPEATS, GROUPS, ROLLING, OUTER);
    }
}
