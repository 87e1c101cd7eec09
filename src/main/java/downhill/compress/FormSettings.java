package downhill.compress;

import downhill.setting.Chosen;
import downhill.setting.Interval;
import downhill.setting.Kind;
import downhill.setting.Setting;
import downhill.setting.Written;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What can be set of one smaller form of a model. */
public final class FormSettings {
    private static final long MOST_STEPS = 1_000_000;
    private static final double SEVENTY = 0.7;
    private static final long TUNED = 200;

    public static final Setting<FormWish.Kind> KIND = Setting.of("shrink.kind", Kind.choice(FormWish.Kind.class), FormWish.Kind.PRUNE);
    public static final Setting<Double> SHARE = Setting.of("shrink.share", Kind.real(new Interval(0, true, 1, true)), SEVENTY);
    public static final Setting<PruneBy> BY = Setting.of("shrink.by", Kind.choice(PruneBy.class), PruneBy.MAGNITUDE);
    public static final Setting<Long> STEPS = Setting.of("shrink.steps", Kind.whole(0, MOST_STEPS), TUNED).unit("steps");
    /** As {@link StudentText} reads it. */
    public static final Setting<String> STUDENT = Setting.of("shrink.student", new Written<>("FAMILY", false,
            text -> Optional.of(text.strip()).filter(each -> !each.isEmpty()), text -> text, Said.of("wanted.student")), "mlp:16");
    public static final Setting<SmallForm> FORM = Setting.of("shrink.form", Kind.choice(SmallForm.class), SmallForm.INT8_STATIC)
            .whenAsked();

    private FormSettings() {
    }

    /**
     * The form that texts ask for, as {@link #texts} writes them.
     *
     * @param place where they stand, for what is said
     * @throws RefusedException of one sentence where one of them is not legal, or there is no setting of its name
     */
    static FormWish wish(Map<String, String> texts, String place) {
        Chosen chosen = Chosen.NOTHING;
        for (String name : texts.keySet()) {
            if (all().stream().noneMatch(each -> each.word().equals(name))) {
                throw new RefusedException(Said.of("setting.unknown", place + "." + name, String.join(", ", all().stream()
                        .map(Setting::word).toList())));
            }
        }
        for (Setting<?> setting : all()) {
            String text = texts.get(setting.word());
            chosen = text == null ? chosen : with(chosen, setting, place + "." + setting.word(), text);
        }
        return wish(chosen);
    }

    private static <T> Chosen with(Chosen chosen, Setting<T> setting, String place, String text) {
        return chosen.with(setting, setting.read(place, text));
    }

    /** What plays no part in its kind is left out. */
    private static FormWish wish(Chosen chosen) {
        FormWish.Kind kind = chosen.get(KIND);
        SmallForm form = chosen.has(FORM) ? chosen.get(FORM) : null;
        boolean prunes = kind == FormWish.Kind.PRUNE;
        return new FormWish(kind, prunes ? chosen.get(SHARE) : 0, prunes ? chosen.get(BY) : PruneBy.MAGNITUDE,
                kind == FormWish.Kind.WHOLE ? 0 : chosen.get(STEPS), kind == FormWish.Kind.DISTIL ? chosen.get(STUDENT) : "", form);
    }

    /** What is asked for, by the names of its settings. */
    static Map<String, String> texts(FormWish wish) {
        Map<String, String> texts = new TreeMap<>();
        put(texts, KIND, wish.kind());
        if (wish.kind() == FormWish.Kind.PRUNE) {
            put(texts, SHARE, wish.share());
            put(texts, BY, wish.by());
        }
        if (wish.kind() == FormWish.Kind.DISTIL) {
            put(texts, STUDENT, wish.student());
        }
        if (wish.kind() != FormWish.Kind.WHOLE) {
            put(texts, STEPS, wish.steps());
        }
        if (wish.form() != null) {
            put(texts, FORM, wish.form());
        }
        return texts;
    }

    private static <T> void put(Map<String, String> texts, Setting<T> setting, T value) {
        texts.put(setting.word(), setting.kind().text(value));
    }

    /** All of them. */
    public static List<Setting<?>> all() {
        return List.of(KIND, SHARE, BY, STEPS, STUDENT, FORM);
    }
}
