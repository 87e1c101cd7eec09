package downhill.cli;

import downhill.export.torch.TorchOptimizer;
import downhill.optim.Hyperparameter;
import downhill.optim.Rule;
import downhill.optim.RuleLibrary;
import downhill.words.Said;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lists the optimizers or explains one. */
@Command(name = "rules", description = "List the optimizers, or print formula, source and hyperparameters of one.")
final class RulesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private HelpOption help;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "Which one, such as adam.")
    private String id;

    @Option(names = "--as", paramLabel = "LANGUAGE", description = "Print it as code instead: pytorch, a class of torch.optim.Optimizer.")
    private Language as;

    /** Languages in which a rule can be printed. */
    enum Language {
        PYTORCH
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        if (as != null) {
            if (id == null) {
                throw new InputException(Said.of("cli.rules.which"));
            }
            out.print(TorchOptimizer.script(RuleChoice.rule(id)));
        } else if (id == null) {
            TextTable table = new TextTable(Said.of("cli.head.id"), Said.of("cli.head.name"), Said.of("cli.head.source"));
            RuleLibrary.complete().all().forEach(rule -> table.row(rule.id(), rule.name(), rule.source()));
            table.print(out);
        } else {
            print(RuleChoice.rule(id), out);
        }
        return ExitCode.DONE;
    }

    private static void print(Rule rule, PrintWriter out) {
        out.println(rule.name() + " (" + rule.id() + ")");
        out.println(rule.source());
        if (!rule.note().isEmpty()) {
            out.println(rule.note());
        }
        out.println();
        formula(rule).forEach(line -> out.println("  " + line));
        if (rule.answerRow() >= 0) {
            out.println(Said.of("cli.rule.answer", rule.answer()));
        }
        if (rule.evaluates()) {
            out.println(Said.of("cli.rule.gradients", number(Math.round(rule.gradients(rule.defaults()) * 10) / 10.0)));
        }
        out.println();
        TextTable table = new TextTable(Said.of("cli.head.symbol"), Said.of("cli.head.key"), Said.of("cli.head.default"),
                Said.of("cli.head.range"), Said.of("cli.head.legal"));
        for (Hyperparameter h : rule.hyperparameters()) {
            table.row(h.symbol(), h.key(), number(h.defaultValue()), "[" + number(h.min()) + ", " + number(h.max()) + "]",
                    h.legal().toString());
        }
        table.print(out);
    }

    /** The update lines of the text; a method that is no formula is its own text. */
    private static List<String> formula(Rule rule) {
        List<String> lines = rule.text().lines().dropWhile(line -> !line.strip().startsWith("update")).skip(1).toList();
        int margin = lines.stream().filter(line -> !line.isBlank()).mapToInt(RulesCommand::margin).min().orElse(0);
        return lines.isEmpty() ? rule.text().lines().map(String::strip).toList()
                : lines.stream().map(line -> line.substring(Math.min(margin, margin(line))).stripTrailing()).toList();
    }

    private static int margin(String line) {
        return line.length() - line.stripLeading().length();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e6 ? String.valueOf((long) value) : String.valueOf(value);
    }
}
