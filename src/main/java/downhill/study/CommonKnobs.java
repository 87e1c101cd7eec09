package downhill.study;

import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.optim.Scale;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.study.space.Choices;
import downhill.study.space.Knob;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Numbers that the rules of all contenders have, and the values at which a validation curve over one of them is taken. */
public final class CommonKnobs {
    private static final String RATE = "learningRate";
    /** How far from the contenders' own rates others are tried, as a factor. */
    private static final double REACH = 30;
    private static final int PLACES = 9;

    private final Experiment experiment;
    private final RuleLibrary library;

    public CommonKnobs(Experiment experiment, RuleLibrary library) {
        this.experiment = experiment;
        this.library = library;
    }

    /** As the first contender's rule declares them; the learning rate first where there is one. */
    public List<Hyperparameter> all() {
        List<List<Hyperparameter>> each = experiment.contenders().stream().map(this::declared).toList();
        return each.isEmpty() ? List.of() : each.get(0).stream().filter(one -> one.scale() != Scale.SWITCH && one.min() < one.max())
                .filter(one -> each.stream().allMatch(other -> find(other, one.key()).isPresent()))
                .sorted((a, b) -> Boolean.compare(b.key().equals(RATE), a.key().equals(RATE))).toList();
    }

    private List<Hyperparameter> declared(ContenderSpec one) {
        return library.byId(one.ruleId()).map(Rule::hyperparameters).orElse(List.of());
    }

    private static Optional<Hyperparameter> find(List<Hyperparameter> all, String key) {
        return all.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** One of them at nine values, rising: the sensible range of all, for a rate no further than thirty times from the contenders' own. */
    public Knob knob(String key) {
        List<Hyperparameter> each = experiment.contenders().stream().map(one -> find(declared(one), key).orElseThrow()).toList();
        double low = each.stream().mapToDouble(Hyperparameter::min).max().orElseThrow();
        double high = Math.max(low, each.stream().mapToDouble(Hyperparameter::max).min().orElseThrow());
        if (key.equals(RATE)) {
            double[] own = IntStream.range(0, each.size()).mapToDouble(i -> experiment.contenders().get(i).hyperparameters()
                    .getOrDefault(key, each.get(i).defaultValue())).filter(rate -> rate > 0).toArray();
            low = Math.max(low, DoubleStream.of(own).min().orElse(low) / REACH);
            high = Math.min(high, DoubleStream.of(own).max().orElse(high) * REACH);
        }
        return new Knob(key, new Choices(values(low, high, each.get(0).scale() == Scale.LOG && low > 0)));
    }

    private static List<Object> values(double low, double high, boolean log) {
        return IntStream.range(0, PLACES).mapToObj(i -> {
            double share = i / (PLACES - 1.0);
            double value = log ? low * Math.pow(high / low, share) : low + share * (high - low);
            return (Object) new BigDecimal(value).round(new MathContext(log ? 2 : 4)).doubleValue();
        }).distinct().toList();
    }
}
