package downhill.study;

import downhill.optim.Hyperparameter;
import downhill.optim.RuleLibrary;
import downhill.optim.Rule;
import downhill.optim.RuleParser;
import downhill.race.document.ContenderSpec;
import downhill.race.document.Experiment;
import downhill.setting.Kind;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A number that rules have. Where a rule has none of that name, a setting of the contender of the same name takes its place: a weight decay
 * that the rule does not know acts through the gradient.
 *
 * @param name    of the hyperparameter, as it was typed
 * @param library where rules are found
 * @param other   the setting of that name, or null
 */
record HyperparameterSlot(String name, RuleLibrary library, Slot other) implements Slot {
    /** The rule of the one contender. */
    static Rule rule(Experiment experiment, RuleLibrary library) {
        ContenderSpec one = PartSlot.only(experiment);
        return one.ruleText() != null ? RuleParser.parse(one.ruleText()) : library.byId(one.ruleId())
                .orElseThrow(() -> new RefusedException(Said.of("optimizer.none", one.ruleId())));
    }

    private Optional<Hyperparameter> found(Experiment experiment) {
        return rule(experiment, library).hyperparameters().stream().filter(each -> SettingNames.same(each.key(), name)).findFirst();
    }

    @Override
    public boolean fits(Experiment experiment) {
        return other != null || found(experiment).isPresent();
    }

    @Override
    public Kind<?> kind(Experiment experiment) {
        return found(experiment).<Kind<?>>map(each -> Kind.real(each.legal())).orElseGet(() -> other.kind(experiment));
    }

    @Override
    public Experiment with(Experiment experiment, String called, String text) {
        Optional<Hyperparameter> own = found(experiment);
        return own.isPresent() ? set(experiment, own.get(), called, text) : other.with(experiment, called, text);
    }

    private static Experiment set(Experiment experiment, Hyperparameter own, String called, String text) {
        ContenderSpec one = PartSlot.only(experiment);
        double value = Kind.real(own.legal()).read(text)
                .orElseThrow(() -> new RefusedException(Said.of("setting.must", called, own.range(), text)));
        Said problem = own.problemWith(value);
        if (problem != null) {
            throw new RefusedException(Said.of("space.whose", one.ruleId(), problem));
        }
        Map<String, Double> values = new TreeMap<>(one.hyperparameters());
        values.put(own.key(), value);
        return experiment.withContenders(List.of(one.withHyperparameters(values)));
    }
}
