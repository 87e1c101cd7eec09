package downhill.optim;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Rules by id, in a fixed order. */
public final class RuleLibrary {
    private static final String FOLDER = "/optimizers/";
    private static final List<String> IDS = List.of("gradient-descent", "sgd", "momentum", "nesterov", "dgd", "adagrad", "rmsprop",
            "rmsprop-momentum", "rmsprop-centered", "rmsprop-centered-momentum", "adadelta", "adam", "amsgrad", "adamw",
            "adamw-amsgrad", "adamax", "nadam", "radam", "rprop", "lion", "qhadam", "adabelief", "adan", "ademamix", "adopt",
            "schedule-free-sgd", "schedule-free-adamw", "yogi", "diffgrad", "grams", "cautious-adamw", "mars-adamw", "adam-mini",
            "novograd", "adafactor", "lars", "lamb", "lookahead-adam", "dog", "d-adapt-adam", "prodigy", "muon", "muon-rms", "scion",
            "adagrad-full", "shampoo", "soap", "sam", "polyak", "ali-g", "sgld", "adahessian", "sophia-h",
            "mars-exact", "dion", "kron", "armijo", "natural-gradient", "newton-cg", "gauss-newton", "lbfgs-lines");

    /** Each read once, when first asked for: reading all takes a third of a second in a program just begun, and a race needs a few. */
    private static final Map<String, Rule> READ = new ConcurrentHashMap<>();

    private final Map<String, Supplier<Rule>> rules = new LinkedHashMap<>();

    private RuleLibrary(Map<String, Supplier<Rule>> rules) {
        this.rules.putAll(rules);
    }

    /** The rules that come with the program, from simple to recent. */
    public static RuleLibrary builtIn() {
        RuleLibrary library = new RuleLibrary(Map.of());
        IDS.forEach(id -> library.rules.put(id, () -> READ.computeIfAbsent(id, RuleLibrary::load)));
        return library;
    }

    /** The same and the methods that are no formulas. */
    public static RuleLibrary complete() {
        RuleLibrary library = builtIn();
        methods().forEach(method -> library.rules.put(method.id(), () -> method));
        return library;
    }

    /** The methods that are no formulas. Each is known by all that it is, never by its id: a rule of a person's own may have the same. */
    public static List<Rule> methods() {
        return List.of(LbfgsMethod.RULE);
    }

    /** All rules that are formulas; for the other methods see {@link #methods()}. */
    public List<Rule> all() {
        return rules.values().stream().map(Supplier::get).toList();
    }

    /** The rule, or method that is no formula, with this id. */
    public Optional<Rule> byId(String id) {
        Optional<Rule> method = methods().stream().filter(rule -> rule.id().equals(id)).findFirst();
        return Optional.ofNullable(rules.get(id)).map(Supplier::get).or(() -> method);
    }

    /** This library and one more rule, which replaces one of the same id. */
    public RuleLibrary with(Rule rule) {
        RuleLibrary more = new RuleLibrary(rules);
        more.rules.put(rule.id(), () -> rule);
        return more;
    }

    private static Rule load(String id) {
        try (InputStream in = RuleLibrary.class.getResourceAsStream(FOLDER + id + ".rule")) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its own file " + FOLDER + id + ".rule; install it again.");
            }
            return RuleParser.parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The rule " + id + " cannot be read", e);
        }
    }
}
