package downhill.export.torch;

import downhill.export.tape.Tape;
import downhill.export.tape.TapeLine;
import downhill.expr.UnaryOp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The lines of a tape as statements over tensors, one for each, and the arrays that they use. */
final class TorchForward {
    private static final Map<String, String> SIGNS = Map.of("add", "+", "subtract", "-", "multiply", "*", "divide", "/", "less", "<",
            "less_or_equal", "<=", "greater", ">", "greater_or_equal", ">=", "equal", "==");
    private static final Map<String, String> PAIRS = Map.of("power", "pow", "min", "minimum", "max", "maximum");

    private final Tape tape;
    private final List<String> names = new ArrayList<>();
    /** Line of each array by its name as an attribute. */
    private final Map<String, TapeLine> arrays = new LinkedHashMap<>();

    TorchForward(Tape tape) {
        this.tape = tape;
        tape.lines().forEach(line -> names.add(name(line)));
    }

    private String name(TapeLine line) {
        if (line.op().equals("input")) {
            return "x";
        }
        if (!line.name().isEmpty()) {
            arrays.put(attribute(line.name()), line);
            return "self." + attribute(line.name());
        }
        return line.op().equals("constant") ? Double.toString(line.value()) : "h" + names.size();
    }

    /** Several arrays that are one are called by what their names begin with. */
    private static String attribute(String name) {
        String[] parts = name.split("\\|");
        String common = parts.length == 1 ? name : prefix(parts[0], parts[parts.length - 1]);
        return common.replaceAll("[^A-Za-z0-9]+", "_").replaceAll("_$", "");
    }

    private static String prefix(String a, String b) {
        int i = 0;
        while (i < Math.min(a.length(), b.length()) && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        int j = 0;
        while (j < Math.min(a.length(), b.length()) - i && a.charAt(a.length() - 1 - j) == b.charAt(b.length() - 1 - j)) {
            j++;
        }
        return a.substring(0, i) + a.substring(a.length() - j);
    }

    /** The declarations of the arrays, each a stretch of the flat row of parameters. */
    String arrays() {
        return arrays.entrySet().stream().map(each -> "        self." + each.getKey() + " = torch.nn.Parameter(take("
                + each.getValue().arguments().get(0) + ", " + shape(each.getValue().shape()) + "))\n").collect(Collectors.joining());
    }

    String lines() {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).startsWith("h")) {
                all.append("        ").append(names.get(i)).append(" = ").append(value(tape.lines().get(i))).append('\n');
            }
        }
        return all.append("        return ").append(names.get(names.size() - 1)).append('\n').toString();
    }

    private String value(TapeLine line) {
        List<String> in = line.inputs().stream().map(names::get).toList();
        String a = in.get(0);
        List<Integer> rest = line.arguments();
        return switch (line.op()) {
            case "matmul" -> turned(a, rest.get(0)) + " @ " + turned(in.get(1), rest.get(1));
            case "sum" -> a + ".sum(" + shape(rest) + ", keepdim=True)";
            case "largest" -> a + ".amax(" + shape(rest) + ", keepdim=True).detach()";
            case "reshape" -> a + ".reshape(" + lengths(line) + ")";
            case "expand" -> a + ".expand(" + lengths(line) + ")";
            case "permute" -> a + ".permute" + shape(rest);
            case "slice" -> a + ".narrow(" + rest.get(0) + ", " + rest.get(1) + ", " + (rest.get(2) - rest.get(1)) + ")";
            case "concat" -> "torch.cat((" + String.join(", ", in) + "), " + rest.get(0) + ")";
            case "unfold" -> a + ".unfold(1, " + rest.get(0) + ", 1).unfold(2, " + rest.get(0) + ", 1).reshape(" + lengths(line) + ")";
            case "maxpool" -> "torch.nn.functional.max_pool2d(" + a + ".permute(0, 3, 1, 2), " + rest.get(0) + ").permute(0, 2, 3, 1)";
            case "select" -> "torch.where(" + a + " != 0, " + in.get(1) + ", " + in.get(2) + ")";
            default -> elementwise(line.op(), in);
        };
    }

    private static String elementwise(String op, List<String> in) {
        if (SIGNS.containsKey(op)) {
            return in.get(0) + " " + SIGNS.get(op) + " " + in.get(1);
        }
        if (op.equals("min") || op.equals("max")) {
            return bounded(op, in.get(0), in.get(1));
        }
        if (PAIRS.containsKey(op)) {
            return "torch." + PAIRS.get(op) + "(" + in.get(0) + ", " + in.get(1) + ")";
        }
        return switch (UnaryOp.valueOf(op.toUpperCase(Locale.ROOT))) {
            case NEGATE -> "-" + in.get(0);
            case SQUARE -> in.get(0) + " ** 2";
            case SOFTPLUS -> "torch.logaddexp(" + in.get(0) + ", torch.zeros_like(" + in.get(0) + "))";
            case NOT -> "torch.logical_not(" + in.get(0) + ")";
            default -> "torch." + op + "(" + in.get(0) + ")";
        };
    }

    /** A bound that is a number is none of a tensor to PyTorch. */
    private static String bounded(String op, String a, String b) {
        boolean number = b.matches("-?[0-9].*");
        String bound = op.equals("min") ? "max=" : "min=";
        return number ? a + ".clamp(" + bound + b + ")" : "torch." + PAIRS.get(op) + "(" + a + ", " + b + ")";
    }

    private static String turned(String a, int turn) {
        return turn == 1 ? a + ".transpose(-1, -2)" : a;
    }

    private static String lengths(TapeLine line) {
        return line.shape().stream().map(length -> length < 0 ? "-1" : String.valueOf(length)).collect(Collectors.joining(", "));
    }

    /** A tuple of Python. */
    private static String shape(List<Integer> lengths) {
        String inner = lengths.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "(" + inner + (lengths.size() == 1 ? ",)" : ")");
    }
}
