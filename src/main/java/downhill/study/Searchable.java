package downhill.study;

import downhill.data.DataSettings;
import downhill.data.MissingStrategy;
import downhill.model.Architecture;
import downhill.model.Families;
import downhill.model.Family;
import downhill.model.InputShape;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Scale;
import downhill.optim.ScheduleForm;
import downhill.optim.ScheduleKey;
import downhill.race.document.ContenderSettings;
import downhill.race.document.Experiment;
import downhill.race.document.TrainingSettings;
import downhill.setting.Kind;
import downhill.setting.NumberText;
import downhill.setting.OneOf;
import downhill.setting.Part;
import downhill.setting.RealNumber;
import downhill.setting.Setting;
import downhill.setting.WholeNumber;
import downhill.setting.YesNo;
import downhill.study.space.Choices;
import downhill.study.space.Extent;
import downhill.study.space.NumberRange;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A setting that an experiment may be searched over, as it is offered to a person.
 *
 * @param name    as a knob is called
 * @param setting where it is declared; null for a number of rules, and for optimizer, schedule and model
 * @param number  a number that rules have, or null
 * @param start   a range that is a sensible beginning; null where there is none that suits all, as of layers
 */
public record Searchable(String name, Setting<?> setting, Hyperparameter number, Extent start) {
    private static final double WIDER = 4;

    /** Whether a range of numbers can be given; else there are but choices. */
    public boolean isNumber() {
        return number != null || setting != null && (setting.kind() instanceof RealNumber || isWhole());
    }

    /** Whether that is a name of it, as people write it. */
    public boolean isCalled(String written) {
        return SettingNames.same(written, name) || setting != null && SettingNames.isOf(written, setting);
    }

    /** Whether what it is called in words has this one, in the singular or the plural: hidden is the setting of hidden layers. */
    boolean isSaidWith(String word) {
        return setting != null && Stream.of(setting.label().toString().split("[^\\p{L}]+")).map(Searchable::singular)
                .anyMatch(singular(word)::equals);
    }

    private static String singular(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("s$", "");
    }

    /** Whether its numbers are whole. */
    public boolean isWhole() {
        return setting != null && setting.kind() instanceof WholeNumber;
    }

    /**
     * All of them, those first that matter most: optimizer, rate, schedule and batch, the other numbers of the rule, the sizes of the
     * model, what else is declared, and at last the numbers of other rules. Each name stands once.
     *
     * @param base  an experiment on data, of one contender
     * @param shape of its examples
     */
    public static List<Searchable> of(Experiment base, InputShape shape, RuleLibrary library) {
        Map<String, Searchable> all = new LinkedHashMap<>();
        Rule rule = HyperparameterSlot.rule(base, library);
        add(all, choices(Slots.OPTIMIZER, library.all().stream().map(Rule::id).limit(4)));
        rule.hyperparameters().stream().filter(each -> each.key().equals(Rule.LEARNING_RATE_KEY)).forEach(each -> add(all, of(each)));
        add(all, choices(Slots.SCHEDULE, Stream.of(ScheduleForm.CONSTANT, ScheduleForm.COSINE, ScheduleForm.ONE_CYCLE)
                .map(ScheduleForm::title)));
        add(all, of(TrainingSettings.BATCH));
        rule.hyperparameters().forEach(each -> add(all, of(each)));
        Architecture model = PartSlot.learning(base).model().architecture();
        Family.of(model).settings().forEach(part -> add(all, of(part.setting())));
        declared().forEach(setting -> add(all, of(setting)));
        add(all, choices(Slots.MODEL, models(base, shape)));
        library.all().forEach(other -> other.hyperparameters().forEach(each -> add(all, of(each))));
        return List.copyOf(all.values());
    }

    private static Stream<String> models(Experiment base, InputShape shape) {
        return Families.all().stream().filter(family -> family.fits(PartSlot.learning(base).data().task(), shape))
                .filter(family -> family.trains(PartSlot.learning(base).model().loss())).map(Family::id);
    }

    private static Stream<Setting<?>> declared() {
        return Stream.of(ContenderSettings.PARTS, Slots.modelParts(), TrainingSettings.PARTS, DataSettings.PARTS)
                .flatMap(List::stream).<Setting<?>>map(Part::setting).filter(setting -> !Slots.isFixed(setting));
    }

    private static void add(Map<String, Searchable> all, Searchable one) {
        all.putIfAbsent(SettingNames.plain(one.name), one);
    }

    private static Searchable choices(String name, Stream<String> values) {
        return new Searchable(name, null, null, chosen(values.toList()));
    }

    private static Extent chosen(List<String> values) {
        return values.isEmpty() ? null : new Choices(List.copyOf(values));
    }

    private static Searchable of(Hyperparameter number) {
        boolean twofold = number.scale() == Scale.SWITCH;
        Extent start = twofold ? new Choices(List.of(0L, 1L))
                : NumberRange.real(number.min(), Math.max(number.max(), Math.nextUp(number.min())), number.scale() == Scale.LOG);
        return new Searchable(number.key(), null, number, start);
    }

    private static Searchable of(Setting<?> setting) {
        return new Searchable(setting.word(), setting, null, start(setting));
    }

    private static Extent start(Setting<?> setting) {
        Kind<?> kind = setting.kind();
        if (kind instanceof OneOf<?> one) {
            return chosen(one.values().stream().map(OneOf::textOf).filter(text -> !losesRows(setting, text)).toList());
        }
        if (kind instanceof YesNo) {
            return chosen(List.of("yes", "no"));
        }
        if (kind instanceof WholeNumber whole && setting.usual() != null) {
            return around(((Number) setting.usual()).doubleValue(), whole.legal().low());
        }
        return kind instanceof RealNumber real ? real(setting, real) : null;
    }

    private static boolean losesRows(Setting<?> setting, String text) {
        return setting == DataSettings.MISSING && text.equals(OneOf.textOf(MissingStrategy.DROP_ROW));
    }

    private static Extent around(double usual, double least) {
        double low = Math.max(Math.max(1, least), Math.floor(usual / WIDER));
        return NumberRange.whole((long) low, (long) Math.max(low + 1, usual * WIDER), true);
    }

    private static Extent real(Setting<?> setting, RealNumber kind) {
        double usual = setting.usual() == null ? 0 : ((Number) setting.usual()).doubleValue();
        if (Double.isFinite(kind.legal().high())) {
            return NumberRange.real(Math.max(0, kind.legal().low()), kind.legal().high() / 2, false);
        }
        return usual > 0 ? NumberRange.real(usual / 10, usual * 10, true) : NumberRange.real(1e-6, 0.1, true);
    }

    /** With what must be said, as it is offered. */
    private static String text(ScheduleForm form) {
        String needed = form.keys().stream().filter(ScheduleKey::needed)
                .map(key -> key.name() + "=" + NumberText.plain(key.setting().usual().doubleValue())).collect(Collectors.joining(","));
        return needed.isEmpty() ? form.title() : form.title() + ":" + needed;
    }

    /** Every text that its choices may be, in words for a field; empty where there are too many or none. */
    public List<String> texts(RuleLibrary library) {
        if (setting != null && setting.kind() instanceof OneOf<?> one) {
            return one.values().stream().map(OneOf::textOf).filter(text -> !losesRows(setting, text)).toList();
        }
        if (name.equals(Slots.SCHEDULE)) {
            return Arrays.stream(ScheduleForm.values()).map(Searchable::text).toList();
        }
        if (name.equals(Slots.OPTIMIZER)) {
            return library.all().stream().map(Rule::id).toList();
        }
        return start instanceof Choices choices ? choices.values().stream().map(String::valueOf).toList() : List.of();
    }
}
