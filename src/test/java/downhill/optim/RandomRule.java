package downhill.optim;

import downhill.expr.Symbols;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Rules drawn from a seed that assign in every shape: a state takes θ, g, another state, a local name, the same formula as another
 * one, a constant, a number of the step; names swap, are handed on in chains, are given twice. Values stay small, and small
 * changes of θ have small effects for a few steps.
 */
public final class RandomRule {
    private static final List<String> STATES = List.of("a", "b", "c", "d");
    private static final List<String> LOCALS = List.of("x", "y", "z");
    private static final List<String> SCALARS = List.of("p", "q");

    private final Random random;
    private final List<String> states;
    private final List<String> scalars;
    private final List<String> known = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> formulas = new ArrayList<>();
    private final Set<String> assigned = new LinkedHashSet<>();

    private RandomRule(long seed) {
        random = new Random(seed);
        states = STATES.subList(0, random.nextInt(STATES.size() + 1));
        scalars = SCALARS.subList(0, Math.max(0, random.nextInt(SCALARS.size() + 2) - 1));
        known.addAll(states);
        known.addAll(states);
        known.addAll(scalars);
        known.addAll(List.of("θ", "g", "θ", "g", "η", "t", "μ"));
    }

    /** The rule of a seed. */
    public static Rule of(long seed) {
        return RuleParser.parse(new RandomRule(seed).text());
    }

    private String text() {
        StringBuilder text = new StringBuilder("id: drawn\nname: Drawn\nhyperparameters:\n  η learningRate 0.1 in [1e-6, 1] log\n"
                + "  μ momentum 0.8 in [0, 1] linear\n");
        if (!states.isEmpty()) {
            text.append("states:\n");
            states.forEach(name -> text.append("  ").append(name).append(" ← ")
                    .append(pick("0", "1", "−0.5", "θ", "θ", "0.5·θ", "η", "2·μ")).append('\n'));
        }
        if (!scalars.isEmpty()) {
            text.append("scalar states:\n");
            scalars.forEach(name -> text.append("  ").append(name).append(" ← ").append(pick("0", "1", "η", "μ²")).append('\n'));
        }
        drawLines();
        text.append("update:\n");
        lines.forEach(line -> text.append("  ").append(line).append('\n'));
        return text.toString();
    }

    private void drawLines() {
        for (int count = 1 + random.nextInt(7); count > 0; count--) {
            drawn();
        }
        states.stream().filter(name -> !assigned.contains(name)).forEach(name -> line(name, formula()));
        scalars.stream().filter(name -> !assigned.contains(name)).forEach(name -> line(name, scalarFormula()));
        useTheRest();
    }

    private void drawn() {
        int kind = random.nextInt(20);
        if (kind < 9 && !states.isEmpty()) {
            line(pick(states), formula());
        } else if (kind < 13) {
            line(pick(LOCALS), formula());
        } else if (kind < 15) {
            line("θ", formula());
        } else if (kind == 15 && states.size() > 1) {
            swap();
        } else if (kind == 16) {
            line("g", formula());
        } else if (kind == 17) {
            line("η", pick("0.9·η", "μ·η + 0.01", "η/(1 + 0.1·t)"));
        } else if (!scalars.isEmpty()) {
            line(pick(scalars), scalarFormula());
        }
    }

    private void swap() {
        String one = pick(states);
        String other = pick(states);
        line("w", one);
        line(one, other);
        line(other, "w");
    }

    private void line(String target, String formula) {
        lines.add(target + " ← " + formula);
        assigned.add(target);
        formulas.add(formula);
        if (!known.contains(target)) {
            known.add(target);
        }
    }

    private String formula() {
        return switch (random.nextInt(12)) {
            case 0, 1, 2, 3 -> pick(known);
            case 4, 5 -> formulas.isEmpty() ? pick(known) : again();
            case 6 -> pick("3", "0.5", "−1", "μ", "t", "μ^t", "η·t", "2·0.5 + 0.5");
            case 7 -> "0.6·" + pick(known) + " + 0.3·" + pick(known);
            case 8 -> pick(known) + " − η·" + pick(known);
            case 9 -> "tanh(" + pick(known) + ")·" + pick(known) + pick("", "/(1 − μ^t)", "·η·t");
            case 10 -> "if(" + pick(known) + " > 0.123, " + pick(known) + ", " + pick(known) + ")";
            default -> pick("max(", "min(") + pick(known) + ", " + pick(known) + "/(√(" + pick(known) + "²) + 1))";
        };
    }

    /** A formula of a line above, whose names may mean something else by now. */
    private String again() {
        return pick(formulas);
    }

    private String scalarFormula() {
        List<String> numbers = new ArrayList<>(scalars);
        numbers.addAll(List.of("η", "μ", "t", "0.5"));
        return switch (random.nextInt(3)) {
            case 0 -> pick(numbers);
            case 1 -> "μ·" + pick(numbers) + " + 0.1·" + pick(numbers);
            default -> "if(t > 2, " + pick(numbers) + ", " + pick(numbers) + ")";
        };
    }

    /** A name that nothing uses is a fault, so the last line uses what no line did; where all are used it may be a plain copy. */
    private void useTheRest() {
        Set<String> rest = new LinkedHashSet<>(states);
        rest.addAll(scalars);
        rest.addAll(List.of("η", "μ"));
        rest.addAll(assigned);
        rest.remove("θ");
        rest.removeIf(this::used);
        if (rest.isEmpty() && assigned.contains("θ")) {
            return;
        }
        String all = rest.isEmpty() ? pick(known) : "0.9·θ − 0.1·g + 0.05·(" + String.join(" + ", rest) + ")";
        String target = states.isEmpty() ? pick("θ", "x") : pick("θ", "x", pick(states));
        lines.add(target + " ← " + all);
        if (!target.equals("θ")) {
            lines.add("θ ← " + target);
        }
        if (!states.isEmpty() && random.nextBoolean()) {
            lines.add(pick(states) + " ← " + pick("θ", "g", pick(states)));
        }
    }

    private boolean used(String name) {
        boolean elsewhere = lines.stream().anyMatch(line ->
                uses(line.substring(line.indexOf('←') + 1), name) && !line.startsWith(name + " "));
        return elsewhere || name.equals("η") && assigned.contains("η");
    }

    private static boolean uses(String formula, String name) {
        return Symbols.of(downhill.expr.Parser.expression(formula)).contains(name);
    }

    private String pick(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String pick(String... all) {
        return all[random.nextInt(all.length)];
    }
}
