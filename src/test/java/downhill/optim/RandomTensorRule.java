package downhill.optim;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Rules drawn from a seed that look at whole tensors in every shape: norms, sums, means and largest elements of an array, of its rows
 * and columns and of all arrays; products of matrices and transposes; parts for matrices, of some size only, and for the others;
 * repetitions, and lines of some steps only; states of other shapes, roots, eigenvectors and QR of them; the model asked once more, its
 * loss and noise. Every value is brought below about one, so that rounding stays small.
 */
public final class RandomTensorRule {
    private final Random random;
    private final StringBuilder lines = new StringBuilder();
    private final List<String> whole = new ArrayList<>(List.of("θ", "g", "m", "v"));
    private int names;

    private RandomTensorRule(long seed) {
        random = new Random(seed);
    }

    /** The text of the rule of a seed. */
    public static String text(long seed) {
        return new RandomTensorRule(seed).text();
    }

    private String text() {
        String head = "id: drawn\nname: Drawn\nhyperparameters:\n  η learningRate 0.1 in [1e-6, 1] log\n  μ momentum 0.8 in [0, 1] linear\n"
                + "states:\n  m ← 0\n  v ← " + pick("0", "θ", "0.5·θ", "η") + "\n";
        everywhere();
        asked();
        boolean matrices = random.nextInt(3) > 0;
        boolean shaped = matrices && random.nextBoolean();
        if (matrices) {
            matrices(shaped);
        }
        everywhere();
        line("m", "μ·m + 0.3·" + pick(whole) + " + 0.1·v");
        line("v", "tanh(" + pick(whole) + ") − 0.1·m");
        line("θ", "θ − η·(" + pick(whole) + " + m)" + over(""));
        String states = shaped ? "  l [rows × rows] ← " + pick("identity(rows)", "0.5·identity(rows) + 0.1·η")
                + "\n  s [rows × 2] ← identity(rows)\n" : "";
        return head + states + "update:\n" + lines;
    }

    private void everywhere() {
        for (int count = random.nextInt(3); count > 0; count--) {
            String value = pick(whole);
            String formula = pick(value + over("all_") + "·tanh(" + pick(whole) + ")", value + over(""),
                    "0.5·" + value + " + 0.2·" + reduced(pick("", "all_"), pick(whole)) + "/(1 + rows·columns)",
                    "if(is_matrix, " + value + ", 0.5·" + pick(whole) + ")",
                    value + "·dot(" + pick(whole) + ", " + pick(whole) + ")" + over("all_"));
            named(formula);
        }
    }

    private void asked() {
        switch (random.nextInt(7)) {
            case 0 -> named("gradient at " + pick(whole) + " + 0.1·" + pick(whole));
            case 1 -> gated(() -> line("m", "0.9·m + 0.1·tanh(noise)·loss / (1 + loss)"));
            case 2 -> named(pick("hvp", "gnvp") + "(0.2·" + pick(whole) + ")");
            case 3 -> gated(() -> {
                line("h", "hvp(tanh(noise))");
                line("m", "0.9·m + 0.05·h");
            });
            case 4 -> named("tanh(loss)·" + pick(whole), "loss at θ − 0.1·" + pick(whole));
            default -> { }
        }
    }

    /** With something that the model is asked before, by the name of {@code loss}. */
    private void named(String formula, String asked) {
        line("f", asked);
        named(formula.replace("loss", "f"));
    }

    private void gated(Runnable some) {
        lines.append("  ").append(pick("every 2", "every 3", "when t > 2", "when t = 1 or t = 4", "when η < 0.08")).append(":\n");
        some.run();
        lines.append("  end\n");
    }

    /** A symmetric matrix whose eigenvalues lie between 1 and 2. */
    private String symmetric() {
        String a = pick(whole);
        return a + " @ transpose(" + a + ")/(1 + norm(" + a + ")²) + identity(rows)";
    }

    private void shaped() {
        line("l", "0.8·l + 0.1·(" + symmetric() + ")");
        gated(() -> line("l", pick("0.5·l + 0.2·root(" + symmetric() + ", " + pick("1", "2", "4") + ")",
                "0.5·l + 0.2·qr(" + symmetric() + ")")));
        String b = pick(whole);
        line("q", "eig(" + symmetric() + ")"); // its columns may be any in a plane, what is turned there and back is not
        line("v", "0.5·v + 0.1·q @ (transpose(q) @ " + b + ")");
        line("m", "0.7·m + 0.1·l @ " + pick(whole));
        line("s", "qr(g @ transpose(g) @ s/(1 + norm(g)²) + 2·s)"); // thin, and far from losing a column
        line("v", "0.6·v + 0.1·s @ (transpose(s) @ " + b + ")");
        line("m", pick("0.5·m + 0.1·mat(vec(" + b + ")·0.5)",
                "0.6·m + 0.1·root(" + symmetric() + ", 3) @ " + b));
    }

    private void matrices(boolean shaped) {
        lines.append(pick("  for matrices:\n", "  for matrices up to 3:\n", "  for matrices up to 100:\n"));
        if (shaped) {
            shaped();
        }
        for (int count = 1 + random.nextInt(3); count > 0; count--) {
            String a = pick(whole);
            String b = pick(whole);
            String target = pick("m", "v");
            line(target, pick("0.5·" + a + " + 0.2·" + reduced("row_", b) + "/(1 + columns)",
                    a + "/(1 + " + reduced(pick("row_", "column_"), b + "²") + ")",
                    "(" + a + " @ transpose(" + b + ") @ g)/(1 + norm(" + a + ")·norm(" + b + "))",
                    "0.3·" + a + " + 0.2·tanh(" + a + " @ (transpose(" + b + ") @ θ))",
                    "transpose(transpose(" + a + ")·0.7)"));
        }
        if (random.nextBoolean()) {
            String start = pick(whole);
            lines.append("  z ← ").append(start).append("/(1 + norm(").append(start).append("))\n  repeat ").append(1 + random.nextInt(4))
                    .append(":\n    k ← z @ transpose(z)\n    z ← 1.5·z − 0.5·k @ z\n  end\n");
            line("m", "0.5·m + z");
        }
        if (random.nextBoolean()) {
            lines.append("  otherwise:\n");
            line("m", "0.5·m + " + pick(whole) + over(""));
        }
        lines.append("  end\n");
    }

    private String over(String all) {
        return "/(1 + " + reduced(all, pick(whole) + "²") + ")";
    }

    private String reduced(String prefix, String argument) {
        return prefix + pick("norm", "mean", "sum", "largest") + "(" + argument + ")";
    }

    private void named(String formula) {
        String name = "w" + ++names;
        line(name, formula);
        line("m", "0.9·m + 0.1·" + name);
    }

    private void line(String target, String formula) {
        lines.append("  ").append(target).append(" ← ").append(formula).append('\n');
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
