package downhill.export.torch;

import downhill.export.Template;
import downhill.expr.UpdatePart;
import downhill.expr.TorchCode;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.Side;
import downhill.optim.StateVariable;
import downhill.optim.WrittenUpdate;
import downhill.words.RefusedException;
import downhill.words.Said;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A rule as a class of PyTorch's optimizers. Its options are the rule's hyperparameters by their keys; each parameter's state holds what
 * the rule remembers under its own names.
 */
public final class TorchOptimizer {
    private static final String NOISE =
            ", self._seen(_noise(self.seed, self.before + state[\"t\"] - 1, sum(each.numel() for each in parameters), at, p))";

    private final Rule rule;
    private final Map<String, Double> chosen;

    private TorchOptimizer(Rule rule, Map<String, Double> chosen) {
        this.rule = rule;
        this.chosen = chosen;
    }

    /**
     * A whole script: imports, helpers, the class.
     *
     * @throws RefusedException where the rule is a method and not formulas
     */
    public static String script(Rule rule) {
        return (rule.asks(Rule.NOISE) ? "import math\n\n" : "") + "import torch\n\n\n" + helpers(rule) + "\n\n" + of(rule, Map.of());
    }

    /**
     * The class alone; it needs {@code torch} and the {@linkplain #helpers(Rule) functions} that its formulas call.
     *
     * @param chosen values by key that stand instead of the rule's defaults
     * @throws RefusedException where the rule is a method and not formulas
     */
    public static String of(Rule rule, Map<String, Double> chosen) {
        if (!rule.isFormula()) {
            throw new RefusedException(Said.of("export.rule.method", rule.name()));
        }
        return new TorchOptimizer(rule, chosen).text();
    }

    /** Source of the functions that printed formulas call. */
    private static String helpers() {
        return Template.of("helpers.py.txt").text();
    }

    /** Source of the functions that the formulas of {@code rule} call. */
    public static String helpers(Rule rule) {
        return helpers(List.of(rule));
    }

    /** Source of the functions that the formulas of some rules call; with noise it needs {@code math}, too. */
    public static String helpers(Collection<Rule> rules) {
        return helpers() + (rules.stream().anyMatch(Rule::seesTensors) ? tensorHelpers() : "")
                + (rules.stream().anyMatch(Rule::asksMore) ? Template.of("asked_helpers.py.txt").text() : "")
                + (rules.stream().anyMatch(rule -> rule.asks(Rule.NOISE)) ? Template.of("noise_helpers.py.txt").text() : "");
    }

    /** Source of the further functions of rules that look at whole tensors. */
    private static String tensorHelpers() {
        return Template.of("tensor_helpers.py.txt").text();
    }

    /** What the class is called: the rule's id as PyTorch would write it. */
    public static String className(Rule rule) {
        String name = Stream.of(rule.id().split("[^A-Za-z0-9]+")).filter(part -> !part.isEmpty())
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1)).collect(Collectors.joining());
        return name.isEmpty() || Character.isDigit(name.charAt(0)) ? "Rule" + name : name;
    }

    private String text() {
        List<String> keys = rule.hyperparameters().stream().map(Hyperparameter::key).toList();
        String options = rule.hyperparameters().stream().map(each -> each.key() + "=" + value(each)).collect(Collectors.joining(", "));
        String passed = keys.stream().map(key -> key + "=" + key).collect(Collectors.joining(", "));
        String all = String.join(", ", arguments());
        String kept = String.join(", ", kept());
        return template().with("FACTS", facts())
                .with("SIDES", rule.states().stream().anyMatch(StateVariable::shaped) ? facts() : "")
                .with("WHOLE", whole()).with("CLASS", className(rule)).with("SOURCE", quoted(rule.name() + ". " + rule.source()))
                .with("OPTIONS", options.isEmpty() ? "" : ", " + options).with("PASSED", passed)
                .with("STARTS", starts()).with("ARGUMENTS", all).with("LINES", lines()).with("KEPT", kept)
                .with("NUMBERS", numbers()).with("STATES", states())
                .with("STATELIST", String.join(", ", remembered()))
                .with("NONES", rule.states().stream().map(each -> "None").collect(Collectors.joining(", ")))
                .with("ETA", rate()).with("ANSWER", answer()).text();
    }

    private Template template() {
        if (!rule.seesTensors()) {
            return Template.of("optimizer.py.txt");
        }
        boolean asks = rule.asksMore();
        String given = asks ? Template.of("asked_given.py.txt").text() : "";
        return Template.of("tensor_optimizer.py.txt").with("STEP", Template.of(asks ? "asked_step.py.txt" : "tensor_step.py.txt").text())
                .with("ABOUT", asks ? Template.of("asked_about.txt").text() : "")
                .with("GIVEN", rule.asks(Rule.NOISE) ? given + Template.of("noise_given.py.txt").text() : given)
                .with("KNOWN", (rule.asks(Rule.LOSS) ? ", loss" : "") + (rule.asks(Rule.NOISE) ? NOISE : ""))
                .with("COMMA", rule.states().isEmpty() ? "" : ", ");
    }

    private String value(Hyperparameter each) {
        return String.valueOf(chosen.getOrDefault(each.key(), each.defaultValue()));
    }

    /** No quote and no backslash that would end or change a text of Python. */
    private static String quoted(String text) {
        return text.replace("\\", "/").replace("\"", "'");
    }

    private List<String> symbols() {
        return rule.hyperparameters().stream().map(each -> TorchCode.name(each.symbol())).toList();
    }

    private List<String> remembered() {
        return rule.states().stream().map(each -> TorchCode.name(each.symbol())).toList();
    }

    private List<String> arguments() {
        List<String> all = new ArrayList<>(List.of("theta", "g", "t"));
        Stream.of(Rule.LOSS, Rule.NOISE).filter(rule::asks).forEach(all::add);
        all.addAll(symbols());
        all.addAll(remembered());
        return all;
    }

    /** What goes on from a step to the next: θ, the rate where there is one, and the states. */
    private List<String> kept() {
        List<String> all = new ArrayList<>(List.of("theta"));
        if (rule.learningRateIndex() >= 0) {
            all.add(TorchCode.name(Rule.LEARNING_RATE));
        }
        all.addAll(remembered());
        return all;
    }

    private String starts() {
        return rule.states().stream().map(this::start).collect(Collectors.joining());
    }

    private String start(StateVariable state) {
        String value = TorchCode.of(state.start());
        if (state.shaped()) {
            if (state.columns().thin()) {
                value = value.replace("_identity(" + state.rows().word() + ", theta)",
                        "torch.eye(" + state.rows().word() + ", " + side(state.columns()) + ").to(theta)");
            }
            return "        " + TorchCode.name(state.symbol()) + " = torch.zeros(" + side(state.rows()) + ", " + side(state.columns())
                    + ", dtype=theta.dtype, device=theta.device) + " + value + " if " + held(state) + " else torch.zeros(0, 0)\n";
        }
        return "        " + TorchCode.name(state.symbol()) + " = " + (state.scalar() ? "_tensor(" + value + ")"
                : "torch.zeros_like(theta) + " + value) + "\n";
    }

    private static String side(Side side) {
        return side.thin() ? "min(" + side.most() + ", rows, columns)" : side.word();
    }

    private String lines() {
        return WrittenUpdate.of(rule).stream().map(row -> "        " + "    ".repeat(row.depth())
                + (row.opens() ? opening(row.opened()) : TorchCode.of(row.line())) + "\n").collect(Collectors.joining());
    }

    private static String opening(UpdatePart part) {
        if (part.group() != 0) {
            return "for _ in range(" + part.repeats() + "):";
        }
        if (part.gate() != null) {
            return "if " + TorchCode.of(part.gate().due()) + " != 0:";
        }
        String chosen = chosen(part.whom());
        return part.place() == UpdatePart.Place.CHOSEN ? "if " + chosen + ":" : "if not (" + chosen + "):";
    }

    /** For which arrays a state of a shape of its own is there. */
    private String held(StateVariable state) {
        return rule.update().stream().filter(line -> line.target().equals(state.symbol()))
                .map(line -> line.block().repeated(1, 0).gated(null))
                .map(part -> part.place() == UpdatePart.Place.EVERYWHERE ? "True" : opening(part))
                .map(words -> words.replaceAll("^if |:$", "")).distinct().collect(Collectors.joining(" or "));
    }

    private static String chosen(UpdatePart.Whom whom) {
        if (!whom.matrices()) {
            return "size <= " + whom.most();
        }
        return "theta.ndim > 1" + (whom.most() == UpdatePart.Whom.ANY ? "" : " and max(rows, columns) <= " + whom.most());
    }

    /** What a line may ask of its array by name. */
    private static String facts() {
        return "        rows, columns = theta.flatten(1).shape if theta.ndim > 1 else (theta.numel(), 1)\n"
                + "        size, is_matrix = theta.numel(), theta.ndim > 1\n";
    }

    /** All that has one number for each parameter. */
    private String whole() {
        List<String> all = new ArrayList<>(List.of("theta", "g"));
        Stream.of(Rule.NOISE).filter(rule::asks).forEach(all::add);
        rule.states().stream().filter(each -> !each.scalar() && !each.shaped())
                .forEach(each -> all.add(TorchCode.name(each.symbol())));
        return String.join(", ", all);
    }

    /** The hyperparameters of a group as numbers. */
    private String numbers() {
        return rule.hyperparameters().stream().map(each -> "_tensor(group[\"" + each.key() + "\"])"
                + (each.key().equals(Rule.LEARNING_RATE_KEY) ? " * state[\"factor\"]" : "")).collect(Collectors.joining(", "));
    }

    private String states() {
        return remembered().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }

    /** What a rule makes of its rate stays as a factor on whatever the rate is later. */
    private String rate() {
        String margin = rule.seesTensors() ? "            " : "                ";
        return rule.learningRateIndex() < 0 ? "" : margin + "rate = _tensor(group[\"" + Rule.LEARNING_RATE_KEY + "\"])\n"
                + margin + "state[\"factor\"] = kept.pop(0) / rate if rate != 0 else state[\"factor\"]\n";
    }

    private String answer() {
        String state = "self.state[p][\"" + TorchCode.name(rule.answer()) + "\"]";
        String back = rule.seesTensors() ? "self._back(" + state + ", p)" : state;
        return rule.answerRow() < 0 ? "" : Template.of("answer.py.txt").with("BACK", back).text();
    }
}
